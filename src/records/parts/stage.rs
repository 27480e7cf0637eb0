//! Stages of the process, with the dates on which they were reached.

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::documents::deserialize::OneOrMany;
use crate::records::parts::id::{SourceId, StageId};
use crate::records::parts::localized_text::LocalizedText;
use crate::records::parts::short_or_table::ShortOrTable;
use crate::records::parts::sorted_map::SortedMap;

/// The stages that were reached.
pub type Stages = SortedMap<StageId, Reached>;

/// The dates on which a stage was reached, with their evidence.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<PartialDate, ReachedRow>")]
pub struct Reached {
    /// Dates; several for a stage that was lost and reached again.
    pub reached: Vec<PartialDate>,
    /// Evidence.
    pub evidence: Option<String>,
    /// Source.
    pub source: Option<SourceId>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
    /// Comment.
    pub note: Option<LocalizedText>,
    /// Whether the network contributed to it, which is the default.
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

// Written out for `by_network` alone, whose default is true.
impl Default for ReachedRow {
    fn default() -> Self {
        Self {
            reached: OneOrMany::default(),
            evidence: None,
            source: None,
            inferred: false,
            note: None,
            by_network: true,
        }
    }
}

impl From<ShortOrTable<PartialDate, ReachedRow>> for Reached {
    fn from(reached: ShortOrTable<PartialDate, ReachedRow>) -> Self {
        let row = match reached {
            ShortOrTable::Short(date) => ReachedRow {
                reached: OneOrMany(vec![date]),
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
