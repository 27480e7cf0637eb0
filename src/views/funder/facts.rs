//! The facts of a grant's report, as templates and machines read them.

use serde::Serialize;

use crate::views::parts::means::MeansFact;

/// The facts of the report.
#[derive(Serialize)]
pub struct FunderFacts {
    pub period: String,
    /// Agreements and calls, by record, then by key.
    pub grants: Vec<GrantFact>,
    /// Sources, in the order of their numbers.
    pub sources: Vec<String>,
}

/// An agreement or a call, and what it gave.
#[derive(Default, Serialize)]
pub struct GrantFact {
    /// What people type to choose it.
    pub id: String,
    /// `agreement` or `call`.
    pub nature: &'static str,
    /// What kind of call it is.
    pub kind: Option<String>,
    /// The record that answers for it, such as `territory/dunkerque`.
    pub record: String,
    /// Its name.
    pub holder: String,
    pub territory_id: String,
    pub territory: String,
    pub file: String,
    /// Who gives.
    pub with: Option<String>,
    pub subject: Option<String>,
    pub period: String,
    pub voted: Option<String>,
    /// When a call was answered, then what came of it.
    pub answered: Option<String>,
    pub granted: Option<String>,
    pub refused: Option<String>,
    /// By when the funder expects the report, and when it was handed in.
    pub report_by: Option<String>,
    pub reported: Option<String>,
    /// Days of the network's work that were agreed.
    pub days: Option<f64>,
    /// Days of its work that the records tell.
    pub days_given: Option<f64>,
    /// Euros asked for.
    pub asked: Option<f64>,
    /// Euros agreed or granted.
    pub amount: Option<f64>,
    /// Euros that the records say came from that funder in the period: to who answered a call, to
    /// the dynamics of an agreement.
    pub paid: Option<f64>,
    /// Priorities of the collective, then needs that its dynamics answer.
    pub objectives: Vec<String>,
    pub dynamics: Vec<DynamicFact>,
    pub results: Vec<ResultFact>,
    pub means: Vec<MeansFact>,
    /// The rows of which these are the sums.
    pub rows: Vec<RowFact>,
    /// Numbers of its sources.
    pub sources: String,
    /// What a funder asks and no record tells.
    pub missing: Vec<String>,
}

/// A dynamic that it is for.
#[derive(Serialize)]
pub struct DynamicFact {
    pub id: String,
    pub name: String,
    pub place: String,
    pub period: String,
    /// For whom: needs were found with them.
    pub beneficiaries: Vec<String>,
    pub partners: usize,
    pub file: String,
    pub sources: String,
}

/// An indicator of one year.
#[derive(Serialize)]
pub struct ResultFact {
    pub whose: String,
    pub year: String,
    pub id: String,
    pub label: String,
    pub unit: Option<String>,
    pub target: Option<f64>,
    pub value: Option<f64>,
    pub gap: Option<f64>,
    /// The gap as a share of the target; nothing where none was aimed at.
    pub gap_share: Option<f64>,
    pub file: String,
    pub sources: String,
}

/// What one record tells of one resource in one year.
#[derive(Serialize)]
pub struct RowFact {
    pub whose: String,
    pub year: String,
    pub id: String,
    pub label: String,
    /// Who paid.
    pub payer: Option<String>,
    pub planned: Option<f64>,
    pub actual: Option<f64>,
    pub hours: Option<f64>,
    pub file: String,
    pub sources: String,
}
