//! The part of the map that the page does not draw by itself: the ground, names, the symbols to
//! use.

use std::collections::BTreeMap;

use crate::geography::outline::AreaOutline;
use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::drawing::svg::{Path, Svg, tag};
use crate::renderers::map::background;
use crate::renderers::map::placement::layout::Layout;
use crate::renderers::map::placement::names::{self, Name};
use crate::renderers::map::symbols;

/// What is drawn, and what the script may show or hide of it.
pub(super) struct Picture {
    /// Definitions of symbols and of the frame.
    pub(super) definitions: String,
    /// The ground, its names, the scale bar.
    pub(super) basemap: String,
    /// The frame in the view box.
    pub(super) frame: Rectangle,
    /// Official codes of EPCI that are tinted in some period, in the order of their paths.
    pub(super) tinted: Vec<String>,
    /// For each group of names, the periods in which they are written.
    pub(super) names: Vec<Vec<usize>>,
}

/// Draws what all periods share, and once each what some of them show.
pub(super) fn draw(figures: &[MapFigure], layouts: &[Layout]) -> Picture {
    let blank = MapFigure::default();
    let first = figures.first().unwrap_or(&blank);
    let spare;
    let layout = if let [layout, ..] = layouts {
        layout
    } else {
        spare = Layout::for_page(first);
        &spare
    };
    let shapes: Vec<&AreaOutline> = layout
        .site
        .basemap
        .epci
        .iter()
        .copied()
        .filter(|shape| is_tinted(shape, figures))
        .collect();
    let names = together(layouts);
    Picture {
        definitions: definitions(first, layout.site.frame),
        basemap: basemap(layout, &shapes, &names),
        frame: layout.site.frame,
        tinted: shapes.iter().map(|shape| shape.code.clone()).collect(),
        names: names.into_keys().collect(),
    }
}

/// Names by the periods in which they are written.
fn together(layouts: &[Layout]) -> BTreeMap<Vec<usize>, Vec<Name>> {
    let mut all: Vec<(&Name, Vec<usize>)> = Vec::new();
    for (period, layout) in layouts.iter().enumerate() {
        for name in &layout.names {
            match all.iter_mut().find(|(known, _)| *known == name) {
                Some((_, periods)) => periods.push(period),
                None => all.push((name, vec![period])),
            }
        }
    }
    let mut groups: BTreeMap<Vec<usize>, Vec<Name>> = BTreeMap::new();
    for (name, periods) in all {
        groups.entry(periods).or_default().push(name.clone());
    }
    groups
}

fn is_tinted(shape: &AreaOutline, figures: &[MapFigure]) -> bool {
    figures
        .iter()
        .flat_map(|figure| &figure.tints)
        .any(|(siren, _)| *siren == shape.code)
}

fn definitions(figure: &MapFigure, frame: Rectangle) -> String {
    let mut svg = Svg::default();
    symbols::define(&mut svg, &figure.themes);
    svg.group(&tag("clipPath").set("id", "apes-frame"), |svg| {
        svg.leaf(&background::area(frame));
    });
    svg.finish()
}

fn basemap(
    layout: &Layout,
    shapes: &[&AreaOutline],
    drawn: &BTreeMap<Vec<usize>, Vec<Name>>,
) -> String {
    let mut svg = Svg::default();
    let tints = |svg: &mut Svg| {
        for shape in shapes {
            let mut path = Path::default();
            layout
                .site
                .basemap
                .rings(shape)
                .for_each(|ring| path.ring(ring));
            svg.leaf(&tag("path").set("class", "tint").set("d", path.data()));
        }
    };
    background::draw_around(&mut svg, &layout.site.basemap, layout.site.frame, tints);
    for names in drawn.values() {
        svg.group(&tag("g").set("class", "name off"), |svg| {
            names::draw(svg, names);
        });
    }
    layout.scale.draw(&mut svg);
    svg.finish()
}
