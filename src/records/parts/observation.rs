//! What somebody observed: levers, obstacles, tools of cooperation.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::{LocalizedText, SourceId, Word};

/// A lever or an obstacle that somebody saw.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct LeverOrObstacle {
    /// Which, from the vocabulary.
    pub kind: Word,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Years in which it was seen.
    pub seen: Vec<u16>,
    /// Who says so: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// When an obstacle was lifted.
    pub lifted: Option<PartialDate>,
    /// In words.
    pub note: Option<LocalizedText>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
}

impl LeverOrObstacle {
    /// When it held.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
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
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Years in which it was seen.
    pub seen: Vec<u16>,
    /// In words.
    pub note: Option<LocalizedText>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
}
