//! What was true in each period, and where each thing stands on its map.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::views::view::{Atlas, AtlasPeriod, MapFigure, MapSymbol};

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::map::interactive::picture::Picture;
use crate::renderers::map::interactive::texts::Texts;
use crate::renderers::map::placement::block::Block;
use crate::renderers::map::placement::cells::Cell;
use crate::renderers::map::placement::layout::{Layout, PRESSED};
use crate::renderers::map::placement::panel::Panel;
use crate::renderers::map::symbols::Style;

/// Periods as they are told one after the other: what several of them show is kept once.
pub(super) struct Periods<'a> {
    dynamics: BTreeMap<&'a str, usize>,
    picture: &'a Picture,
    texts: &'a mut Texts,
    blocks: Vec<Value>,
    told: usize,
}

impl<'a> Periods<'a> {
    pub(super) fn new(atlas: &'a Atlas, picture: &'a Picture, texts: &'a mut Texts) -> Self {
        let ids = atlas
            .dynamics
            .iter()
            .enumerate()
            .map(|(place, record)| (record.id.as_str(), place));
        Self {
            dynamics: ids.collect(),
            picture,
            texts,
            blocks: Vec::new(),
            told: 0,
        }
    }

    /// The blocks to which periods point by number.
    pub(super) fn into_blocks(self) -> Vec<Value> {
        self.blocks
    }

    /// One period.
    pub(super) fn period(&mut self, period: &AtlasPeriod, layout: &Layout) -> Value {
        let [french, english] = &period.figures;
        let pairs = french.themes.iter().zip(&english.themes);
        let counts = pairs.map(|(one, other)| match one.note.as_str() {
            "" => json!([one.count]),
            note => json!([one.count, note, other.note]),
        });
        let tray = french
            .tray
            .iter()
            .map(|tray| json!([tray.theme, tray.unplaced, tray.by_count]));
        let tinted = |siren: &String| self.picture.tinted.iter().position(|code| code == siren);
        let tints = french
            .tints
            .iter()
            .filter_map(|(siren, class)| Some([tinted(siren)?, *class]));
        let tints: Vec<_> = tints.collect();
        let number = self.told;
        self.told += 1;
        let groups = self.picture.names.iter().enumerate();
        let names: Vec<usize> = groups
            .filter(|(_, periods)| periods.contains(&number))
            .map(|(group, _)| group)
            .collect();
        let figures = [french, english];
        let description = figures.map(|figure| self.texts.sentences(&figure.words.description));
        let scope = figures.map(|figure| self.texts.numbers(&figure.scope));
        let notes = [0, 1].map(|language| self.texts.numbers(&period.notes[language]));
        let blocks: Vec<usize> = layout
            .blocks
            .iter()
            .map(|block| self.block(block, french))
            .collect();
        json!({
            "name": period.name,
            "subtitle": [french.subtitle, english.subtitle],
            "description": description,
            "trayNote": [french.tray_note, english.tray_note],
            "scope": scope,
            "notes": notes,
            "counts": counts.collect::<Vec<_>>(),
            "tray": tray.collect::<Vec<_>>(),
            "tints": tints,
            "names": names,
            "blocks": blocks,
            "wide": layout.region_wide.as_ref().map(|panel| self.panel(panel, &french.region_wide)),
            "dynamics": period.dynamics,
        })
    }

    /// The number of a block: its size, symbols, name and leader.
    fn block(&mut self, block: &Block, figure: &MapFigure) -> usize {
        let cluster = figure
            .clusters
            .iter()
            .find(|cluster| cluster.territory == block.territory);
        let symbols = cluster.map_or(&[][..], |cluster| &cluster.symbols);
        let on_page = |at: Point| at.moved(block.at.x, block.at.y);
        let cells = block
            .cells
            .cells
            .iter()
            .map(|cell| self.cell(cell, on_page(cell.at), symbols));
        let cells: Vec<Value> = cells.collect();
        let name = block
            .name
            .iter()
            .map(|(text, at)| json!([self.texts.number(text), point(on_page(*at))]));
        let name: Vec<Value> = name.collect();
        let leader = block
            .leader()
            .map(|line| json!([point(line.from), point(line.to), u8::from(line.dot)]));
        let told = json!([rounded(block.scale), cells, name, leader]);
        self.blocks
            .iter()
            .position(|known| *known == told)
            .unwrap_or_else(|| {
                self.blocks.push(told);
                self.blocks.len() - 1
            })
    }

    fn panel(&self, panel: &Panel, symbols: &[MapSymbol]) -> Value {
        let cells = panel.cells.iter().flat_map(|cells| &cells.cells);
        let cells = cells.map(|cell| self.cell(cell, cell.at, symbols));
        let heading = panel.lines.first().map(|(_, _, at)| point(*at));
        json!([
            rectangle(panel.covers),
            heading,
            cells.collect::<Vec<_>>(),
            PRESSED
        ])
    }

    /// Theme, whether it is counted here, place, and the dynamics for which the symbol stands.
    fn cell(&self, cell: &Cell, at: Point, symbols: &[MapSymbol]) -> Value {
        let full = cell.style == Style::Full;
        let stands_for = |symbol: &&MapSymbol| {
            symbol.theme == cell.theme
                && symbol.full == full
                && (cell.dynamic.is_empty() || symbol.dynamic == cell.dynamic)
        };
        let dynamics = symbols.iter().filter(stands_for);
        let dynamics = dynamics.filter_map(|symbol| self.dynamics.get(symbol.dynamic.as_str()));
        json!([
            cell.theme,
            u8::from(full),
            point(at),
            dynamics.collect::<Vec<_>>()
        ])
    }
}

fn point(at: Point) -> [f64; 2] {
    [rounded(at.x), rounded(at.y)]
}

fn rectangle(covers: Rectangle) -> [f64; 4] {
    [covers.x, covers.y, covers.width, covers.height].map(rounded)
}

/// A tenth of a pixel is enough.
fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
