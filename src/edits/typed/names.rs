//! The names that a workspace knows, which typed values may use instead of ids.

use crate::language::Language;

/// What a workspace knows by name.
pub trait KnownNames {
    /// The language of texts that are given in one language.
    fn language(&self) -> Language;
    /// The id of a word of a list of the vocabulary, by its id or label.
    fn word(&self, list: &str, text: &str) -> Option<String>;
    /// The id of a record of a kind, by its id or name.
    fn record(&self, kind: &str, text: &str) -> Option<String>;
}
