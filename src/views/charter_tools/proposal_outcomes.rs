//! The outcomes of a proposal to change the charter: for each criterion, today and after the vote.

use serde::Serialize;

use crate::charter::{Charter, CompiledCharter, Criterion};
use crate::network::values::Verdict;
use crate::views::charter_tools::changes::{Change, KeyChange, changes};
use crate::views::charter_tools::outcomes::{
    EvaluatedRecord, OutcomeCounts, counted_records, criterion_in_force, evaluation_day, records,
};
use crate::views::charter_tools::side_changes::{SideChange, side_change};
use crate::views::parts::Alphabet;
use crate::views::view::Question;

/// A charter that is put to the vote.
pub struct Proposal<'c> {
    /// The charter as proposed.
    pub charter: &'c Charter,
    /// For each changed criterion, its id with the number of its examples that would not come out
    /// as expected.
    pub examples: Vec<(String, usize)>,
}

/// The outcomes of a criterion in the records, as numbers for JSON.
#[derive(Clone, Copy, Serialize)]
pub struct CriterionCounts {
    /// Records that the criterion applies to.
    looked_at: usize,
    /// Records that violate the criterion.
    pub fail: usize,
}

impl From<OutcomeCounts> for CriterionCounts {
    fn from(counts: OutcomeCounts) -> Self {
        Self {
            looked_at: counts.applicable(),
            fail: counts.failing,
        }
    }
}

/// A criterion that a proposal changes, with its outcomes; the keys in JSON are part of the
/// interface, so some differ from the names of the fields.
#[derive(Serialize)]
pub struct ProposalOutcome {
    /// Id of the criterion.
    pub id: String,
    /// Sentence of the findings.
    pub finding: String,
    /// Kind of change, in a word: added, struck or changed.
    #[serde(rename = "what")]
    pub kind: &'static str,
    /// Keys that change.
    #[serde(rename = "turns")]
    pub key_changes: Vec<KeyChange>,
    /// Outcomes under the charter of today.
    pub today: CriterionCounts,
    /// Outcomes under the proposal.
    #[serde(rename = "then")]
    pub proposed: CriterionCounts,
    /// Number of records that pass today and would fail.
    pub would_fail: usize,
    /// Number of records that fail today and would pass.
    #[serde(rename = "would_hold")]
    pub would_pass: usize,
    /// Number of examples that would not come out as expected.
    #[serde(rename = "examples_to_mend")]
    pub examples_to_fix: usize,
    /// Whether the proposed criterion is not in force on the evaluation day.
    pub not_in_force: bool,
    /// Number of records that the criterion applies to, in words, today and under the proposal;
    /// `None` where the charter does not have the criterion.
    #[serde(skip)]
    pub applicable: [Option<String>; 2],
    /// Level of the findings.
    pub level: &'static str,
    /// Whether the expressions change and the sentence of the findings does not.
    #[serde(rename = "sentence_stays")]
    pub keeps_sentence: bool,
}

/// The outcomes of a proposal, criterion by criterion and record by record.
pub struct ProposalOutcomes {
    /// The criteria that change.
    pub criteria: Vec<ProposalOutcome>,
    /// The records that would change sides: those that would fail first, then by name.
    pub side_changes: Vec<SideChange>,
}

/// Evaluates a proposal on the records that pass the question's filters.
pub fn evaluate(question: &Question, proposal: &Proposal) -> ProposalOutcomes {
    let network = question.network;
    let evaluation = Evaluation {
        question,
        proposal,
        records: records(question),
        compiled: [&network.charter, proposal.charter]
            .map(|charter| network.compile_charter(charter, question.language)),
        principles: [&network.charter, proposal.charter].map(Charter::principle_ids),
    };
    let (mut criteria, mut side_changes) = (Vec::new(), Vec::new());
    for change in changes(&network.charter, proposal.charter) {
        criteria.push(evaluation.outcome(&change, &mut side_changes));
    }
    let alphabet = Alphabet::new();
    side_changes.sort_by(|first, second| {
        second
            .would_fail
            .cmp(&first.would_fail)
            .then_with(|| alphabet.compare(&first.name, &second.name))
    });
    ProposalOutcomes {
        criteria,
        side_changes,
    }
}

/// Both charters and the records, ready for the criteria to be evaluated one by one.
///
/// In each pair, the charter of today comes first, then the proposal.
struct Evaluation<'q> {
    question: &'q Question<'q>,
    proposal: &'q Proposal<'q>,
    records: Vec<EvaluatedRecord<'q>>,
    compiled: [CompiledCharter<'q>; 2],
    principles: [Vec<&'q str>; 2],
}

impl Evaluation<'_> {
    /// The outcome of a criterion; adds the records that change sides under it to `side_changes`.
    fn outcome(&self, change: &Change, side_changes: &mut Vec<SideChange>) -> ProposalOutcome {
        let (question, language) = (self.question, self.question.language);
        let counted_before = side_changes.len();
        let [today, proposed] = self.count(change.id, side_changes);
        let new_side_changes = side_changes.iter().skip(counted_before);
        let would_fail = new_side_changes
            .clone()
            .filter(|side_change| side_change.would_fail)
            .count();
        let criterion = change.latest();
        ProposalOutcome {
            id: change.id.to_owned(),
            finding: criterion.map_or_else(String::new, |criterion| {
                criterion.finding.get(language).to_owned()
            }),
            kind: change.kind().get(language),
            key_changes: change.key_changes(language),
            today: today.into(),
            proposed: proposed.into(),
            would_fail,
            would_pass: new_side_changes.len() - would_fail,
            examples_to_fix: self.examples_to_fix(change.id),
            not_in_force: change
                .after
                .is_some_and(|criterion| !criterion.in_force(evaluation_day(question))),
            applicable: [(change.before, today), (change.after, proposed)].map(
                |(criterion, counts)| {
                    Some(counted_records(criterion?, counts.applicable(), question))
                },
            ),
            level: criterion.map_or("", |criterion| criterion.level.severity().word(language)),
            keeps_sentence: keeps_sentence(change),
        }
    }

    /// The outcomes of a criterion today and under the proposal; adds the records that change sides
    /// to `side_changes`.
    fn count(&self, id: &str, side_changes: &mut Vec<SideChange>) -> [OutcomeCounts; 2] {
        let [today, proposed] = &self.compiled;
        let today = criterion_in_force(today, id, self.question);
        let proposed = criterion_in_force(proposed, id, self.question);
        let mut counts = [OutcomeCounts::default(); 2];
        for record in &self.records {
            let before = record.verdict(today, &self.principles[0]);
            let after = record.verdict(proposed, &self.principles[1]);
            counts[0].add(before);
            counts[1].add(after);
            // A record to which a criterion does not apply passes: only failing is a side apart.
            let would_fail = after == Verdict::Fails;
            if (before == Verdict::Fails) != would_fail {
                side_changes.push(side_change(self.question, id, record, would_fail));
            }
        }
        counts
    }

    fn examples_to_fix(&self, id: &str) -> usize {
        self.proposal
            .examples
            .iter()
            .find(|(criterion, _)| criterion == id)
            .map_or(0, |(_, count)| *count)
    }
}

/// Whether the expressions of a criterion change and the sentence of its findings does not.
fn keeps_sentence(change: &Change) -> bool {
    let (Some(before), Some(after)) = (change.before, change.after) else {
        return false;
    };
    expressions(before) != expressions(after) && before.finding == after.finding
}

fn expressions(criterion: &Criterion) -> (Option<&str>, &str) {
    (criterion.condition.as_deref(), &criterion.requires)
}
