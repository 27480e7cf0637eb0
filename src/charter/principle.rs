//! Principles of the charter.

use serde::Deserialize;

use crate::language::Language;

/// A principle of the charter, which its signatories commit themselves to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Principle {
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
}

impl Principle {
    /// The label in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}
