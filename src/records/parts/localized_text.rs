//! Texts of records in French, in English or in both.

use serde::Deserialize;

use crate::language::Language;
use crate::records::parts::short_or_table::ShortOrTable;

/// A text that people wrote, in one language or in both.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<String, TextInBoth>")]
pub enum LocalizedText {
    /// No text.
    #[default]
    Nothing,
    /// A text in one language, which is not stated.
    Plain(String),
    /// A text whose language is stated, or texts in both languages.
    InBoth(Box<TextInBoth>),
}

/// Texts whose languages are stated.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct TextInBoth {
    fr: Option<String>,
    en: Option<String>,
}

impl From<ShortOrTable<String, TextInBoth>> for LocalizedText {
    fn from(text: ShortOrTable<String, TextInBoth>) -> Self {
        match text {
            ShortOrTable::Short(plain) => Self::Plain(plain),
            ShortOrTable::Long(both) => Self::InBoth(Box::new(both)),
        }
    }
}

impl LocalizedText {
    /// Returns the text that is stated to be in a language.
    #[must_use]
    pub fn exactly(&self, language: Language) -> Option<&str> {
        match (self, language) {
            (Self::InBoth(both), Language::French) => both.fr.as_deref(),
            (Self::InBoth(both), Language::English) => both.en.as_deref(),
            (Self::Nothing | Self::Plain(_), _) => None,
        }
    }

    /// Returns the text in a language, or else in whatever language it is. Returns `None` if there
    /// is no text.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Plain(text) => Some(text),
            Self::InBoth(both) => match language {
                Language::French => both.fr.as_deref().or(both.en.as_deref()),
                Language::English => both.en.as_deref().or(both.fr.as_deref()),
            },
        }
    }
}
