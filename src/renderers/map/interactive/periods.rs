//! Periods of the page: what was true in each, and where everything is on its map.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

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

/// Writer of periods, one after the other. What several of them show is stored once.
pub(super) struct PeriodWriter<'a> {
    /// Number of each dynamic by its id.
    dynamics: BTreeMap<&'a str, usize>,
    picture: &'a Picture,
    texts: &'a mut Texts,
    blocks: Vec<Value>,
    /// Number of each block by its JSON.
    block_numbers: BTreeMap<String, usize>,
    /// Number of the next period.
    next: usize,
}

impl<'a> PeriodWriter<'a> {
    pub(super) fn new(atlas: &'a Atlas, picture: &'a Picture, texts: &'a mut Texts) -> Self {
        let ids = atlas
            .dynamics
            .iter()
            .enumerate()
            .map(|(index, record)| (record.id.as_str(), index));
        Self {
            dynamics: ids.collect(),
            picture,
            texts,
            blocks: Vec::new(),
            block_numbers: BTreeMap::new(),
            next: 0,
        }
    }

    /// The blocks that periods refer to by number.
    pub(super) fn into_blocks(self) -> Vec<Value> {
        self.blocks
    }

    /// A period with its texts, counts and places.
    pub(super) fn period(&mut self, period: &AtlasPeriod, layout: &Layout) -> Value {
        let [french, english] = &period.figures;
        let figures = [french, english];
        let description = figures.map(|figure| self.texts.sentences(&figure.words.description));
        let scope = figures.map(|figure| self.texts.numbers(&figure.scope));
        let notes = period
            .notes
            .each_ref()
            .map(|notes| self.texts.numbers(notes));
        let blocks: Vec<usize> = layout
            .blocks
            .iter()
            .map(|block| self.block(block, french))
            .collect();
        let names = self.shown_names(self.next);
        self.next += 1;
        let region_wide = layout
            .region_wide
            .as_ref()
            .map(|panel| self.panel(panel, &french.region_wide));
        json!({
            "name": period.name,
            "subtitle": [french.subtitle, english.subtitle],
            "description": description,
            "trayNote": [french.tray_note, english.tray_note],
            "scope": scope,
            "notes": notes,
            "counts": counts(french, english),
            "tray": tray(french),
            "tints": self.tints(french),
            "names": names,
            "blocks": blocks,
            "wide": region_wide,
            "dynamics": period.dynamics,
        })
    }

    /// Tinted EPCI by number, each with its class.
    fn tints(&self, figure: &MapFigure) -> Vec<[usize; 2]> {
        let tinted = &self.picture.tinted;
        figure
            .tints
            .iter()
            .filter_map(|(siren, class)| {
                let index = tinted.iter().position(|code| code == siren)?;
                Some([index, *class])
            })
            .collect()
    }

    /// The groups of names that are shown in a period.
    fn shown_names(&self, period: usize) -> Vec<usize> {
        self.picture
            .names
            .iter()
            .enumerate()
            .filter(|(_, periods)| periods.contains(&period))
            .map(|(group, _)| group)
            .collect()
    }

    /// The number of a block: size, symbols, name and leader.
    fn block(&mut self, block: &Block, figure: &MapFigure) -> usize {
        let cluster = figure
            .clusters
            .iter()
            .find(|cluster| cluster.territory == block.territory);
        let symbols = cluster.map_or(&[][..], |cluster| &cluster.symbols);
        let Point { x, y } = block.position;
        let cells: Vec<Value> = block
            .cells
            .cells
            .iter()
            .map(|cell| self.cell(cell, cell.centre.moved(x, y), symbols))
            .collect();
        let name: Vec<Value> = block
            .name
            .iter()
            .map(|(text, baseline)| json!([self.texts.number(text), point(baseline.moved(x, y))]))
            .collect();
        let leader = block
            .leader()
            .map(|line| json!([point(line.from), point(line.to), u8::from(line.dot)]));
        let value = json!([rounded(block.scale), cells, name, leader]);
        let next = self.blocks.len();
        match self.block_numbers.entry(value.to_string()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(unknown) => {
                self.blocks.push(value);
                *unknown.insert(next)
            }
        }
    }

    /// The box of the region: area, start of the heading, symbols, their size.
    fn panel(&self, panel: &Panel, symbols: &[MapSymbol]) -> Value {
        let cells: Vec<Value> = panel
            .cells
            .iter()
            .flat_map(|cells| &cells.cells)
            .map(|cell| self.cell(cell, cell.centre, symbols))
            .collect();
        let heading = panel.lines.first().map(|(_, _, start)| point(*start));
        json!([rectangle(panel.covers), heading, cells, PRESSED])
    }

    /// A symbol: theme, whether it is counted here, place, and the dynamics that it represents.
    fn cell(&self, cell: &Cell, centre: Point, symbols: &[MapSymbol]) -> Value {
        let full = cell.style == Style::Full;
        let dynamics: Vec<&usize> = symbols
            .iter()
            .filter(|symbol| {
                symbol.theme == cell.theme
                    && symbol.full == full
                    && (cell.dynamic.is_empty() || symbol.dynamic == cell.dynamic)
            })
            .filter_map(|symbol| self.dynamics.get(symbol.dynamic.as_str()))
            .collect();
        json!([cell.theme, u8::from(full), point(centre), dynamics])
    }
}

/// For each theme, its count, and its note in both languages where it has one.
fn counts(french: &MapFigure, english: &MapFigure) -> Vec<Value> {
    let pairs = french.themes.iter().zip(&english.themes);
    pairs
        .map(|(french, english)| match french.note.as_str() {
            "" => json!([french.count]),
            note => json!([french.count, note, english.note]),
        })
        .collect()
}

/// For each theme of the tray, what has no place and what is known by its number alone.
fn tray(figure: &MapFigure) -> Vec<Value> {
    figure
        .tray
        .iter()
        .map(|tray| json!([tray.theme, tray.unplaced, tray.by_count]))
        .collect()
}

fn point(point: Point) -> [f64; 2] {
    [rounded(point.x), rounded(point.y)]
}

fn rectangle(covers: Rectangle) -> [f64; 4] {
    [covers.x, covers.y, covers.width, covers.height].map(rounded)
}

/// A length in pixels, rounded to a tenth, which is less than anybody sees.
fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
