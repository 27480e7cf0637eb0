//! The activity of a year: actions, resources, results and figures.

use serde::Deserialize;

use crate::documents::deserialize::OneOrMany;
use crate::records::parts::id::{SourceId, Word};
use crate::records::parts::localized_text::LocalizedText;
use crate::records::parts::short_or_table::ShortOrTable;
use crate::records::parts::sorted_map::SortedMap;

/// The activity of a year, or of a span of years.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct YearBlock {
    /// Comment for the annual report.
    pub note: LocalizedText,
    /// Days of work of the network, by kind of action.
    pub actions: SortedMap<Word, f64>,
    /// Resources, by nature.
    pub resources: SortedMap<Word, OneOrMany<Resource>>,
    /// Results, by indicator.
    pub results: SortedMap<Word, ResultRow>,
    /// Other figures, by name.
    pub figures: SortedMap<Word, Figure>,
}

/// A resource of one nature in one year: an amount of money, or time. The two are never added.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Resource {
    /// Planned amount, in euros.
    pub planned: Option<f64>,
    /// Actual amount, in euros.
    pub actual: Option<f64>,
    /// Time given, in hours.
    pub hours: Option<f64>,
    /// Actor that paid.
    pub payer: Option<Word>,
    /// Source.
    pub source: Option<SourceId>,
    /// Informant: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// Comment.
    pub note: Option<LocalizedText>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
}

/// A result, with its target.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ResultRow {
    /// Value, in the unit of the indicator.
    pub value: Option<f64>,
    /// Target, in the same unit.
    pub target: Option<f64>,
    /// Precision of the value.
    pub is: Precision,
    /// Source.
    pub source: Option<SourceId>,
    /// Informant: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// Comment.
    pub note: Option<LocalizedText>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
}

/// The precision of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// Counted.
    #[default]
    Exact,
    /// Approximate.
    About,
    /// A lower bound.
    AtLeast,
    /// An upper bound.
    AtMost,
}

/// A figure, as it is published.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<f64, FigureRow>")]
pub struct Figure {
    /// Value.
    pub value: f64,
    /// Precision of the value.
    pub is: Precision,
    /// Source.
    pub source: Option<SourceId>,
    /// Informant: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// Comment.
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
    fn from(figure: ShortOrTable<f64, FigureRow>) -> Self {
        match figure {
            ShortOrTable::Short(value) => Self {
                value,
                ..Self::default()
            },
            ShortOrTable::Long(row) => Self {
                value: row.value,
                is: row.is,
                source: row.source,
                told_by: row.told_by,
                note: row.note,
            },
        }
    }
}
