//! The facts of a grant's report, as templates and machines read them.

use serde::Serialize;

use crate::records::Precision;
use crate::views::parts::means::MeansFact;

/// The facts of the report.
#[derive(Serialize)]
pub struct FunderFacts {
    /// The years of the report.
    pub period: String,
    /// Agreements and calls, by record, then by key.
    pub grants: Vec<GrantFact>,
    /// Sources, in the order of their numbers.
    pub sources: Vec<String>,
}

/// An agreement or a call, with its dynamics, results and resources.
#[derive(Default, Serialize)]
pub struct GrantFact {
    /// Name for `--agreement`.
    pub id: String,
    /// `agreement` or `call`.
    pub nature: &'static str,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// Label of the kind of call.
    pub kind: Option<String>,
    /// The record that holds the grant, such as `territory/dunkerque`.
    pub record: String,
    /// Name of that record.
    pub holder: String,
    pub territory_id: String,
    pub territory: String,
    pub file: String,
    /// Name of the authority or of the funder.
    pub with: Option<String>,
    pub subject: Option<String>,
    /// The period, in words.
    pub period: String,
    /// When the agreement was voted, in words.
    pub voted: Option<String>,
    /// When the answer to a call was sent, in words.
    pub answered: Option<String>,
    /// When the funder granted it, in words.
    pub granted: Option<String>,
    /// When the funder refused it, in words.
    pub refused: Option<String>,
    /// The day by which the funder expects the report, in words.
    pub report_by: Option<String>,
    /// When the report was handed in, in words.
    pub reported: Option<String>,
    /// Days of the network's work that were agreed.
    pub days: Option<f64>,
    /// Days of the network's work that the record gives for the years of the report.
    pub days_given: Option<f64>,
    /// Euros asked for.
    pub asked: Option<f64>,
    /// Euros agreed or granted.
    pub amount: Option<f64>,
    /// Euros that the funder paid in the years of the report: to the record that holds a call; of
    /// an agreement, to the network itself, under whatever agreement.
    pub paid: Option<f64>,
    /// Euros that the authority of an agreement paid to the territory and to the dynamics, which
    /// are no part of the agreement.
    pub paid_to_others: Option<f64>,
    /// Priorities of the collective, then needs that the dynamics answer.
    pub objectives: Vec<String>,
    pub dynamics: Vec<DynamicFact>,
    pub results: Vec<ResultFact>,
    pub means: Vec<MeansFact>,
    /// The rows of which `means` gives the sums.
    pub rows: Vec<ResourceFact>,
    /// Numbers of the sources.
    pub sources: String,
    /// Data that a funder asks for and no record holds.
    pub missing: Vec<String>,
}

/// A dynamic for which a grant is given.
#[derive(Serialize)]
pub struct DynamicFact {
    pub id: String,
    pub name: String,
    /// Name of the place, or of the territory if no place is recorded.
    pub place: String,
    /// The period, in words.
    pub period: String,
    /// Labels of the stakeholders with whom needs were identified.
    pub beneficiaries: Vec<String>,
    /// Number of partners.
    pub partners: usize,
    pub file: String,
    /// Numbers of the sources.
    pub sources: String,
}

/// The value of an indicator in one year.
#[derive(Default, Serialize)]
pub struct ResultFact {
    /// Name of the record.
    #[serde(rename = "whose")]
    pub holder: String,
    pub year: String,
    /// Id of the indicator.
    pub id: String,
    /// Label of the indicator.
    pub label: String,
    pub unit: Option<String>,
    pub target: Option<f64>,
    pub value: Option<f64>,
    /// Precision of the value: `exact`, `about`, `at-least` or `at-most`.
    pub precision: &'static str,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    #[serde(skip)]
    pub is: Precision,
    /// Value minus target.
    pub gap: Option<f64>,
    /// The gap as a share of the target; `None` for a target that is not above zero.
    pub gap_share: Option<f64>,
    pub file: String,
    /// Numbers of the sources.
    pub sources: String,
}

/// A resource that one record gives for one year.
#[derive(Default, Serialize)]
pub struct ResourceFact {
    /// Name of the record.
    #[serde(rename = "whose")]
    pub holder: String,
    pub year: String,
    /// Id of the nature.
    pub id: String,
    /// Label of the nature.
    pub label: String,
    /// Name of the actor that paid.
    pub payer: Option<String>,
    /// Planned euros.
    pub planned: Option<f64>,
    /// Actual euros.
    pub actual: Option<f64>,
    pub hours: Option<f64>,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    pub file: String,
    /// Numbers of the sources.
    pub sources: String,
}
