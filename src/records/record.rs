//! What every record has, whatever its kind.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{Day, When};
use crate::diagnostic::{At, Place};
use crate::language::Language;
use crate::records::{
    Astray, ById, Call, Citation, Either, OneOrMany, SourceId, TerritoryId, Word, YearBlock,
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
    pub astray: Vec<Astray>,
    /// What every record says.
    pub common: Common,
    /// What this kind of record says.
    pub body: T,
}

impl<I: std::fmt::Display, T> Record<I, T> {
    /// A place in the record's file.
    #[must_use]
    pub fn at(&self, at: At) -> Place {
        Place { file: self.file.clone(), at }
    }

    /// The name people say; the id where the name could not be read.
    #[must_use]
    pub fn name(&self) -> String {
        if self.common.name.is_empty() { self.id.to_string() } else { self.common.name.clone() }
    }
}

/// The keys common to all records.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Common {
    /// As people say it, accents and all.
    pub name: String,
    /// A few sentences, in one language or both.
    pub summary: Said,
    /// Where it is known from.
    pub sources: Vec<Citation>,
    /// Which statements rest on which source, where there are several: by source, keys with dots.
    pub sourced: ById<SourceId, OneOrMany<String>>,
    /// Keys that are the writer's reading, not a source's words; dotted.
    pub inferred: Vec<String>,
    /// Former and other names.
    pub aliases: Vec<String>,
    /// Checks it is excused from.
    pub waivers: Vec<Waiver>,
    /// Roles to write to.
    pub contacts: Vec<Contact>,
    /// Calls that it answered, by key.
    pub calls: ById<String, Call>,
    /// What each year brought, by year (`2025`) or span (`2016..2019`).
    pub years: ById<String, YearBlock>,
    /// For the team, never in reports.
    pub notes: Option<String>,
    /// The network's own.
    pub extra: Kept,
}

impl Common {
    /// Whether it says on which source a statement rests: `sourced` names one for it, for the table around it or for
    /// what stands inside, or the whole record rests on one source alone.
    #[must_use]
    pub fn is_sourced(&self, statement: &str) -> bool {
        let inside = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let speaks = |name: &String| inside(statement, name) || inside(name, statement);
        if self.sourced.values().any(|names| names.0.iter().any(speaks)) {
            return true;
        }
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
pub struct Kept(pub serde_json::Value);

/// A text in one language or in both.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Either<String, SaidInBoth>")]
pub struct Said {
    fr: Option<String>,
    en: Option<String>,
    plain: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SaidInBoth {
    fr: Option<String>,
    en: Option<String>,
}

impl From<Either<String, SaidInBoth>> for Said {
    fn from(written: Either<String, SaidInBoth>) -> Self {
        match written {
            Either::Short(plain) => Self { plain: Some(plain), ..Self::default() },
            Either::Long(both) => Self { fr: both.fr, en: both.en, plain: None },
        }
    }
}

impl Said {
    /// The text in a language where it was written in that language, and said so.
    #[must_use]
    pub fn exactly(&self, language: Language) -> Option<&str> {
        match language {
            Language::French => self.fr.as_deref(),
            Language::English => self.en.as_deref(),
        }
    }

    /// The text in a language, else in the one it has; nothing where nothing was said.
    #[must_use]
    pub fn in_(&self, language: Language) -> Option<&str> {
        let (wanted, other) = match language {
            Language::French => (&self.fr, &self.en),
            Language::English => (&self.en, &self.fr),
        };
        wanted.as_ref().or(self.plain.as_ref()).or(other.as_ref()).map(String::as_str)
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
    pub until: Option<When>,
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
