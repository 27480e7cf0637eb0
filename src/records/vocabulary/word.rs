//! The words of the vocabulary, as a network describes them.

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::language::Language;
use crate::records::parts::id::Word;
use crate::records::parts::localized_text::LocalizedText;

/// A word of the vocabulary. Some keys belong to some lists only.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct VocabularyWord {
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// Shorter label, for narrow columns and maps.
    pub short: Option<LocalizedText>,
    /// Id of the word after which it is placed.
    pub after: Option<Word>,
    /// Id of the word before which it is placed.
    pub before: Option<Word>,
    /// Date from which the word is used.
    pub from: Option<PartialDate>,
    /// Date until which the word was used.
    pub to: Option<PartialDate>,
    /// Ids of the words that it replaces.
    pub succeeds: Vec<Word>,
    /// Themes: colour of the symbol, `#RRGGBB`.
    pub fill: Option<String>,
    /// Themes: shape of the symbol.
    pub shape: Option<String>,
    /// Kinds of actor and forms: id of the family.
    pub family: Option<String>,
    /// Forms and roles of the network: whether such dynamics are counted, which is the default.
    pub counts: Option<bool>,
    /// Natures: `market`, `redistribution` or `reciprocity` (K. Polanyi).
    pub category: Option<String>,
    /// Meaning, in a sentence or two.
    pub definition: Option<LocalizedText>,
    /// Indicators: unit.
    pub unit: Option<LocalizedText>,
    /// Whether the word comes from the base of the vocabulary.
    #[serde(skip)]
    pub inherited: bool,
}

impl VocabularyWord {
    /// Returns the label in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }

    /// Returns the short label, or the label of a word that has no short one.
    #[must_use]
    pub fn short_label(&self, language: Language) -> &str {
        self.short
            .as_ref()
            .and_then(|short| short.get(language))
            .unwrap_or_else(|| self.label(language))
    }
}

impl VocabularyWord {
    /// Returns whether the word asks for a position in its list.
    pub(super) fn has_position(&self) -> bool {
        self.after.is_some() || self.before.is_some()
    }
}

/// An entry of `[struck]`: a word of the base that the network does not use.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct RemovedWord {
    /// Reason.
    pub because: LocalizedText,
}
