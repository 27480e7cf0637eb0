//! The facts of a territory in the year.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::{DynamicRecord, Nature, Observation, TerritoryRecord};
use crate::records::{Agreement, Common, List, Record};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::annual::dynamic::{self, DynamicFact, ResultFact};
use crate::views::annual::stage_progress::{self, StageProgressFact};
use crate::views::parts::observed::{ObservationFact, observed};
use crate::views::parts::periods::describe_period;
use crate::views::parts::{Alphabet, filtered, official};
use crate::views::view::Question;

/// A territory in the year.
#[derive(Serialize)]
pub struct TerritoryFact {
    /// Id of the record.
    pub id: String,
    /// Name of the territory.
    pub name: String,
    /// File of the record.
    pub file: String,
    /// Summary of the record, in Markdown.
    pub summary: Option<String>,
    /// Notes of the year, in Markdown.
    pub notes: Vec<String>,
    /// The box of figures: labels with their values, in words.
    pub figures: Vec<(String, String)>,
    /// Agreements in force.
    pub agreements: Vec<AgreementFact>,
    /// The stage reached last, and the movement since the year before.
    #[serde(rename = "way")]
    pub stage_progress: Option<StageProgressFact>,
    /// Priorities of the collective.
    pub priorities: Vec<String>,
    /// Dynamics of the year, by theme.
    pub dynamics: Vec<DynamicFact>,
    /// Results of the territory itself.
    pub results: Vec<ResultFact>,
    /// Levers, then obstacles.
    pub traits: Vec<ObservationFact>,
    /// Days that the network gave there: labels of actions with their days.
    pub actions: Vec<(String, f64)>,
    /// Numbers of the sources.
    pub sources: String,
}

/// An agreement in force.
#[derive(Serialize)]
pub struct AgreementFact {
    /// Name of the authority; empty if it is not known.
    pub with: String,
    /// The period, in words.
    pub period: String,
    pub subject: Option<String>,
    /// Whether the writer of the record inferred the agreement.
    pub inferred: bool,
    /// Days of the network's work.
    pub days: Option<f64>,
    /// Euros.
    pub amount: Option<f64>,
}

/// Gathers the territories in which something took place, by name; the whole territory of the
/// network last.
pub fn gather(context: &mut ReportContext) -> Vec<TerritoryFact> {
    let question = context.question;
    let mut records: Vec<&TerritoryRecord> = question
        .network
        .territories
        .iter()
        .filter(|record| has_section(question, record))
        .collect();
    let alphabet = Alphabet::new();
    records.sort_by(|left, right| {
        is_whole(question, left)
            .cmp(&is_whole(question, right))
            .then_with(|| alphabet.compare(&left.name(), &right.name()))
            .then_with(|| left.id.cmp(&right.id))
    });
    records
        .into_iter()
        .map(|record| territory(context, record))
        .collect()
}

/// Whether a record is that of the whole territory of the network.
fn is_whole(question: &Question, record: &TerritoryRecord) -> bool {
    question.network.settings.territory.as_ref() == Some(&record.id)
}

/// Whether a territory is asked for and has a dynamic, was followed or had an agreement in force.
fn has_section(question: &Question, record: &TerritoryRecord) -> bool {
    if !question.covers(&record.id) {
        return false;
    }
    let asked = question.asked;
    let has_dynamics = !dynamics(question, record, asked).is_empty();
    // Neither the network's work nor an agreement has a theme.
    has_dynamics
        || question.theme.is_none() && (is_followed(record, asked) || is_bound(record, asked))
}

fn is_followed(record: &TerritoryRecord, asked: DateRange) -> bool {
    let mut periods = record.body.followed.0.iter();
    periods.any(|period| period.overlaps(asked))
}

fn is_bound(record: &TerritoryRecord, asked: DateRange) -> bool {
    let mut agreements = record.body.agreements.values();
    agreements.any(|agreement| agreement.period().overlaps(asked))
}

/// The dynamics of a territory that are active in a year.
fn dynamics<'n>(
    question: &Question<'n>,
    record: &TerritoryRecord,
    asked: DateRange,
) -> Vec<&'n DynamicRecord> {
    question
        .network
        .dynamics_of(&record.id)
        .filter(|dynamic| question.network.is_active_in(dynamic, asked))
        .filter(|dynamic| filtered(question, dynamic))
        .collect()
}

fn territory<'n>(
    context: &mut ReportContext<'_, 'n>,
    record: &'n TerritoryRecord,
) -> TerritoryFact {
    let question = context.question;
    let common = &record.common;
    // Neither an agreement nor what a territory's own record observes has a theme.
    let has_theme = question.theme.is_some();
    let mut dynamics = dynamics(question, record, question.asked);
    dynamics.sort_by_key(|dynamic| theme_rank(question, dynamic));
    TerritoryFact {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        summary: common.summary.get(question.language).map(str::to_owned),
        // Notes on the whole territory are about the network, which has a section of its own.
        notes: if is_whole(question, record) {
            Vec::new()
        } else {
            context.notes(common)
        },
        figures: figures(context, record),
        agreements: if has_theme {
            Vec::new()
        } else {
            agreements(context, record)
        },
        stage_progress: stage_progress::gather(context, record),
        priorities: record
            .body
            .collective
            .as_ref()
            .map_or_else(Vec::new, |collective| collective.priorities.clone()),
        results: if has_theme {
            Vec::new()
        } else {
            dynamic::results(context, &record.name(), common)
        },
        traits: if has_theme {
            Vec::new()
        } else {
            traits(question, record)
        },
        actions: actions(context, record, &dynamics),
        sources: context.cited.all(common),
        dynamics: dynamics
            .into_iter()
            .map(|dynamic| dynamic::gather(context, dynamic))
            .collect(),
    }
}

/// The position of a dynamic's theme in the vocabulary.
fn theme_rank(question: &Question, dynamic: &DynamicRecord) -> Option<usize> {
    let theme = dynamic.body.theme.as_ref()?;
    question
        .network
        .vocabulary
        .rank(List::Themes, theme.as_str())
}

/// The days that the network gave to a territory and to its dynamics, by kind of action.
fn actions(
    context: &ReportContext,
    record: &TerritoryRecord,
    dynamics: &[&DynamicRecord],
) -> Vec<(String, f64)> {
    let question = context.question;
    let own = Some(&*record.common).filter(|_| question.theme.is_none());
    let commons: Vec<&Common> = own
        .into_iter()
        .chain(dynamics.iter().map(|dynamic| &*dynamic.common))
        .collect();
    question
        .network
        .days_given(&commons.into_iter(), question.asked)
        .into_iter()
        .map(|(action, days)| (context.label_in_sentence(List::Actions, action), days))
        .collect()
}

/// The box of figures: numbers of the official tables and of the records, with their labels.
fn figures(context: &ReportContext, record: &TerritoryRecord) -> Vec<(String, String)> {
    let question = context.question;
    let (network, language) = (question.network, question.language);
    let area = network.area_of(record);
    let members = network.members_inside(&record.id, question.asked).len() as u64;
    let rows = [
        (
            question.words(
                "dynamiques décrites ici, d'après les fiches",
                "dynamics described here, by the records",
            ),
            numbers_of_dynamics(context, record),
        ),
        (
            question.words(
                "adhérents implantés ici, d'après les fiches",
                "members based here, by the records",
            ),
            (members > 0 && question.theme.is_none()).then(|| language.number(members)),
        ),
    ];
    let of_records = rows
        .into_iter()
        .filter_map(|(label, value)| Some((label, value?)));
    let official = area.map_or_else(Vec::new, |area| official::figures(question, area));
    official.into_iter().chain(of_records).collect()
}

/// The number of dynamics beside that of the year before; `None` if there is none in either year.
fn numbers_of_dynamics(context: &ReportContext, record: &TerritoryRecord) -> Option<String> {
    let question = context.question;
    let now = dynamics(question, record, question.asked).len() as u64;
    let before = dynamics(question, record, context.before).len() as u64;
    if now + before == 0 {
        return None;
    }
    let [_, year_before] = context.years();
    let (now, before) = (
        question.language.number(now),
        question.language.number(before),
    );
    Some(say!(question.language,
        fr: "{now} ({year_before}\u{a0}: {before})",
        en: "{now} ({year_before}: {before})"))
}

/// The agreements in force, in the order of the record.
fn agreements(context: &ReportContext, record: &TerritoryRecord) -> Vec<AgreementFact> {
    record
        .body
        .agreements
        .iter()
        .filter(|(_, agreement)| agreement.period().overlaps(context.question.asked))
        .map(|(key, agreement)| agreement_fact(context, record, key, agreement))
        .collect()
}

fn agreement_fact(
    context: &ReportContext,
    record: &TerritoryRecord,
    key: &str,
    agreement: &Agreement,
) -> AgreementFact {
    let question = context.question;
    let with = match &agreement.with {
        Some(id) => Some(context.question.network.actor_name(id.as_str())),
        None => question.network.authority_of(record).map(Record::name),
    };
    AgreementFact {
        with: with.unwrap_or_default(),
        period: describe_period(&agreement.period(), question.language),
        subject: agreement.subject.clone(),
        inferred: record
            .common
            .infers_row("agreements", key, agreement.inferred),
        days: agreement.days,
        amount: agreement.amount,
    }
}

/// Levers, then obstacles, that the territory's own record observes in the year.
fn traits(question: &Question, record: &TerritoryRecord) -> Vec<ObservationFact> {
    let observations: Vec<Observation> = question.network.observations_of(record).collect();
    [Nature::Lever, Nature::Obstacle]
        .into_iter()
        .flat_map(|nature| {
            observations
                .iter()
                .filter(move |item| item.nature == nature)
        })
        .filter_map(|observation| observed(question, observation))
        .collect()
}
