//! Tables in the order in which they are to be read.

use serde::Serialize;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Words, from records or from us: escaped by whoever shows them.
    Text(String),
    /// A count.
    Number(u64),
    /// A theme's symbol: its digit and its shape.
    Symbol {
        /// Position in the vocabulary, from 1.
        digit: usize,
        /// Form, as the vocabulary names it.
        shape: String,
    },
    /// Nothing is known, or nothing applies.
    Nothing,
    /// A share of a whole drawn as a bar: filled part, then the part known by count alone.
    Bar {
        /// Recorded.
        full: u64,
        /// Known by count alone.
        hollow: u64,
    },
}

/// A table in the order in which it is to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// What the table is, in one line.
    pub caption: String,
    /// Headings, one a column.
    pub columns: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
    /// The row of totals, where there is one.
    pub total: Option<Vec<Cell>>,
}
