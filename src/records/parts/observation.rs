//! Observations: levers of cooperation, obstacles to it, tools that serve it.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::parts::id::{SourceId, Word};
use crate::records::parts::localized_text::LocalizedText;

/// A lever or an obstacle that somebody observed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct LeverOrObstacle {
    /// Kind, from the vocabulary.
    pub kind: Word,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which it was observed.
    pub seen: Vec<u16>,
    /// Informant: an actor or a kind of stakeholder.
    pub told_by: Option<Word>,
    /// Date on which an obstacle was removed.
    pub lifted: Option<PartialDate>,
    /// Comment.
    pub note: Option<LocalizedText>,
    /// Source.
    pub source: Option<SourceId>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
}

impl LeverOrObstacle {
    /// Returns the period in which it was observed.
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
    /// Kind, from the vocabulary.
    pub kind: Word,
    /// Year of use.
    pub year: Option<u16>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which it was observed.
    pub seen: Vec<u16>,
    /// Comment.
    pub note: Option<LocalizedText>,
    /// Source.
    pub source: Option<SourceId>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
}
