//! A call that was answered, or a grant that was asked for: of whom, for what, and what came of it.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::{ActorId, Citation, SourceId, Word};

/// A call that was answered, or a grant that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Call {
    /// What it is, from the vocabulary.
    pub kind: Option<Word>,
    /// The funder.
    pub with: Option<ActorId>,
    /// When one applied.
    pub answered: Option<PartialDate>,
    /// When it was granted.
    pub granted: Option<PartialDate>,
    /// When it was refused.
    pub refused: Option<PartialDate>,
    /// Since when it pays.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Euros asked for.
    pub asked: Option<f64>,
    /// Euros granted.
    pub amount: Option<f64>,
    /// By when its report is expected.
    pub report_by: Option<PartialDate>,
    /// When that was handed in.
    pub reported: Option<PartialDate>,
    /// About what.
    pub subject: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// Where it is known from.
    pub sources: Vec<Citation>,
    /// The writer's reading.
    pub inferred: bool,
    /// In words.
    pub note: Option<String>,
}

impl Call {
    /// What it pays for; where nothing says so, from its answer to its refusal, or to the day of
    /// its report.
    #[must_use]
    pub fn period(&self) -> Period {
        let told = Period {
            from: self.from,
            to: self.to,
            seen: Vec::new(),
        };
        if !told.is_empty() {
            return told;
        }
        let from = self.answered.or(self.granted).or(self.refused);
        Period {
            from,
            to: self.refused.or(self.report_by).or(from),
            seen: Vec::new(),
        }
    }
}
