//! Sentences in both languages, side by side so that neither is forgotten.

use super::language::Language;

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// French text.
    pub fr: &'static str,
    /// English text.
    pub en: &'static str,
}

impl Bilingual {
    /// Returns the text in a language.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::French => self.fr,
            Language::English => self.en,
        }
    }
}

/// Formats a sentence in a language. Both languages must be written, or the call does not compile.
///
/// ```
/// use apes::{language::Language, say};
///
/// let actor = "tilt";
/// let sentence = say!(Language::English, fr: "l'acteur {actor}", en: "the actor {actor}");
/// assert_eq!(sentence, "the actor tilt");
/// ```
#[macro_export]
macro_rules! say {
    ($language:expr, fr: $fr:literal, en: $en:literal $(, $($argument:tt)*)?) => {
        match $language {
            $crate::language::Language::French => format!($fr $(, $($argument)*)?),
            $crate::language::Language::English => format!($en $(, $($argument)*)?),
        }
    };
}
