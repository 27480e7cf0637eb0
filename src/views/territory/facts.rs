//! The facts of a territory's sheet, as templates and machines read them.

use serde::Serialize;

use crate::calendar::Period;
use crate::views::parts::observed::ObservationFact;

/// The facts of a territory.
#[derive(Serialize)]
pub struct TerritoryFacts {
    pub id: String,
    pub name: String,
    /// Its record; nothing where it is only known by its official code.
    pub file: Option<String>,
    pub kind: String,
    pub code: Option<String>,
    /// What it is, in Markdown.
    pub summary: Option<String>,
    /// The box of figures: what, and how much.
    pub figures: Vec<(String, String)>,
    /// The body that governs it.
    pub authority: Option<String>,
    /// The stages of the way, those reached and those to come.
    pub stages: Vec<StageFact>,
    pub collective: Option<CollectiveFact>,
    pub dynamics: Vec<DynamicFact>,
    /// Partners of these dynamics, by family.
    pub families: Vec<FamilyFact>,
    pub partners: usize,
    pub observations: Vec<ObservationFact>,
    /// By their end, those still in force first.
    pub agreements: Vec<AgreementFact>,
    /// Territories followed inside it, by name.
    pub inside: Vec<InsideFact>,
}

#[derive(Serialize)]
pub struct StageFact {
    /// Its place on the way, from 1.
    pub number: usize,
    pub label: String,
    /// When it was reached, as written; several where it was lost and reached again.
    pub reached: Vec<String>,
    pub inferred: bool,
    pub evidence: Option<String>,
}

#[derive(Serialize)]
pub struct CollectiveFact {
    pub name: Option<String>,
    pub formed: Option<String>,
    pub size: Option<String>,
    pub members: Vec<String>,
    pub priorities: Vec<String>,
    pub identified_with: Vec<String>,
}

#[derive(Serialize)]
pub struct DynamicFact {
    /// Its number in this sheet, as on the map.
    pub number: usize,
    pub id: String,
    pub name: String,
    /// Digit of its theme where it counts, as on the regional map.
    pub digit: Option<usize>,
    pub theme: Option<String>,
    pub theme_id: Option<String>,
    pub period: String,
    /// The same as people say it.
    #[serde(skip)]
    pub lived: String,
    /// Whether it lives on some day asked for.
    pub lives: bool,
    pub ended: Option<String>,
    pub partners: usize,
    pub file: String,
}

#[derive(Serialize)]
pub struct FamilyFact {
    pub id: Option<String>,
    pub label: String,
    /// Names of its partners, by how many of the dynamics they take part in, then by name.
    pub partners: Vec<String>,
}

#[derive(Serialize)]
pub struct AgreementFact {
    pub key: String,
    pub with: Option<String>,
    pub period: String,
    pub subject: Option<String>,
    pub days: Option<f64>,
    pub amount: Option<f64>,
    /// Its last day.
    pub ends: Option<String>,
    pub in_force: bool,
    #[serde(skip)]
    pub held: Period,
}

#[derive(Serialize)]
pub struct InsideFact {
    pub id: String,
    pub name: String,
    pub stage: Option<String>,
    pub dynamics: usize,
}
