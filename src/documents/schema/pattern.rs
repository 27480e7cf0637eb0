//! A regular expression of a schema, compiled when a text is first matched with it.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern that texts are matched with. Compiling all those of the schemas would take longer
/// than validating a small workspace, which needs few of them.
#[derive(Debug)]
pub struct Pattern {
    written: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern as a schema writes it.
    #[must_use]
    pub(super) fn new(written: &str) -> Self {
        Self {
            written: written.to_owned(),
            compiled: OnceLock::new(),
        }
    }

    /// Whether a text matches; every text does where the pattern cannot be read.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_none_or(|regex| regex.is_match(text))
    }

    /// The pattern, compiled; `None` if it cannot be read.
    pub(super) fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| Regex::new(&self.written).ok())
            .as_ref()
    }
}
