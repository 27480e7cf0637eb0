//! The criteria of the charter as the page prints them, with their outcomes in the records.

use serde::Serialize;

use crate::charter::Criterion;
use crate::say;
use crate::views::charter_tools::outcomes::{
    OutcomeCounts, counted_records, criterion_in_force, evaluation_day, records,
};
use crate::views::charter_tools::wording;
use crate::views::view::Question;

/// A criterion with its outcomes; fields are named after their keys in JSON.
#[derive(Serialize)]
pub struct Article {
    /// Id of the criterion.
    pub id: String,
    /// Principle or objective, in words.
    pub serves: String,
    /// Sentence of the findings.
    pub finding: String,
    /// Reason why the network asks for this.
    pub because: String,
    /// Kinds of record, in words.
    pub of_whom: String,
    /// Period in force, in words.
    pub force: String,
    /// Whether the criterion is in force on the evaluation day.
    pub in_force: bool,
    /// Level with the network's reason, in words.
    pub level: String,
    /// Title of the source.
    pub source: Option<String>,
    /// Expression that selects records.
    #[serde(rename = "if")]
    pub condition: Option<String>,
    /// Expression that must be true of every selected record.
    pub requires: String,
    /// Number of records that the criterion applies to; `None` if it is not evaluated.
    pub looked_at: Option<usize>,
    /// Number of records that violate the criterion; `None` if it is not evaluated.
    pub found: Option<usize>,
    /// Both numbers in words; `None` if the criterion is not evaluated.
    #[serde(skip)]
    pub outcome: Option<String>,
    /// Level, in a word.
    #[serde(skip)]
    pub level_word: &'static str,
    /// Position in reading order.
    #[serde(skip)]
    pub position: usize,
}

/// The criteria of the network, in the order of the charter.
pub fn articles(question: &Question) -> Vec<Article> {
    let network = question.network;
    let charter = &network.charter;
    let compiled = network.compile_charter(charter, question.language);
    let (records, principles) = (records(question), charter.principle_ids());
    charter
        .criteria
        .iter()
        .map(|(id, criterion)| {
            let counts = criterion_in_force(&compiled, id, question)
                .map(|compiled| OutcomeCounts::of(compiled, &records, &principles));
            article(question, id, criterion, counts)
        })
        .collect()
}

fn article(
    question: &Question,
    id: &str,
    criterion: &Criterion,
    counts: Option<OutcomeCounts>,
) -> Article {
    let (network, language) = (question.network, question.language);
    Article {
        id: id.to_owned(),
        serves: wording::purpose(&network.charter, criterion, language),
        finding: criterion.finding.get(language).to_owned(),
        because: criterion.because.get(language).to_owned(),
        of_whom: wording::subjects(criterion, language),
        force: wording::period_in_force(criterion, language),
        in_force: criterion.in_force(evaluation_day(question)),
        level: wording::level_with_reason(network, id, criterion, language),
        source: wording::source(network, criterion, language),
        condition: criterion.condition.clone(),
        requires: criterion.requires.clone(),
        looked_at: counts.map(OutcomeCounts::applicable),
        found: counts.map(|counts| counts.failing),
        outcome: counts.map(|counts| outcome_in_words(question, criterion, counts)),
        level_word: wording::level(network, id, criterion, language),
        position: wording::reading_position(&network.charter, criterion),
    }
}

/// The numbers of records that a criterion applies to and that violate it, in words.
fn outcome_in_words(question: &Question, criterion: &Criterion, counts: OutcomeCounts) -> String {
    let language = question.language;
    let applicable = counted_records(criterion, counts.applicable(), question);
    let failing = language.number(counts.failing as u64);
    match (counts.applicable(), counts.failing) {
        (0, _) => question.words("n'a aucune fiche à regarder", "has no record to look at"),
        (_, 0) => say!(language,
            fr: "regarde {applicable}, n'y trouve rien à redire",
            en: "looks at {applicable}, has no finding"),
        _ => say!(language,
            fr: "regarde {applicable}, trouve à redire à {failing}",
            en: "looks at {applicable}, has findings in {failing}"),
    }
}
