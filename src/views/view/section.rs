//! Sections of a report: a heading, with texts, tables and pictures in reading order.

use serde::Serialize;

use crate::views::view::figure::Picture;
use crate::views::view::table::Table;

/// A chapter, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// Anchor of links: letters, digits and hyphens, unique in a report.
    pub id: String,
    /// Heading of the section.
    pub heading: String,
    /// Depth: 2 for a chapter, 3 for a part of it, 4 for a part of that.
    pub level: u8,
    /// Content under the heading, before the next section.
    pub pieces: Vec<Piece>,
}

/// A piece of content under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// A plain sentence or paragraph of the program, escaped by the renderer.
    Text(String),
    /// Markdown that people wrote in a record or a text; raw HTML in it is shown as text.
    Prose(String),
    /// Short plain lines, one point each.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A figure with its text alternative and its table.
    Picture(Box<Picture>),
    /// A remark on the content above, in small print.
    Note(String),
}

impl Section {
    /// A section without content.
    #[must_use]
    pub fn new(id: &str, level: u8, heading: impl Into<String>) -> Self {
        Self {
            id: id.to_owned(),
            heading: heading.into(),
            level,
            pieces: Vec::new(),
        }
    }

    /// The section with more content under its heading.
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

    /// The table of the piece, or that of its picture.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            Self::Picture(picture) => picture.table.as_ref(),
            _ => None,
        }
    }
}
