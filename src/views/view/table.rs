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
    /// A number that is no plain count, with the words that show it: an amount, a gap with its
    /// sign, a share.
    Measure {
        /// The number, for machines.
        number: f64,
        /// What people read.
        told: String,
    },
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

impl Cell {
    /// Whether it holds a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Measure { .. })
    }

    /// Whether it tells nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing) || matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl Table {
    /// Whether a column holds numbers and nothing else, so that it is set at the right.
    #[must_use]
    pub fn is_numeric(&self, place: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(place));
        cells().any(Cell::is_number) && cells().all(|cell| cell.is_number() || cell.is_nothing())
    }

    /// The same without the columns of which no row tells anything.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        let told = |place: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(place))
                .any(|cell| !cell.is_nothing())
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(told).collect();
        if self.rows.is_empty() {
            return self;
        }
        keep(&mut self.columns, &kept);
        for row in self.rows.iter_mut().chain(&mut self.total) {
            keep(row, &kept);
        }
        self
    }
}

/// Keeps the cells of the columns that are kept.
fn keep<T>(cells: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    cells.retain(|_| kept.next().copied().unwrap_or(true));
}
