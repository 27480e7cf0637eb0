//! A cell of a table, and how plain values become cells.

use serde::Serialize;

/// A cell of a table.
///
/// Texts, counts and options of them become cells by `From`, so that a column can return
/// `&fact.name`, `fact.partners.len()` or `&fact.note` as it is. An empty text is
/// [`Cell::Nothing`], and so is `None`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Words, from records or from the program: escaped by the renderer.
    Text(String),
    /// A count.
    Number(u64),
    /// A number other than a count, with the words that show it: an amount, a gap with its sign,
    /// a share.
    Measure {
        /// The number, for machines.
        number: f64,
        /// The words, for people.
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

impl Cell {
    /// A number with the words that show it.
    #[must_use]
    pub fn measure(number: f64, words: String) -> Self {
        Self::Measure {
            number,
            told: words,
        }
    }

    /// Whether the cell holds a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Measure { .. })
    }

    /// Whether the cell is empty.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing) || matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Number(count)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Number(count as u64)
    }
}

impl From<u16> for Cell {
    fn from(count: u16) -> Self {
        Self::Number(count.into())
    }
}

impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl From<&Option<String>> for Cell {
    fn from(value: &Option<String>) -> Self {
        Self::from(value.as_ref())
    }
}
