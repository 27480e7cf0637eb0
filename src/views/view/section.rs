//! Chapters of a report: a heading, and what stands under it in reading order.

use serde::Serialize;

use crate::views::view::{Picture, Table};

/// A chapter, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// What links lead to: letters, digits and hyphens, once in a report.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its depth: 2 for a chapter, 3 for a part of it, 4 for a part of that.
    pub level: u8,
    /// What stands under the heading, before the next section.
    pub pieces: Vec<Piece>,
}

/// One thing under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// A plain sentence or paragraph of ours, escaped by whoever shows it.
    Text(String),
    /// Markdown that people wrote in a record or a text; its raw HTML is shown, never obeyed.
    Prose(String),
    /// Short plain lines, one point each.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A figure with what stands for it.
    Picture(Box<Picture>),
    /// A remark that helps to read what stands above, in small print.
    Note(String),
}

impl Section {
    /// A section without anything under its heading yet.
    #[must_use]
    pub fn new(id: &str, level: u8, heading: impl Into<String>) -> Self {
        Self {
            id: id.to_owned(),
            heading: heading.into(),
            level,
            pieces: Vec::new(),
        }
    }

    /// The same with more under its heading.
    #[must_use]
    pub fn with(mut self, pieces: impl IntoIterator<Item = Piece>) -> Self {
        self.pieces.extend(pieces);
        self
    }
}

impl Piece {
    /// A table, or a sentence in its place if the table has no rows.
    #[must_use]
    pub fn table_or(table: Table, sentence: impl Into<String>) -> Self {
        if table.rows.is_empty() {
            Self::Text(sentence.into())
        } else {
            Self::Table(table)
        }
    }

    /// The piece of a picture.
    #[must_use]
    pub fn picture(picture: Picture) -> Self {
        Self::Picture(Box::new(picture))
    }

    /// Its table, or the one that stands for its figure.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            Self::Picture(picture) => picture.table.as_ref(),
            _ => None,
        }
    }
}
