//! Stages of the process: when each was reached, and how that is known.

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::records::{LocalizedText, OneOrMany, ShortOrTable, SortedMap, SourceId, StageId};

/// Stages of the process that were reached, by stage.
pub type Stages = SortedMap<StageId, Reached>;

/// When a stage was reached, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<PartialDate, ReachedRow>")]
pub struct Reached {
    /// When; more than once where it was lost and reached again.
    pub reached: Vec<PartialDate>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
    /// In words.
    pub note: Option<LocalizedText>,
    /// False where it was not the network's work.
    pub by_network: bool,
}

#[derive(Deserialize)]
#[serde(default)]
struct ReachedRow {
    reached: OneOrMany<PartialDate>,
    evidence: Option<String>,
    source: Option<SourceId>,
    inferred: bool,
    note: Option<LocalizedText>,
    by_network: bool,
}

impl Default for ReachedRow {
    fn default() -> Self {
        let reached = OneOrMany::default();
        Self {
            reached,
            evidence: None,
            source: None,
            inferred: false,
            note: None,
            by_network: true,
        }
    }
}

impl From<ShortOrTable<PartialDate, ReachedRow>> for Reached {
    fn from(written: ShortOrTable<PartialDate, ReachedRow>) -> Self {
        let row = match written {
            ShortOrTable::Short(when) => ReachedRow {
                reached: OneOrMany(vec![when]),
                ..ReachedRow::default()
            },
            ShortOrTable::Long(row) => row,
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
