//! Why an edit was not made.

use crate::diagnostic::Route;
use crate::language::Language;
use crate::say;

/// The reason why a text was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text has an error of syntax.
    Unreadable,
    /// The place does not exist, or holds another kind of value.
    NoSuchPlace(Route),
    /// The new name of a key is taken by another key of its table.
    Taken(Route),
    /// No way was found to make the change without changing anything else.
    Unsafe(Route),
}

impl Refusal {
    /// The reason in one sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Unreadable => say!(language,
                fr: "sa syntaxe est à corriger d'abord (`apes validate` montre où)",
                en: "its syntax must be corrected first (`apes validate` shows where)"),
            Self::NoSuchPlace(route) => say!(language,
                fr: "`{route}` n'y est pas",
                en: "`{route}` is not in it"),
            Self::Taken(route) => say!(language,
                fr: "`{route}` y est déjà",
                en: "`{route}` is in it already"),
            Self::Unsafe(route) => say!(language,
                fr: "`{route}` ne peut pas être changé sans toucher à autre chose\u{202f}; le \
                    corriger à la main",
                en: "`{route}` cannot be changed without touching anything else; edit it by hand"),
        }
    }
}
