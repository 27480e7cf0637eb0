//! Part of the map that the page's script does not draw: basemap, names, symbols for `<use>`.

use std::collections::BTreeMap;

use crate::geography::outline::AreaOutline;
use crate::views::view::MapFigure;

use crate::renderers::drawing::path::Path;
use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::map::background;
use crate::renderers::map::placement::layout::Layout;
use crate::renderers::map::placement::names::{self, Name};
use crate::renderers::map::symbols;

/// Drawn part of the map, with what the script shows and hides of it.
pub(super) struct Picture {
    /// Definitions of symbols and of the frame.
    pub(super) definitions: String,
    /// Basemap, names and scale bar.
    pub(super) basemap: String,
    /// Frame in the view box.
    pub(super) frame: Rectangle,
    /// Official codes of the EPCI that are tinted in some period, in the order of their paths.
    pub(super) tinted: Vec<String>,
    /// For each group of names, the periods in which they are shown.
    pub(super) names: Vec<Vec<usize>>,
}

/// Draws everything that the periods show, each thing once.
pub(super) fn draw(figures: &[MapFigure], layouts: &[Layout]) -> Picture {
    let blank = MapFigure::default();
    let first = figures.first().unwrap_or(&blank);
    let empty;
    let layout = if let [layout, ..] = layouts {
        layout
    } else {
        empty = Layout::for_page(first);
        &empty
    };
    let shapes: Vec<&AreaOutline> = layout
        .site
        .basemap
        .epci
        .iter()
        .copied()
        .filter(|shape| is_tinted(shape, figures))
        .collect();
    let names = names_by_periods(layouts);
    Picture {
        definitions: definitions(first, layout.site.frame),
        basemap: basemap(layout, &shapes, &names),
        frame: layout.site.frame,
        tinted: shapes.iter().map(|shape| shape.code.clone()).collect(),
        names: names.into_keys().collect(),
    }
}

/// Names by the periods in which they are shown.
fn names_by_periods(layouts: &[Layout]) -> BTreeMap<Vec<usize>, Vec<Name>> {
    let mut periods_of: Vec<(&Name, Vec<usize>)> = Vec::new();
    for (period, layout) in layouts.iter().enumerate() {
        for name in &layout.names {
            match periods_of.iter_mut().find(|(known, _)| *known == name) {
                Some((_, periods)) => periods.push(period),
                None => periods_of.push((name, vec![period])),
            }
        }
    }
    let mut groups: BTreeMap<Vec<usize>, Vec<Name>> = BTreeMap::new();
    for (name, periods) in periods_of {
        groups.entry(periods).or_default().push(name.clone());
    }
    groups
}

/// Whether an EPCI is tinted in some period.
fn is_tinted(shape: &AreaOutline, figures: &[MapFigure]) -> bool {
    figures
        .iter()
        .flat_map(|figure| &figure.tints)
        .any(|(siren, _)| *siren == shape.code)
}

/// Symbols and frame, for `<defs>`.
fn definitions(figure: &MapFigure, frame: Rectangle) -> String {
    let mut svg = XmlWriter::with_lines();
    symbols::define(&mut svg, &figure.themes);
    svg.group(&tag("clipPath").set("id", "apes-frame"), |svg| {
        svg.leaf(&background::area(frame));
    });
    svg.finish()
}

/// Basemap with a path for each tinted EPCI, a group for each set of names, and the scale bar.
fn basemap(
    layout: &Layout,
    shapes: &[&AreaOutline],
    names_by_periods: &BTreeMap<Vec<usize>, Vec<Name>>,
) -> String {
    let mut svg = XmlWriter::with_lines();
    let basemap = &layout.site.basemap;
    background::draw_around(&mut svg, basemap, layout.site.frame, |svg| {
        for shape in shapes {
            let mut path = Path::default();
            basemap.rings(shape).for_each(|ring| path.ring(ring));
            svg.leaf(&tag("path").set("class", "tint").set("d", path.data()));
        }
    });
    for names in names_by_periods.values() {
        svg.group(&tag("g").set("class", "name off"), |svg| {
            names::draw(svg, names);
        });
    }
    layout.scale.draw(&mut svg);
    svg.finish()
}
