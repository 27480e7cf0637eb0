//! The map as a page for the browser: one file, which asks nobody for anything.

mod facts;
mod page;
mod periods;
mod picture;
mod texts;
mod words;

use anyhow::Result;

use crate::views::view::{Atlas, AtlasPeriod, MapFigure};

use crate::renderers::drawing::text::bold;
use crate::renderers::map::placement::layout::Layout;

/// Writes an atlas as one HTML file: the same bytes for the same atlas.
///
/// Its script turns it from year to year, filters, searches and sorts; places were all laid out
/// here, so that nothing
/// overlaps in any year. Whatever records hold reaches it as data: escaped in the text, never as
/// markup or script.
///
/// # Errors
/// Where the page's own template is broken.
pub fn render(atlas: &Atlas) -> Result<String> {
    let figures: Vec<MapFigure> = atlas.periods.iter().map(figure).collect();
    let layouts = layouts(&figures);
    let picture = picture::draw(&figures, &layouts);
    page::fill(atlas, &picture, &facts::facts(atlas, &layouts, &picture))
}

/// The map of every period of an atlas, laid out as its page shows it.
#[must_use]
pub fn laid_out(atlas: &Atlas) -> Vec<Layout> {
    layouts(&atlas.periods.iter().map(figure).collect::<Vec<_>>())
}

/// One frame and one ground for all.
fn layouts(figures: &[MapFigure]) -> Vec<Layout> {
    let first = figures.first().map(Layout::for_page);
    first
        .iter()
        .flat_map(|first| figures.iter().map(|figure| first.like(figure)))
        .collect()
}

/// What is laid out of a period: all but what the page writes beside the map, in the language shown
/// first. The frame
/// then is the same in every period, and boxes have room for the words of both languages.
fn figure(period: &AtlasPeriod) -> MapFigure {
    let [french, english] = &period.figures;
    let mut figure = french.clone();
    figure.tray = Vec::new();
    figure.scope = Vec::new();
    figure.words.also_here = String::new();
    let headings = [&french.words.region_wide, &english.words.region_wide];
    let widest = headings
        .into_iter()
        .max_by(|one, other| bold(15.0).width(one).total_cmp(&bold(15.0).width(other)));
    figure.words.region_wide = widest.cloned().unwrap_or_default();
    figure
}
