//! The marks of invented and of incomplete records, on each output that may be parted from the rest
//! of its report.

use crate::language::{Bilingual, Language};
use crate::views::view::Facts;

/// The mark of invented records in two words, for titles and for the foot of pages.
pub const SHORT: Bilingual = Bilingual {
    fr: "réseau inventé",
    en: "invented network",
};

/// The mark of incomplete records in one word.
const INCOMPLETE: Bilingual = Bilingual {
    fr: "incomplet",
    en: "incomplete",
};

/// What is true of all that a report shows.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The sentence that the records are invented, if they are.
    pub invented: Option<String>,
    /// The sentence that files could not be read, if any could not.
    pub incomplete: Option<String>,
}

impl Marks {
    /// The marks of a report.
    #[must_use]
    pub fn of(facts: &Facts, language: Language) -> Self {
        let missing = facts.incomplete.as_ref();
        Self {
            invented: facts.invented.clone(),
            incomplete: missing.map(|missing| missing.sentence(language)),
        }
    }

    /// Their sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let sentences = [&self.invented, &self.incomplete];
        sentences.into_iter().flatten().map(String::as_str)
    }

    /// The marks in a few words; `None` without any.
    #[must_use]
    pub fn short(&self, language: Language) -> Option<String> {
        let invented = self.invented.as_ref().map(|_| SHORT.get(language));
        let incomplete = self.incomplete.as_ref().map(|_| INCOMPLETE.get(language));
        let words: Vec<&str> = invented.into_iter().chain(incomplete).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// A title with the marks.
    #[must_use]
    pub fn titled(&self, title: &str, language: Language) -> String {
        match self.short(language) {
            Some(words) => format!("{title} ({words})"),
            None => title.to_owned(),
        }
    }

    /// A description with the sentences of the marks before it.
    #[must_use]
    pub fn described(&self, description: &str) -> String {
        let all: Vec<&str> = self.sentences().chain([description]).collect();
        all.join(" ").trim_end().to_owned()
    }
}
