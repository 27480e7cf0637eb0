//! Pictures of a report as SVG: charts, and maps on pages of their own.

use crate::language::Language;
use crate::renderers::mark::Marks;
use crate::renderers::{charts, map};
use crate::views::view::{Figure, Picture};

/// Draws a picture as an SVG document. `id` distinguishes the names inside it from those of other
/// pictures on a page.
#[must_use]
pub fn render(picture: &Picture, id: &str, marks: &Marks, language: Language) -> String {
    match &picture.figure {
        Figure::Map(figure) => map::render(figure),
        Figure::Atlas(atlas) => {
            let period = atlas.periods.get(atlas.shown);
            period.map_or_else(String::new, |period| map::render(period.figure(language)))
        }
        _ => charts::render(picture, id, marks, language).unwrap_or_default(),
    }
}
