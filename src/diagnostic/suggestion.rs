//! Suggestion of the known name that a mistyped one was meant to be.

use super::finding::{Finding, Place, Writing};
use crate::language::Language;
use crate::say;

impl Finding {
    /// Asks whether `name` was meant, and offers to write it at a place.
    #[must_use]
    pub fn suggest(self, language: Language, place: Place, name: &str) -> Self {
        let question = say!(language,
            fr: "vouliez-vous dire `{name}`\u{202f}?",
            en: "did you mean `{name}`?");
        self.help(question)
            .edit(place, Writing::Text(name.to_owned()))
    }
}
