//! Applications for funding: answers to calls, and requests for grants.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::parts::id::{ActorId, SourceId, Word};
use crate::records::parts::sources::Citation;

/// An application for funding: the answer to a call, or the request for a grant.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Call {
    /// Kind, from the vocabulary.
    pub kind: Option<Word>,
    /// Funder.
    pub with: Option<ActorId>,
    /// Date of the application.
    pub answered: Option<PartialDate>,
    /// Date on which it was granted.
    pub granted: Option<PartialDate>,
    /// Date on which it was refused.
    pub refused: Option<PartialDate>,
    /// First day of the funding.
    pub from: Option<PartialDate>,
    /// Last day of the funding.
    pub to: Option<PartialDate>,
    /// Amount requested, in euros.
    pub asked: Option<f64>,
    /// Amount granted, in euros.
    pub amount: Option<f64>,
    /// Due date of the report.
    pub report_by: Option<PartialDate>,
    /// Date on which the report was submitted.
    pub reported: Option<PartialDate>,
    /// Subject.
    pub subject: Option<String>,
    /// Source.
    pub source: Option<SourceId>,
    /// Several sources.
    pub sources: Vec<Citation>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
    /// Comment.
    pub note: Option<String>,
}

impl Call {
    /// Returns the period of the funding. If none is stated, it lasts from the first known date to
    /// the refusal, or to the due date of the report.
    #[must_use]
    pub fn period(&self) -> Period {
        let stated = Period {
            from: self.from,
            to: self.to,
            seen: Vec::new(),
        };
        if !stated.is_empty() {
            return stated;
        }
        // An application without a period still belongs to the years in which it was handled.
        let from = self.answered.or(self.granted).or(self.refused);
        Period {
            from,
            to: self.refused.or(self.report_by).or(from),
            seen: Vec::new(),
        }
    }
}
