//! What every record has, whatever its kind.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{Period, When};
use crate::diagnostic::{At, Place};
use crate::language::Language;
use crate::records::{ById, Citation, Either, OneOrMany, SourceId, StageId, TerritoryId, Word};

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
    /// Keys that are the writer's reading, not a source's words; dotted.
    pub inferred: Vec<String>,
    /// Former and other names.
    pub aliases: Vec<String>,
    /// Checks it is excused from.
    pub waivers: Vec<Waiver>,
    /// Roles to write to.
    pub contacts: Vec<Contact>,
    /// What each year brought, by year (`2025`) or span (`2016..2019`).
    pub years: ById<String, YearBlock>,
    /// For the team, never in reports.
    pub notes: Option<String>,
    /// The network's own.
    pub extra: Kept,
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

/// What a year brought.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct YearBlock {
    /// For the annual report.
    pub note: Said,
    /// Days the network gave, by kind of action.
    pub actions: ById<Word, f64>,
    /// Resources by nature.
    pub resources: ById<Word, OneOrMany<Resource>>,
    /// Results by indicator.
    pub results: ById<Word, ResultRow>,
    /// Anything else that was counted.
    pub figures: ById<Word, Figure>,
}

/// Money or time of one nature in one year; euros and hours are never added.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Resource {
    /// Planned, in euros.
    pub planned: Option<f64>,
    /// Actual, in euros.
    pub actual: Option<f64>,
    /// Hours given.
    pub hours: Option<f64>,
    /// Id of the actor that paid.
    pub payer: Option<Word>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// Who says so: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// In words.
    pub note: Option<Said>,
    /// The writer's reading.
    pub inferred: bool,
}

/// A result against its target.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ResultRow {
    /// What was reached, in the indicator's unit.
    pub value: Option<f64>,
    /// What was aimed at, in the same unit.
    pub target: Option<f64>,
    /// How exact the value is.
    pub is: Precision,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// Who says so.
    pub told_by: Option<Word>,
    /// In words.
    pub note: Option<Said>,
    /// The writer's reading.
    pub inferred: bool,
}

/// How exact a figure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// As counted.
    #[default]
    Exact,
    /// Roughly.
    About,
    /// This or more.
    AtLeast,
    /// This or less.
    AtMost,
}

/// A number as people publish it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Either<f64, FigureRow>")]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// How exact it is.
    pub is: Precision,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// Who says so.
    pub told_by: Option<Word>,
    /// In words.
    pub note: Option<Said>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FigureRow {
    value: f64,
    is: Precision,
    source: Option<SourceId>,
    told_by: Option<Word>,
    note: Option<Said>,
}

impl From<Either<f64, FigureRow>> for Figure {
    fn from(written: Either<f64, FigureRow>) -> Self {
        match written {
            Either::Short(value) => Self { value, ..Self::default() },
            Either::Long(FigureRow { value, is, source, told_by, note }) => {
                Self { value, is, source, told_by, note }
            }
        }
    }
}

/// Stages of the process that were reached, by stage.
pub type Stages = ById<StageId, Reached>;

/// When a stage was reached, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Either<When, ReachedRow>")]
pub struct Reached {
    /// When; more than once where it was lost and reached again.
    pub reached: Vec<When>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
    /// In words.
    pub note: Option<Said>,
    /// False where it was not the network's work.
    pub by_network: bool,
}

#[derive(Deserialize)]
#[serde(default)]
struct ReachedRow {
    reached: OneOrMany<When>,
    evidence: Option<String>,
    source: Option<SourceId>,
    inferred: bool,
    note: Option<Said>,
    by_network: bool,
}

impl Default for ReachedRow {
    fn default() -> Self {
        let reached = OneOrMany::default();
        Self { reached, evidence: None, source: None, inferred: false, note: None, by_network: true }
    }
}

impl From<Either<When, ReachedRow>> for Reached {
    fn from(written: Either<When, ReachedRow>) -> Self {
        let row = match written {
            Either::Short(when) => ReachedRow { reached: OneOrMany(vec![when]), ..ReachedRow::default() },
            Either::Long(row) => row,
        };
        Self {
            reached: row.reached.0,
            evidence: row.evidence,
            source: row.source,
            inferred: row.inferred,
            note: row.note,
            by_network: row.by_network,
        }
    }
}

/// A lever or an obstacle that somebody saw.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Trait {
    /// Which, from the vocabulary.
    pub kind: Word,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
    /// Years in which it was seen.
    pub seen: Vec<u16>,
    /// Who says so: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// When an obstacle was lifted.
    pub lifted: Option<When>,
    /// In words.
    pub note: Option<Said>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
}

impl Trait {
    /// When it held.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.from, to: self.to, seen: self.seen.clone() }
    }
}

/// A tool of cooperation that was used.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Tool {
    /// Which, from the vocabulary.
    pub kind: Word,
    /// In which year.
    pub year: Option<u16>,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
    /// Years in which it was seen.
    pub seen: Vec<u16>,
    /// In words.
    pub note: Option<Said>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
}
