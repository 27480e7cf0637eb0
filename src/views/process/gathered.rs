//! The stages of each territory, gathered and counted.

use serde::Serialize;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::network::{ReachedStage, StageProgress, TerritoryRecord, USUAL_YEARS};
use crate::records::List;
use crate::views::parts::certainty::with_inference;
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
    /// Number of territories in which the network's work is attested at the end of the period.
    pub followed_now: u64,
    /// Number of territories of which only the last trace is known, not whether the work ended.
    pub last_traced: u64,
    /// Years that the process usually takes, at least and at most.
    pub usual_years: [u16; 2],
    /// Number of emancipated territories that took less time than usual.
    pub under: u64,
    /// Number of emancipated territories that took the usual time.
    pub within: u64,
    /// Number of territories that took more time than usual, emancipated or not.
    pub over: u64,
    /// Number of territories that are not emancipated, and may yet take the usual time.
    pub unfinished: u64,
    /// Followed territories by name.
    pub territories: Vec<TerritoryFact>,
    /// Territories that have reached a stage, but of which no record says that the network ever
    /// followed them, by name.
    pub unfollowed: Vec<TerritoryFact>,
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
    /// Number of followed territories that reached this stage last.
    pub territories: u64,
    /// How many of these are there by what the writer of the record inferred.
    pub inferred: u64,
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
    /// The end of the network's work there, if one is written, as the record writes it.
    pub follow_ended: Option<String>,
    /// The last year in which the network's work there is attested.
    pub last_trace: Option<u16>,
    /// Every stage reached, in order of time.
    pub steps: Vec<StepFact>,
    /// Number of the stage reached last, from 1.
    pub stands_at: Option<usize>,
    /// The date of the stage reached last, as the record writes it.
    pub since: Option<String>,
    /// Whole years from the first stage to emancipation, to the written end of the network's work,
    /// to its last trace, or to the end of the period.
    pub years: Option<u16>,
    /// `under`, `within` or `over` the usual years; `unfinished` for a process that is not, and may
    /// yet take the usual time.
    pub against_usual: Option<&'static str>,
    /// Whether no stage was reached for more than a year.
    pub stands_still: bool,
    /// The date of emancipation, as the record writes it.
    pub emancipated: Option<String>,
    /// The periods in which the network works there, in days.
    #[serde(skip)]
    pub periods: Vec<DateRange>,
}

impl TerritoryFact {
    /// Whether nothing but the last year in which it is attested is known of the network's work.
    pub fn is_known_by_trace_alone(&self) -> bool {
        self.emancipated.is_none() && !self.followed_now && self.follow_ended.is_none()
    }

    /// Whether the stage reached last was inferred by the writer of the record.
    pub fn stands_by_inference(&self) -> bool {
        self.steps.last().is_some_and(|step| step.inferred)
    }
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
    let territories = facts_of(question, is_followed);
    ProcessFacts {
        period: question.asked.to_string(),
        stages: stages(question, &territories),
        emancipated: count(&territories, |fact| fact.emancipated.is_some()),
        standing_still: count(&territories, |fact| fact.stands_still),
        followed_now: count(&territories, |fact| fact.followed_now),
        last_traced: count(&territories, TerritoryFact::is_known_by_trace_alone),
        usual_years: [USUAL_YEARS.0, USUAL_YEARS.1],
        under: count_against_usual(&territories, "under"),
        within: count_against_usual(&territories, "within"),
        over: count_against_usual(&territories, "over"),
        unfinished: count_against_usual(&territories, "unfinished"),
        territories,
        unfollowed: facts_of(question, is_only_in_process),
    }
}

/// The territories that the question asks for and a condition keeps, by name.
fn facts_of(
    question: &Question,
    is_kept: fn(&Question, &TerritoryRecord) -> bool,
) -> Vec<TerritoryFact> {
    let mut facts: Vec<TerritoryFact> = question
        .network
        .territories
        .iter()
        .filter(|record| is_asked_for(question, record))
        .filter(|record| is_kept(question, record))
        .map(|record| territory(question, record))
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    facts
}

fn count_against_usual(territories: &[TerritoryFact], duration: &str) -> u64 {
    count(territories, |fact| fact.against_usual == Some(duration))
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
            inferred: count(territories, |fact| {
                fact.stands_at == Some(rank + 1) && fact.stands_by_inference()
            }),
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

/// Whether the network followed a territory by the end of the period.
fn is_followed(question: &Question, record: &TerritoryRecord) -> bool {
    let until_end = DateRange {
        first: Day::first_of(1),
        last: question.asked.last,
    };
    let mut periods = record.body.followed.0.iter();
    periods.any(|period| period.overlaps(until_end))
}

/// Whether a territory has reached a stage by the end of the period without having been followed.
fn is_only_in_process(question: &Question, record: &TerritoryRecord) -> bool {
    let network = question.network;
    let progress = network.territory_progress(record, question.asked.last);
    !progress.steps.is_empty() && !is_followed(question, record)
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
        followed_in_words: with_inference(
            describe_periods(followed, question.language),
            record.common.infers("followed"),
            question.language,
        ),
        followed_now: progress.is_active,
        follow_ended: progress.ended.map(|end| end.to_string()),
        last_trace: progress.last_active.map(|day| day.year),
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
/// A process that is not finished is neither `under` nor `within`: it may yet take longer.
fn against_usual(years: u16, is_finished: bool) -> &'static str {
    let (least, most) = USUAL_YEARS;
    if years > most {
        "over"
    } else if !is_finished {
        "unfinished"
    } else if years < least {
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
        inferred: step.inferred,
        evidence: step.reached.evidence.clone(),
        date: step.when,
    }
}

impl StepFact {
    /// The date, in words, in brackets if it was inferred.
    pub fn when_in_brackets(&self) -> String {
        if self.inferred {
            format!("[{}]", self.when)
        } else {
            self.when.clone()
        }
    }
}
