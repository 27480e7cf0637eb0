//! The facts of a territory's sheet, as templates and machines read them.

use serde::Serialize;

use crate::calendar::Period;
use crate::views::parts::observed::ObservationFact;

/// The facts of a territory.
#[derive(Serialize)]
pub struct TerritoryFacts {
    pub id: String,
    pub name: String,
    /// File of the record; `None` for a territory known by its official code alone.
    pub file: Option<String>,
    /// Label of the kind of territory.
    pub kind: String,
    /// Official code.
    pub code: Option<String>,
    /// The record's summary, in Markdown.
    pub summary: Option<String>,
    /// The box of figures: labels with their values, in words.
    pub figures: Vec<(String, String)>,
    /// Name of the body that governs the territory.
    pub authority: Option<String>,
    /// Every stage of the process, reached or not.
    pub stages: Vec<StageFact>,
    pub collective: Option<CollectiveFact>,
    pub dynamics: Vec<DynamicFact>,
    /// Partners of these dynamics, by family.
    pub families: Vec<FamilyFact>,
    /// Number of partners of these dynamics.
    pub partners: usize,
    pub observations: Vec<ObservationFact>,
    /// Agreements, those in force first, then by their last day.
    pub agreements: Vec<AgreementFact>,
    /// Followed territories inside this one, by name.
    pub inside: Vec<InsideFact>,
}

/// A stage of the process, reached or not.
#[derive(Serialize)]
pub struct StageFact {
    /// Position among the stages, from 1.
    pub number: usize,
    /// Label in the reader's language.
    pub label: String,
    /// Dates, as the record writes them: several for a stage that was lost and reached again, none
    /// for a stage that was not reached.
    pub reached: Vec<String>,
    /// Whether the writer of the record inferred one of the dates.
    pub inferred: bool,
    /// Evidence that the stage was reached.
    pub evidence: Option<String>,
}

/// The collective of a territory.
#[derive(Serialize)]
pub struct CollectiveFact {
    pub name: Option<String>,
    /// When it formed, in words.
    pub formed: Option<String>,
    /// Number of people or organisations, in words.
    pub size: Option<String>,
    /// Names of the actors in it.
    pub members: Vec<String>,
    pub priorities: Vec<String>,
    /// Labels of the stakeholders with whom the priorities were identified.
    pub identified_with: Vec<String>,
}

/// A dynamic of the territory.
#[derive(Serialize)]
pub struct DynamicFact {
    /// Number in this sheet and on its map, from 1.
    pub number: usize,
    pub id: String,
    pub name: String,
    /// Digit of the theme, as on the regional map; `None` for a dynamic that does not count.
    pub digit: Option<usize>,
    /// Label of the theme.
    pub theme: Option<String>,
    pub theme_id: Option<String>,
    /// Whether the writer of the record inferred the theme.
    pub theme_inferred: bool,
    /// The period, as the record writes it.
    pub period: String,
    /// The period, in words.
    #[serde(skip)]
    pub period_in_words: String,
    /// Whether the dynamic is active on some day asked for.
    pub lives: bool,
    /// How the dynamic ended.
    pub ended: Option<String>,
    /// Number of partners.
    pub partners: usize,
    /// File of the record.
    pub file: String,
}

/// The partners of one family.
#[derive(Serialize)]
pub struct FamilyFact {
    /// Id in the vocabulary; `None` for partners of an unknown family.
    pub id: Option<String>,
    /// Label in the reader's language.
    pub label: String,
    /// Names, by decreasing number of the dynamics in which they take part, then by name.
    pub partners: Vec<String>,
}

/// An agreement of the territory.
#[derive(Serialize)]
pub struct AgreementFact {
    /// Key in the record.
    pub key: String,
    /// Name of the authority.
    pub with: Option<String>,
    /// The period, as the record writes it.
    pub period: String,
    pub subject: Option<String>,
    /// Whether the writer of the record inferred the agreement.
    pub inferred: bool,
    /// Days of the network's work.
    pub days: Option<f64>,
    /// Euros.
    pub amount: Option<f64>,
    /// Last day.
    pub ends: Option<String>,
    /// Whether the agreement is in force on some day asked for.
    pub in_force: bool,
    /// The period, as dates.
    #[serde(skip)]
    pub dates: Period,
}

/// A followed territory inside another.
#[derive(Serialize)]
pub struct InsideFact {
    pub id: String,
    pub name: String,
    /// Label of the stage reached last.
    pub stage: Option<String>,
    /// Number of dynamics on its own sheet.
    pub dynamics: usize,
}
