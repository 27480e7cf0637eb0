//! The two languages, with the codes that name them.

use serde::Deserialize;

/// A language in which messages and reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Language {
    /// French, as written in France.
    #[serde(rename = "fr")]
    French,
    /// British English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Returns the ISO 639 code: `fr` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Returns the language that is not this one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::French => Self::English,
            Self::English => Self::French,
        }
    }

    /// Parses a locale such as `fr`, `fr_FR.UTF-8` or `en`, by its first two letters. Returns
    /// `None` for any other language.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)? {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}
