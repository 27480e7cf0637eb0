//! Map as an interactive page: one file for the browser, which makes no request.

mod digests;
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
/// The page's script switches years, filters, searches and sorts. Every year is laid out here, so
/// that nothing overlaps in any of them. Texts of records reach the page as data, escaped; they are
/// never markup or script.
///
/// # Errors
/// Returns an error if the page's own template is broken.
pub fn render(atlas: &Atlas) -> Result<String> {
    let figures: Vec<MapFigure> = atlas.periods.iter().map(figure).collect();
    let layouts = Layout::series_for_page(&figures);
    let picture = picture::draw(&figures, &layouts);
    page::fill(atlas, &picture, &facts::facts(atlas, &layouts, &picture))
}

/// The layouts of all periods of an atlas, as its page shows them.
#[must_use]
pub fn laid_out(atlas: &Atlas) -> Vec<Layout> {
    Layout::series_for_page(&atlas.periods.iter().map(figure).collect::<Vec<_>>())
}

/// The figure that is laid out for a period: in French, without what the page writes beside the
/// map, and with the wider heading of both languages.
// Without the texts beside the map, the frame has the same height in every period.
fn figure(period: &AtlasPeriod) -> MapFigure {
    let [french, english] = &period.figures;
    let mut figure = french.clone();
    figure.tray = Vec::new();
    figure.scope = Vec::new();
    figure.words.also_here = String::new();
    let headings = [&french.words.region_wide, &english.words.region_wide];
    let widest = headings
        .into_iter()
        .max_by(|a, b| bold(15.0).width(a).total_cmp(&bold(15.0).width(b)));
    figure.words.region_wide = widest.cloned().unwrap_or_default();
    figure
}
