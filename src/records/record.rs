//! What every record has, whatever its kind.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{Day, PartialDate};
use crate::diagnostic::{At, Place};
use crate::language::Language;
use crate::records::{
    Call, Citation, OneOrMany, ShortOrTable, SortedMap, SourceId, TerritoryId, UnknownStatement,
    Word, YearBlock,
};

/// One file: its id and home, told by its place, and what it says.
#[derive(Clone, Debug, Default)]
pub struct Record<I, T> {
    /// Its id: the file's name, or the folder's for a territory.
    pub id: I,
    /// Its path below the root.
    pub file: Arc<str>,
    /// The territory in whose folder it lies; for a territory, itself.
    pub home: TerritoryId,
    /// Whether the whole file could be read: if not, what is missing below may only be unread.
    pub intact: bool,
    /// What `sourced` and `inferred` name and the record does not state.
    pub unknown_statements: Vec<UnknownStatement>,
    /// What every record says; it stays where it was read while records are moved about.
    pub common: Box<Common>,
    /// What this kind of record says, likewise.
    pub body: Box<T>,
}

impl<I: std::fmt::Display, T> Record<I, T> {
    /// A place in the record's file.
    #[must_use]
    pub fn at(&self, at: At) -> Place {
        Place {
            file: self.file.clone(),
            at,
        }
    }

    /// The name people say; the id where the name could not be read.
    #[must_use]
    pub fn name(&self) -> String {
        if self.common.name.is_empty() {
            self.id.to_string()
        } else {
            self.common.name.clone()
        }
    }
}

/// The keys common to all records.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Common {
    /// As people say it, accents and all.
    pub name: String,
    /// A few sentences, in one language or both.
    pub summary: LocalizedText,
    /// Where it is known from.
    pub sources: Vec<Citation>,
    /// Which statements rest on which source, where there are several: by source, keys with dots.
    pub sourced: SortedMap<SourceId, OneOrMany<String>>,
    /// Keys that are the writer's reading, not a source's words; dotted.
    pub inferred: Vec<String>,
    /// Former and other names.
    pub aliases: Vec<String>,
    /// Checks it is excused from.
    pub waivers: Vec<Waiver>,
    /// Roles to write to.
    pub contacts: Vec<Contact>,
    /// Calls that it answered, by key.
    pub calls: SortedMap<String, Call>,
    /// What each year brought, by year (`2025`) or span (`2016..2019`).
    pub years: SortedMap<String, YearBlock>,
    /// For the team, never in reports.
    pub notes: Option<String>,
    /// The network's own.
    pub extra: ExtraTable,
}

impl Common {
    /// Whether the whole record rests on one source alone.
    #[must_use]
    pub fn has_one_source(&self) -> bool {
        let cites = |id: &str| {
            self.sources
                .iter()
                .any(|one| one.is(id) || matches!(one, Citation::Id(known) if known.as_str() == id))
        };
        let beside = self.sourced.keys().filter(|id| !cites(id.as_str())).count();
        self.sources.len() + beside == 1
    }
}

/// What a network keeps for itself: any table, kept as it is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct ExtraTable(pub serde_json::Value);

/// A text in one language or in both.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<String, TextInBoth>")]
pub enum LocalizedText {
    /// Nothing was said.
    #[default]
    Nothing,
    /// In one language, which is not told.
    Plain(String),
    /// In one language that is told, or in both.
    InBoth(Box<TextInBoth>),
}

/// A text in the languages that are told.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct TextInBoth {
    fr: Option<String>,
    en: Option<String>,
}

impl From<ShortOrTable<String, TextInBoth>> for LocalizedText {
    fn from(written: ShortOrTable<String, TextInBoth>) -> Self {
        match written {
            ShortOrTable::Short(plain) => Self::Plain(plain),
            ShortOrTable::Long(both) => Self::InBoth(Box::new(both)),
        }
    }
}

impl LocalizedText {
    /// The text in a language where it was written in that language, and said so.
    #[must_use]
    pub fn exactly(&self, language: Language) -> Option<&str> {
        match (self, language) {
            (Self::InBoth(both), Language::French) => both.fr.as_deref(),
            (Self::InBoth(both), Language::English) => both.en.as_deref(),
            (Self::Nothing | Self::Plain(_), _) => None,
        }
    }

    /// The text in a language, else in the one it has; nothing where nothing was said.
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

/// An excuse from one check, until a day.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Waiver {
    /// Name of the check or criterion.
    pub check: String,
    /// Why.
    pub because: String,
    /// The body or role that decided it.
    pub by: String,
    /// Last day on which it holds.
    pub until: Option<PartialDate>,
}

impl Waiver {
    /// Whether it holds on a day; one without an end holds on none.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        self.until.is_some_and(|until| day <= until.last())
    }
}

/// A role to write to; a person, where one stands behind it, by id only.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Role of the vocabulary.
    pub role: Word,
    /// Id in the people folder.
    pub person: Option<String>,
    /// Generic address.
    pub email: Option<String>,
    /// Generic number.
    pub phone: Option<String>,
}
