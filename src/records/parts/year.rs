//! What a year brought: actions, resources, results and figures.

use serde::Deserialize;

use crate::calendar::DateRange;
use crate::records::{Common, LocalizedText, OneOrMany, ShortOrTable, SortedMap, SourceId, Word};

/// What a year brought.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct YearBlock {
    /// For the annual report.
    pub note: LocalizedText,
    /// Days the network gave, by kind of action.
    pub actions: SortedMap<Word, f64>,
    /// Resources by nature.
    pub resources: SortedMap<Word, OneOrMany<Resource>>,
    /// Results by indicator.
    pub results: SortedMap<Word, ResultRow>,
    /// Anything else that was counted.
    pub figures: SortedMap<Word, Figure>,
}

impl Common {
    /// What the years of a stretch brought, in order of time; a span counts where all of it lies
    /// inside.
    pub fn years_in(&self, asked: DateRange) -> impl Iterator<Item = (&str, &YearBlock)> + Clone {
        let inside = move |key: &str| {
            span(key).is_some_and(|span| asked.first <= span.first && span.last <= asked.last)
        };
        self.years
            .iter()
            .filter(move |(key, _)| inside(key))
            .map(|(key, block)| (key.as_str(), block))
    }
}

/// The days of a year (`2025`) or of a span (`2016..2019`).
fn span(key: &str) -> Option<DateRange> {
    let (first, last) = key.split_once("..").unwrap_or((key, key));
    Some(DateRange::years(first.parse().ok()?, last.parse().ok()?))
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
    pub note: Option<LocalizedText>,
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
    pub note: Option<LocalizedText>,
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
#[serde(from = "ShortOrTable<f64, FigureRow>")]
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
    pub note: Option<LocalizedText>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FigureRow {
    value: f64,
    is: Precision,
    source: Option<SourceId>,
    told_by: Option<Word>,
    note: Option<LocalizedText>,
}

impl From<ShortOrTable<f64, FigureRow>> for Figure {
    fn from(written: ShortOrTable<f64, FigureRow>) -> Self {
        match written {
            ShortOrTable::Short(value) => Self {
                value,
                ..Self::default()
            },
            ShortOrTable::Long(FigureRow {
                value,
                is,
                source,
                told_by,
                note,
            }) => Self {
                value,
                is,
                source,
                told_by,
                note,
            },
        }
    }
}
