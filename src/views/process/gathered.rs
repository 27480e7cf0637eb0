//! What is known of each territory's way, gathered and counted.

use serde::Serialize;

use crate::calendar::{DateRange, PartialDate};
use crate::network::{ReachedStage, StageProgress, TerritoryRecord, USUAL_YEARS};
use crate::records::List;
use crate::views::parts::pieces::periods_told;
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of the process, as templates and machines read them.
#[derive(Serialize)]
pub struct ProcessFacts {
    /// Over which days.
    pub period: String,
    /// The stages of the way, in order.
    pub stages: Vec<StageFact>,
    /// Territories emancipated by the end of the period.
    pub emancipated: u64,
    /// Followed territories that have not moved for more than a year.
    pub standing_still: u64,
    /// Years that the way usually takes, at least and at most.
    pub usual_years: [u16; 2],
    /// Territories whose way is shorter than usual so far, as usual, and longer.
    pub under: u64,
    pub within: u64,
    pub over: u64,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
}

/// A stage of the way.
#[derive(Serialize)]
pub struct StageFact {
    pub id: String,
    /// Its place on the way, from 1.
    pub number: usize,
    pub label: String,
    /// Territories that stand at it.
    pub territories: u64,
}

/// A territory's way.
#[derive(Serialize)]
pub struct TerritoryFact {
    pub id: String,
    pub name: String,
    pub file: String,
    /// When the network works there.
    pub followed: String,
    /// The same as people say it.
    #[serde(skip)]
    pub followed_told: String,
    /// Whether it does at the end of the period.
    pub followed_now: bool,
    /// Every stage reached, in order of time.
    pub steps: Vec<StepFact>,
    /// Number of the stage where it stands, from 1.
    pub stands_at: Option<usize>,
    /// Since when, as written in the record.
    pub since: Option<String>,
    /// Whole years from the first stage to emancipation or to the end of the period.
    pub years: Option<u16>,
    /// `under`, `within` or `over` the usual years.
    pub against_usual: Option<&'static str>,
    /// Whether it has not moved for more than a year.
    pub stands_still: bool,
    /// When the collective was emancipated.
    pub emancipated: Option<String>,
    /// The stretches in which the network works there, as years and their parts.
    #[serde(skip)]
    pub stretches: Vec<DateRange>,
}

/// A stage that was reached.
#[derive(Serialize)]
pub struct StepFact {
    /// Number of the stage, from 1.
    pub number: usize,
    /// When, as written in the record.
    pub when: String,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// What shows it.
    pub evidence: Option<String>,
    #[serde(skip)]
    pub moment: Option<PartialDate>,
}

/// Gathers them.
pub fn gather(question: &Question) -> ProcessFacts {
    let network = question.network;
    let until = DateRange {
        first: crate::calendar::Day::first_of(1),
        last: question.asked.last,
    };
    let known = |record: &&TerritoryRecord| {
        record
            .body
            .followed
            .0
            .iter()
            .any(|period| period.overlaps(until))
            || !network
                .territory_progress(record, question.asked.last)
                .steps
                .is_empty()
    };
    let mut territories: Vec<TerritoryFact> = network
        .territories
        .iter()
        .filter(|record| passes(question, record))
        .filter(known)
        .map(|record| territory(question, record))
        .collect();
    let alphabet = Alphabet::new();
    territories.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    let count = |of: &dyn Fn(&TerritoryFact) -> bool| {
        territories.iter().filter(|fact| of(fact)).count() as u64
    };
    let stages = network
        .vocabulary
        .list(List::Stages)
        .iter()
        .enumerate()
        .map(|(place, (id, word))| StageFact {
            id: id.clone(),
            number: place + 1,
            label: word.short_label(question.language).to_owned(),
            territories: count(&|fact| fact.stands_at == Some(place + 1)),
        });
    ProcessFacts {
        period: question.asked.to_string(),
        stages: stages.collect(),
        emancipated: count(&|fact| fact.emancipated.is_some()),
        standing_still: count(&|fact| fact.stands_still),
        usual_years: [USUAL_YEARS.0, USUAL_YEARS.1],
        under: count(&|fact| fact.against_usual == Some("under")),
        within: count(&|fact| fact.against_usual == Some("within")),
        over: count(&|fact| fact.against_usual == Some("over")),
        territories,
    }
}

/// Whether a territory passes the filters: it lies in the one asked, and has a dynamic of the theme
/// asked.
fn passes(question: &Question, record: &TerritoryRecord) -> bool {
    let network = question.network;
    let inside = question
        .territory
        .as_ref()
        .is_none_or(|wanted| network.lies_in(&record.id, wanted));
    let of_theme = || {
        network
            .dynamics_of(&record.id)
            .any(|dynamic| filtered(question, dynamic))
    };
    inside && (question.theme.is_none() || of_theme())
}

fn territory(question: &Question, record: &TerritoryRecord) -> TerritoryFact {
    let network = question.network;
    let progress = network.territory_progress(record, question.asked.last);
    let (current, years, emancipated) =
        (progress.current(), progress.years(), progress.emancipated());
    let periods = &record.body.followed.0;
    TerritoryFact {
        id: record.id.to_string(),
        name: network.territory_label(&record.id),
        file: record.file.to_string(),
        followed: periods
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        followed_told: periods_told(periods, question.language),
        followed_now: progress.is_active,
        stands_at: current.map(|step| step.rank + 1),
        since: current.map(|step| step.when.to_string()),
        years,
        against_usual: years.map(|years| against(years, emancipated.is_some())),
        stands_still: progress.is_stalled(),
        emancipated: emancipated.map(|when| when.to_string()),
        stretches: periods
            .iter()
            .flat_map(crate::calendar::Period::ranges)
            .collect(),
        steps: steps(question, &progress),
    }
}

/// A way that is not at its end is under the usual years only while it is young: then it is within
/// them.
fn against(years: u16, done: bool) -> &'static str {
    match years {
        years if years > USUAL_YEARS.1 => "over",
        years if years < USUAL_YEARS.0 && done => "under",
        _ => "within",
    }
}

fn steps(question: &Question, progress: &StageProgress) -> Vec<StepFact> {
    let fact = |step: &ReachedStage| StepFact {
        number: step.rank + 1,
        when: step.when.format(question.language),
        inferred: step.reached.inferred,
        evidence: step.reached.evidence.clone(),
        moment: Some(step.when),
    };
    progress.steps.iter().map(fact).collect()
}
