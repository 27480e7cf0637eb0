//! The chapter of a map that was asked for with other colours, sizes or tints than usual.

use crate::views::view::{
    Cell, Figure, MapFigure, MapOptions, Picture, Piece, Question, Section, Table,
};

/// The chapter of a map with its legend as a table; `None` for a map with the usual options.
#[must_use]
pub fn chosen(question: &Question, map: &MapFigure) -> Option<Section> {
    if question.map_options == MapOptions::default() {
        return None;
    }
    let heading = &map.words.themes;
    let caption = format!("{heading} {}", map.words.number_of_dynamics);
    let table = Table::of(question.language, caption, &map.themes)
        .column_named("", |kind| Cell::Symbol {
            digit: kind.digit,
            shape: kind.shape.clone(),
        })
        .column_named(heading, |kind| &kind.label)
        .column("dynamiques", "dynamics", |kind| kind.count)
        .build();
    let picture = Picture {
        title: map.subtitle.clone(),
        alternative: map.words.description.clone(),
        table: Some(table),
        figure: Figure::Map(Box::new(map.clone())),
    };
    let section = Section::new("carte", 2, question.words("Carte", "Map"));
    Some(section.with([Piece::picture(picture)]))
}
