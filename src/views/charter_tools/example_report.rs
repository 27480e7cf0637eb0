//! The report of `charter test`: the criteria on their own examples and on the network's records.

use serde::Serialize;

use crate::say;
use crate::views::charter_tools::outcomes::{
    OutcomeCounts, criterion_in_force, evaluation_day, evaluation_day_in_words, records, with_day,
};
use crate::views::parts::nouns::{CRITERIA, counted};
use crate::views::parts::{charter_scope, invented};
use crate::views::view::{DataTable, Facts, Piece, Question, Section, Table};

/// The outcomes of a criterion's examples: whether each one is as expected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ExampleOutcomes {
    /// Id of the criterion.
    pub id: String,
    /// Whether the expressions of the criterion compile.
    pub readable: bool,
    /// For each example that satisfies the criterion, whether it passes.
    pub right: Vec<bool>,
    /// For each example that violates the criterion, whether it fails.
    pub wrong: Vec<bool>,
}

impl ExampleOutcomes {
    /// Whether the criterion compiles and all its examples come out as expected.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.readable && self.outcomes().all(|is_expected| is_expected)
    }

    /// Whether each example is as expected: the right ones, then the wrong ones.
    fn outcomes(&self) -> impl Iterator<Item = bool> + '_ {
        self.right.iter().chain(&self.wrong).copied()
    }

    /// The number of examples that come out as expected.
    fn expected(&self) -> usize {
        self.outcomes().filter(|is_expected| *is_expected).count()
    }
}

/// A criterion with the outcomes of its examples and of the network's records.
#[derive(Serialize)]
struct TestedCriterion<'t> {
    #[serde(flatten)]
    examples: &'t ExampleOutcomes,
    in_force: bool,
    looked_at: usize,
    found: usize,
}

/// Every criterion on its examples and on the records of the network.
#[must_use]
pub fn example_report(question: &Question, outcomes: &[ExampleOutcomes]) -> Facts {
    let question = &with_day(question);
    let criteria = tested_criteria(question, outcomes);
    let day = evaluation_day_in_words(question);
    Facts {
        report: "charter-test",
        title: say!(question.language,
            fr: "Les critères à l'épreuve · {day}",
            en: "The criteria put to the test · {day}"),
        invented: invented(question),
        facts: serde_json::json!({ "criteria": criteria }),
        sections: vec![section(question, &criteria)],
        data: vec![data(question, &criteria)],
        scope: charter_scope(question, &[]),
        ..Facts::about(question)
    }
}

fn tested_criteria<'t>(
    question: &Question,
    outcomes: &'t [ExampleOutcomes],
) -> Vec<TestedCriterion<'t>> {
    let charter = &question.network.charter;
    let compiled = question.network.compile_charter(charter, question.language);
    let (records, principles) = (records(question), charter.principle_ids());
    outcomes
        .iter()
        .map(|examples| {
            let counts = criterion_in_force(&compiled, &examples.id, question)
                .map(|criterion| OutcomeCounts::of(criterion, &records, &principles))
                .unwrap_or_default();
            let criterion = charter.criteria.get(&examples.id);
            TestedCriterion {
                examples,
                in_force: criterion
                    .is_some_and(|criterion| criterion.in_force(evaluation_day(question))),
                looked_at: counts.applicable(),
                found: counts.failing,
            }
        })
        .collect()
}

fn section(question: &Question, criteria: &[TestedCriterion]) -> Section {
    let heading = question.words("Exemples et fiches", "Examples and records");
    Section::new("epreuve", 2, heading).with([
        Piece::Text(in_brief(question, criteria)),
        Piece::Text(criteria_without_records(question, criteria)),
        Piece::Table(table(question, criteria)),
    ])
}

/// The number of criteria and of their examples that come out as expected.
fn in_brief(question: &Question, criteria: &[TestedCriterion]) -> String {
    let language = question.language;
    let examples: usize = criteria
        .iter()
        .map(|criterion| criterion.examples.outcomes().count())
        .sum();
    let expected: usize = criteria
        .iter()
        .map(|criterion| criterion.examples.expected())
        .sum();
    let [expected, examples] = [expected, examples].map(|count| language.number(count as u64));
    let criteria = counted(criteria.len(), &CRITERIA, language);
    say!(language,
        fr: "{criteria}\u{202f}; exemples qui donnent le résultat attendu\u{a0}: {expected} sur \
            {examples}.",
        en: "{criteria}; examples with the expected outcome: {expected} of {examples}.")
}

/// The criteria in force that apply to no record, in a sentence.
fn criteria_without_records(question: &Question, criteria: &[TestedCriterion]) -> String {
    if criteria.is_empty() {
        return question.words(
            "Cette charte n'a pas de critère.",
            "This charter has no criterion.",
        );
    }
    let ids: Vec<String> = criteria
        .iter()
        .filter(|criterion| {
            criterion.in_force && criterion.examples.readable && criterion.looked_at == 0
        })
        .map(|criterion| format!("`{}`", criterion.examples.id))
        .collect();
    if ids.is_empty() {
        return question.words(
            "Chaque critère en vigueur regarde au moins une fiche.",
            "Every criterion in force applies to at least one record.",
        );
    }
    let ids = ids.join(", ");
    say!(question.language,
        fr: "Ne regardent aucune fiche\u{a0}: {ids}.",
        en: "Apply to no record: {ids}.")
}

/// The criteria for other programs.
fn data(question: &Question, criteria: &[TestedCriterion]) -> DataTable {
    question
        .data(
            "criteria",
            "Les critères, leurs exemples et les fiches",
            "The criteria, their examples and the records",
            criteria,
        )
        .column("critère_id", "criterion_id", |criterion| {
            &criterion.examples.id
        })
        .column("remarque", "remark", |criterion| {
            remark(question, criterion)
        })
        .column("exemples", "examples", |criterion| {
            criterion.examples.outcomes().count()
        })
        .column("exemples_attendus", "examples_as_expected", |criterion| {
            criterion.examples.expected()
        })
        .column("en_vigueur", "in_force", |criterion| criterion.in_force)
        .column("fiches", "records", |criterion| criterion.looked_at)
        .column("constats", "findings", |criterion| criterion.found)
        .build()
}

fn table(question: &Question, criteria: &[TestedCriterion]) -> Table {
    question
        .table(
            "Les critères, leurs exemples et les fiches",
            "The criteria, their examples and the records",
            criteria,
        )
        .column("critère", "criterion", |criterion| &criterion.examples.id)
        .column("remarque", "remark", |criterion| {
            remark(question, criterion)
        })
        .column("exemples", "examples", |criterion| {
            expected_examples(question, criterion.examples)
        })
        .column("fiches", "records", |criterion| criterion.looked_at)
        .column("constats", "findings", |criterion| criterion.found)
        .build()
}

/// The most important thing to know about a criterion; `None` if there is nothing to remark.
fn remark(question: &Question, criterion: &TestedCriterion) -> Option<String> {
    let examples = criterion.examples;
    if !examples.readable {
        Some(question.words("illisible", "unreadable"))
    } else if !examples.passes() {
        Some(question.words("exemple contraire", "example differs"))
    } else if !criterion.in_force {
        Some(question.words("pas en vigueur", "not in force"))
    } else if criterion.looked_at == 0 {
        Some(question.words("aucune fiche", "no record"))
    } else if examples.right.is_empty() || examples.wrong.is_empty() {
        Some(question.words("exemple manquant", "example missing"))
    } else {
        None
    }
}

/// The number of examples that come out as expected, of all those of a criterion.
fn expected_examples(question: &Question, examples: &ExampleOutcomes) -> String {
    let (expected, all) = (examples.expected(), examples.outcomes().count());
    say!(question.language, fr: "{expected} sur {all}", en: "{expected} of {all}")
}
