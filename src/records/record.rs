//! A record, with the keys that records of all kinds have.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::diagnostic::{At, Place, Route};
use crate::documents::deserialize::OneOrMany;
use crate::records::parts::call::Call;
use crate::records::parts::id::{SourceId, TerritoryId, Word};
use crate::records::parts::localized_text::LocalizedText;
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::sources::Citation;
use crate::records::parts::year::YearBlock;

/// A record: one file, whose path gives its kind, its id and its territory.
#[derive(Clone, Debug, Default)]
pub struct Record<I, T> {
    /// Name of the file without its extension, or of the folder for a territory.
    pub id: I,
    /// Path of the file below the root of the workspace.
    pub file: Arc<str>,
    /// Territory in whose folder the file is; a territory is its own home.
    pub home: TerritoryId,
    /// Whether the whole file could be read. Otherwise, a missing key may be present but unread.
    pub intact: bool,
    /// Names in `sourced` and `inferred` of statements that the record does not make.
    pub unknown_statements: Vec<UnknownStatement>,
    /// Keys of all kinds of record. Boxed, as is the body: records are moved when they are sorted.
    pub common: Box<Common>,
    /// Keys of this kind of record.
    pub body: Box<T>,
}

impl<I: std::fmt::Display, T> Record<I, T> {
    /// Returns a place in the file of the record.
    #[must_use]
    pub fn at(&self, at: At) -> Place {
        Place {
            file: self.file.clone(),
            at,
        }
    }

    /// Returns the name, or the id of a record whose name could not be read.
    #[must_use]
    pub fn name(&self) -> String {
        if self.common.name.is_empty() {
            self.id.to_string()
        } else {
            self.common.name.clone()
        }
    }
}

/// A name in `sourced` or `inferred` under which the record makes no statement.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownStatement {
    /// The name.
    pub name: String,
    /// Route to the name.
    pub route: Route,
    /// The nearest name of a statement, for the first few unknown names.
    pub near: Option<String>,
}

/// Returns whether a name in `sourced` or `inferred` covers a statement: it is its name, or that of
/// a table around it.
#[must_use]
pub fn covers(name: &str, statement: &str) -> bool {
    statement
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Keys of all kinds of record.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Common {
    /// Name, as people say it.
    pub name: String,
    /// Summary of a few sentences.
    pub summary: LocalizedText,
    /// Sources of the record.
    pub sources: Vec<Citation>,
    /// Names of statements by the source that supports them, in a record with several sources.
    pub sourced: SortedMap<SourceId, OneOrMany<String>>,
    /// Names of statements that are an interpretation of the author, not the words of a source.
    pub inferred: Vec<String>,
    /// Other and former names.
    pub aliases: Vec<String>,
    /// Waivers of checks and criteria.
    pub waivers: Vec<Waiver>,
    /// Contacts, by role.
    pub contacts: Vec<Contact>,
    /// Calls and grants that were applied for, by key.
    pub calls: SortedMap<String, Call>,
    /// Activity of each year (`2025`) or span of years (`2016..2019`).
    pub years: SortedMap<String, YearBlock>,
    /// Note for the team; reports never show it.
    pub notes: Option<String>,
    /// Fingerprints of the French texts from which the English ones were written, by the name of
    /// the text.
    pub translations: SortedMap<String, String>,
    /// Keys of the network itself.
    pub extra: ExtraTable,
}

impl Common {
    /// Returns whether the record has exactly one source, which then supports all of it.
    #[must_use]
    pub fn has_one_source(&self) -> bool {
        let sourced_only = self.sourced.keys().filter(|id| !self.cites(id)).count();
        self.sources.len() + sourced_only == 1
    }

    /// Returns whether a statement is an interpretation of the author: `inferred` names it, a table
    /// around it, or one of the statements below it.
    #[must_use]
    pub fn infers(&self, statement: &str) -> bool {
        self.inferred
            .iter()
            .any(|name| covers(name, statement) || covers(statement, name))
    }

    /// Returns whether a row of a table is an interpretation of the author: the row says so itself,
    /// or the record's `inferred` names it.
    #[must_use]
    pub fn infers_row(&self, table: &str, key: &str, row_says_so: bool) -> bool {
        row_says_so || self.infers(&format!("{table}.{key}"))
    }

    fn cites(&self, id: &SourceId) -> bool {
        self.sources.iter().any(|citation| {
            citation.is(id.as_str()) || matches!(citation, Citation::Id(known) if known == id)
        })
    }

    /// Returns the years of activity within a range, in order of time. A span of years is included
    /// if all of it is within the range.
    pub fn years_in(&self, range: DateRange) -> impl Iterator<Item = (&str, &YearBlock)> + Clone {
        self.years
            .iter()
            .filter(move |(key, _)| {
                days_of_years(key)
                    .is_some_and(|days| range.first <= days.first && days.last <= range.last)
            })
            .map(|(key, year)| (key.as_str(), year))
    }
}

/// Parses a year (`2025`) or a span of years (`2016..2019`).
fn days_of_years(key: &str) -> Option<DateRange> {
    let (first, last) = key.split_once("..").unwrap_or((key, key));
    Some(DateRange::years(first.parse().ok()?, last.parse().ok()?))
}

/// A table whose keys the network defines for itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct ExtraTable(pub serde_json::Value);

/// A waiver of one check or criterion for one record, until a day.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Waiver {
    /// Name of the check or criterion.
    pub check: String,
    /// Reason.
    pub because: String,
    /// Body or role that decided it.
    pub by: String,
    /// Last day on which it is in force.
    pub until: Option<PartialDate>,
}

impl Waiver {
    /// Returns whether the waiver is in force on a day. A waiver without an end never is.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        self.until.is_some_and(|until| day <= until.last())
    }
}

/// A contact: a role to write to, with the id of the person who has it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Role, from the vocabulary.
    pub role: Word,
    /// Id of the person in the private folder.
    pub person: Option<String>,
    /// E-mail address of the role.
    pub email: Option<String>,
    /// Telephone number of the role.
    pub phone: Option<String>,
}
