//! A map of something other than themes, as a chapter: the picture, its words, and how many there
//! are of each kind.

use crate::views::view::{
    Cell, Figure, MapFigure, MapOptions, MapTheme, Picture, Piece, Question, Section, Table,
};

/// The chapter of a map whose colours, sizes or tints were chosen; none where they are the usual
/// ones.
#[must_use]
pub fn chosen(question: &Question, map: &MapFigure) -> Vec<Section> {
    if question.map_options == MapOptions::default() {
        return Vec::new();
    }
    let row = |kind: &MapTheme| {
        let symbol = Cell::Symbol {
            digit: kind.digit,
            shape: kind.shape.clone(),
        };
        vec![
            symbol,
            Cell::Text(kind.label.clone()),
            Cell::Number(kind.count),
        ]
    };
    let table = Table {
        caption: format!("{} {}", map.words.themes, map.words.number_of_dynamics),
        columns: vec![
            String::new(),
            map.words.themes.clone(),
            question.words("dynamiques", "dynamics"),
        ],
        rows: map.themes.iter().map(row).collect(),
        total: None,
    };
    let picture = Picture {
        title: map.subtitle.clone(),
        alternative: map.words.description.clone(),
        table: Some(table),
        figure: Figure::Map(Box::new(map.clone())),
    };
    vec![
        Section::new("carte", 2, question.words("Carte", "Map"))
            .with([Piece::Picture(Box::new(picture))]),
    ]
}
