//! Stages of the process: when each was reached, and how that is known.

use serde::Deserialize;

use crate::calendar::When;
use crate::records::{ById, Either, OneOrMany, Said, SourceId, StageId};

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
