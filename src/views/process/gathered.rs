//! The stages of each territory, gathered and counted.

use serde::Serialize;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::network::{ReachedStage, StageProgress, TerritoryRecord, USUAL_YEARS};
use crate::records::List;
use crate::views::parts::periods::{describe_periods, periods};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of the process, as templates and machines read them.
#[derive(Serialize)]
pub struct ProcessFacts {
    /// The days asked for.
    pub period: String,
    /// The stages of the process, in order.
    pub stages: Vec<StageFact>,
    /// Number of territories emancipated by the end of the period.
    pub emancipated: u64,
    /// Number of followed territories that have reached no stage for more than a year.
    pub standing_still: u64,
    /// Years that the process usually takes, at least and at most.
    pub usual_years: [u16; 2],
    /// Number of territories that took less time than usual so far.
    pub under: u64,
    /// Number of territories within the usual time.
    pub within: u64,
    /// Number of territories that took more time than usual.
    pub over: u64,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
}

/// A stage of the process.
#[derive(Serialize)]
pub struct StageFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Position among the stages, from 1.
    pub number: usize,
    /// Label in the reader's language.
    pub label: String,
    /// Number of territories that reached this stage last.
    pub territories: u64,
}

impl StageFact {
    /// The stage's number and label, as people name it: `2 Diagnostic`.
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.label)
    }
}

/// A territory and its stages.
#[derive(Serialize)]
pub struct TerritoryFact {
    /// Id of the record.
    pub id: String,
    /// Name of the territory.
    pub name: String,
    /// File of the record.
    pub file: String,
    /// The periods in which the network works there, as the record writes them.
    pub followed: String,
    /// The periods in which the network works there, in words.
    #[serde(skip)]
    pub followed_in_words: String,
    /// Whether the network works there at the end of the period asked for.
    pub followed_now: bool,
    /// Every stage reached, in order of time.
    pub steps: Vec<StepFact>,
    /// Number of the stage reached last, from 1.
    pub stands_at: Option<usize>,
    /// The date of the stage reached last, as the record writes it.
    pub since: Option<String>,
    /// Whole years from the first stage to emancipation or to the end of the period.
    pub years: Option<u16>,
    /// `under`, `within` or `over` the usual years.
    pub against_usual: Option<&'static str>,
    /// Whether no stage was reached for more than a year.
    pub stands_still: bool,
    /// The date of emancipation, as the record writes it.
    pub emancipated: Option<String>,
    /// The periods in which the network works there, in days.
    #[serde(skip)]
    pub periods: Vec<DateRange>,
}

/// A stage that was reached.
#[derive(Serialize)]
pub struct StepFact {
    /// Number of the stage, from 1.
    pub number: usize,
    /// The date, in words.
    pub when: String,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// What shows it.
    pub evidence: Option<String>,
    /// The date.
    #[serde(skip)]
    pub date: PartialDate,
}

/// Gathers the territories that the question asks for, by name, and counts them.
pub fn gather(question: &Question) -> ProcessFacts {
    let mut territories: Vec<TerritoryFact> = question
        .network
        .territories
        .iter()
        .filter(|record| is_asked_for(question, record))
        .filter(|record| is_in_process(question, record))
        .map(|record| territory(question, record))
        .collect();
    let alphabet = Alphabet::new();
    territories.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    ProcessFacts {
        period: question.asked.to_string(),
        stages: stages(question, &territories),
        emancipated: count(&territories, |fact| fact.emancipated.is_some()),
        standing_still: count(&territories, |fact| fact.stands_still),
        usual_years: [USUAL_YEARS.0, USUAL_YEARS.1],
        under: count(&territories, |fact| fact.against_usual == Some("under")),
        within: count(&territories, |fact| fact.against_usual == Some("within")),
        over: count(&territories, |fact| fact.against_usual == Some("over")),
        territories,
    }
}

fn count(territories: &[TerritoryFact], is_counted: impl Fn(&TerritoryFact) -> bool) -> u64 {
    territories.iter().filter(|fact| is_counted(fact)).count() as u64
}

/// The stages of the vocabulary, each with the number of territories that reached it last.
fn stages(question: &Question, territories: &[TerritoryFact]) -> Vec<StageFact> {
    question
        .network
        .vocabulary
        .list(List::Stages)
        .iter()
        .enumerate()
        .map(|(rank, (id, word))| StageFact {
            id: id.clone(),
            number: rank + 1,
            label: word.short_label(question.language).to_owned(),
            territories: count(territories, |fact| fact.stands_at == Some(rank + 1)),
        })
        .collect()
}

/// Whether a territory passes the question's filters: it is in the territory asked for, and has a
/// dynamic of the theme asked for.
fn is_asked_for(question: &Question, record: &TerritoryRecord) -> bool {
    let has_theme = || {
        question
            .network
            .dynamics_of(&record.id)
            .any(|dynamic| filtered(question, dynamic))
    };
    question.covers(&record.id) && (question.theme.is_none() || has_theme())
}

/// Whether a territory was followed, or has reached a stage, by the end of the period.
fn is_in_process(question: &Question, record: &TerritoryRecord) -> bool {
    let end = question.asked.last;
    let until_end = DateRange {
        first: Day::first_of(1),
        last: end,
    };
    let mut periods = record.body.followed.0.iter();
    periods.any(|period| period.overlaps(until_end))
        || !question
            .network
            .territory_progress(record, end)
            .steps
            .is_empty()
}

fn territory(question: &Question, record: &TerritoryRecord) -> TerritoryFact {
    let network = question.network;
    let progress = network.territory_progress(record, question.asked.last);
    let (current, years, emancipated) =
        (progress.current(), progress.years(), progress.emancipated());
    let followed = &record.body.followed.0;
    TerritoryFact {
        id: record.id.to_string(),
        name: network.territory_label(&record.id),
        file: record.file.to_string(),
        followed: periods(followed),
        followed_in_words: describe_periods(followed, question.language),
        followed_now: progress.is_active,
        stands_at: current.map(|step| step.rank + 1),
        since: current.map(|step| step.when.to_string()),
        years,
        against_usual: years.map(|years| against_usual(years, emancipated.is_some())),
        stands_still: progress.is_stalled(),
        emancipated: emancipated.map(|when| when.to_string()),
        periods: followed.iter().flat_map(Period::ranges).collect(),
        steps: steps(question, &progress),
    }
}

/// The time a territory took against the usual one.
///
/// A process that is not finished is never `under`: it may yet take the usual time.
fn against_usual(years: u16, is_finished: bool) -> &'static str {
    let (least, most) = USUAL_YEARS;
    if years > most {
        "over"
    } else if years < least && is_finished {
        "under"
    } else {
        "within"
    }
}

fn steps(question: &Question, progress: &StageProgress) -> Vec<StepFact> {
    progress
        .steps
        .iter()
        .map(|step| step_fact(question, step))
        .collect()
}

fn step_fact(question: &Question, step: &ReachedStage) -> StepFact {
    StepFact {
        number: step.rank + 1,
        when: step.when.format(question.language),
        inferred: step.reached.inferred,
        evidence: step.reached.evidence.clone(),
        date: step.when,
    }
}
