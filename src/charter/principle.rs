//! What a network's charter says: its principles and its criteria, in order.

use serde::Deserialize;

use crate::charter::Criterion;
use crate::documents::deserialize::InOrder;
use crate::language::Language;

/// What `charter.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Charter {
    /// The principles, in the order of the file.
    pub principles: InOrder<Principle>,
    /// The texts on which the criteria rest, by id.
    pub sources: InOrder<Text>,
    /// What is asked of the records, in the order of the file, by the name of what is found.
    pub criteria: InOrder<Criterion>,
}

/// A text on which criteria rest.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Text {
    /// Its title.
    pub title: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it is called where it is no page.
    pub document: Option<String>,
    /// When it appeared.
    pub year: Option<u16>,
}

/// A principle of the charter.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Principle {
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
}

impl Principle {
    /// Its label in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}
