//! Errors in the criteria of a charter, found before any record is evaluated.

use std::fmt::Display;

use crate::sources::Span;

/// The kind of an error in a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Syntax: an expression cannot be parsed, or uses what a criterion may not use.
    Unreadable,
    /// Meaning: a name, a function, an argument or a literal is unknown, or of the wrong type.
    Unknown,
}

/// An error in a criterion, with its place in the criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionError {
    /// The kind of error.
    pub kind: ErrorKind,
    /// The key of the criterion, dotted for nested keys: `requires`, `shown.fr`.
    pub key: &'static str,
    /// The index among several values of that key.
    pub item: Option<usize>,
    /// The bytes concerned inside the text of that key; `None` for the whole value.
    pub span: Option<Span>,
    /// The error in a sentence.
    pub sentence: String,
    /// Advice.
    pub help: Option<String>,
    /// The text that was probably meant, to replace these bytes.
    pub nearest: Option<String>,
}

impl CriterionError {
    /// An error of meaning, for the whole value of a key.
    pub(super) fn unknown(key: &'static str, sentence: String) -> Self {
        Self {
            kind: ErrorKind::Unknown,
            key,
            item: None,
            span: None,
            sentence,
            help: None,
            nearest: None,
        }
    }

    /// Whether two errors concern the same bytes.
    pub(super) fn is_at_place_of(&self, other: &Self) -> bool {
        (self.key, self.item, self.span) == (other.key, other.item, other.span)
    }
}

/// Names listed in a help, at most: enough to recognise the right one, short enough for a line.
const NAMES_LISTED: usize = 12;

/// All names in backticks, separated by commas.
pub(super) fn quote_all<N: Display>(names: impl IntoIterator<Item = N>) -> String {
    names
        .into_iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The first twelve names in backticks, separated by commas; an ellipsis replaces the rest.
pub(super) fn quote_some<N: Display>(names: &[N]) -> String {
    let ellipsis = if names.len() > NAMES_LISTED {
        "…"
    } else {
        ""
    };
    quote_all(names.iter().take(NAMES_LISTED)) + ellipsis
}
