//! The words of the network: themes, stages, kinds and the rest, in order, in both languages.

mod patch;

pub use patch::{PatchError, PatchProblem, RemovedWord};

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::calendar::PartialDate;
use crate::documents::deserialize::InOrder;
use crate::language::Language;
use crate::records::{LocalizedText, Word};

/// A list of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Themes of dynamics, in the order of their digits.
    Themes,
    /// Steps of the process, in their order.
    Stages,
    /// Kinds of territory.
    TerritoryKinds,
    /// Kinds of actor.
    ActorKinds,
    /// Families of actors.
    Families,
    /// Those who have a stake.
    Stakeholders,
    /// Colleges of members.
    Colleges,
    /// Roles of partners.
    Roles,
    /// Roles of the network in a dynamic.
    NetworkRoles,
    /// Forms of dynamics.
    Forms,
    /// Labels and approvals of actors.
    Statuses,
    /// Heads of social usefulness in the law.
    SocialUsefulness,
    /// Ways to end.
    Ends,
    /// What helps.
    Levers,
    /// What hinders.
    Obstacles,
    /// Tools of cooperation.
    Tools,
    /// Kinds of action of the network.
    Actions,
    /// Calls that one answers.
    Calls,
    /// Natures of resources.
    Natures,
    /// Indicators of results.
    Indicators,
    /// Figures that are published or counted.
    Figures,
    /// Roles of contacts.
    ContactRoles,
}

impl List {
    /// Every list with its name in `vocabulary.toml` and in the schemas' `x-word`.
    pub const ALL: [(Self, &'static str); 22] = [
        (Self::Themes, "themes"),
        (Self::Stages, "stages"),
        (Self::TerritoryKinds, "territory_kinds"),
        (Self::ActorKinds, "actor_kinds"),
        (Self::Families, "families"),
        (Self::Stakeholders, "stakeholders"),
        (Self::Colleges, "colleges"),
        (Self::Roles, "roles"),
        (Self::NetworkRoles, "network_roles"),
        (Self::Forms, "forms"),
        (Self::Statuses, "statuses"),
        (Self::SocialUsefulness, "social_usefulness"),
        (Self::Ends, "ends"),
        (Self::Levers, "levers"),
        (Self::Obstacles, "obstacles"),
        (Self::Tools, "tools"),
        (Self::Actions, "actions"),
        (Self::Calls, "calls"),
        (Self::Natures, "natures"),
        (Self::Indicators, "indicators"),
        (Self::Figures, "figures"),
        (Self::ContactRoles, "contact_roles"),
    ];

    /// Its name in `vocabulary.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(list, _)| *list == self)
            .map_or("", |(_, name)| name)
    }
}

/// A word with its labels and whatever its list adds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct VocabularyWord {
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
    /// Shorter labels for narrow places.
    pub short: Option<LocalizedText>,
    /// The word of the list that it follows.
    pub after: Option<Word>,
    /// The word of the list that it precedes.
    pub before: Option<Word>,
    /// Since when the word is used.
    pub from: Option<PartialDate>,
    /// Until when it was used.
    pub to: Option<PartialDate>,
    /// Words that it replaces.
    pub succeeds: Vec<Word>,
    /// Themes: colour of the symbol.
    pub fill: Option<String>,
    /// Themes: form of the symbol.
    pub shape: Option<String>,
    /// Kinds of actor and forms: the family.
    pub family: Option<String>,
    /// Forms and roles of the network: whether such dynamics count; they do unless this says no.
    pub counts: Option<bool>,
    /// Natures: market, redistribution or reciprocity.
    pub category: Option<String>,
    /// Indicators: the unit.
    pub unit: Option<String>,
    /// Whether it comes from the vocabulary that this one starts from.
    #[serde(skip)]
    pub inherited: bool,
}

impl VocabularyWord {
    /// Its label in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }

    /// Its label where room is short.
    #[must_use]
    pub fn short_label(&self, language: Language) -> &str {
        self.short
            .as_ref()
            .and_then(|short| short.get(language))
            .unwrap_or_else(|| self.label(language))
    }
}

/// All lists of `vocabulary.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    pub(in crate::records) lists: BTreeMap<List, InOrder<VocabularyWord>>,
    /// The vocabulary that it starts from: `apes`, or a file of the workspace.
    pub base: Option<String>,
    pub(in crate::records) struck: BTreeMap<List, InOrder<RemovedWord>>,
    /// The file in which it is written.
    pub file: Arc<str>,
    /// What it changes and cannot, once laid over its base.
    pub misplaced: Vec<PatchError>,
    pub(in crate::records) first: Option<Arc<Self>>,
}

impl<'de> Deserialize<'de> for Vocabulary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Vocabulary;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a table")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Vocabulary, A::Error> {
                let mut vocabulary = Vocabulary::default();
                while let Some(key) = table.next_key::<String>()? {
                    match (&*key, List::ALL.iter().find(|(_, name)| *name == key)) {
                        ("base", _) => vocabulary.base = table.next_value()?,
                        ("struck", _) => vocabulary.struck = table.next_value()?,
                        (_, Some((list, _))) => {
                            vocabulary.lists.insert(*list, table.next_value()?);
                        }
                        (_, None) => {
                            table.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(vocabulary)
            }
        }
        deserializer.deserialize_map(Written)
    }
}

impl Vocabulary {
    /// The words of a list, in order.
    #[must_use]
    pub fn list(&self, list: List) -> &[(String, VocabularyWord)] {
        self.lists.get(&list).map_or(&[], |words| &words.0)
    }

    /// A word of a list.
    #[must_use]
    pub fn word(&self, list: List, id: &str) -> Option<&VocabularyWord> {
        self.lists.get(&list).and_then(|words| words.get(id))
    }

    /// A word's place in its list, from 0: the rank of a stage, the digit of a theme less one.
    #[must_use]
    pub fn rank(&self, list: List, id: &str) -> Option<usize> {
        self.list(list).iter().position(|(word, _)| word == id)
    }

    /// A word's label; the id itself where the word is unknown.
    #[must_use]
    pub fn label<'a>(&'a self, list: List, id: &'a str, language: Language) -> &'a str {
        self.word(list, id).map_or(id, |word| word.label(language))
    }
}
