//! One part a territory: its figures, its agreement, its stage, its dynamics, what helps and what
//! hinders.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::geography::{self, AreaLevel};
use crate::language::Bilingual;
use crate::network::{Nature, TerritoryRecord};
use crate::records::{Agreement, Common, List, TerritoryId};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::annual::dynamic::{self, DynamicFact, ResultFact};
use crate::views::annual::stage_progress::{self, WayFact};
use crate::views::parts::observed::{ObservationFact, observed};
use crate::views::parts::{Alphabet, filtered};

/// A territory in the year.
#[derive(Serialize)]
pub struct TerritoryFact {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Path of its record.
    pub file: String,
    /// What it is, in Markdown.
    pub summary: Option<String>,
    /// What the year brought, in Markdown.
    pub notes: Vec<String>,
    /// The box of figures: a label, then what it says.
    pub figures: Vec<(String, String)>,
    /// Agreements in force.
    pub agreements: Vec<AgreementFact>,
    /// Where it stands on the way of the stages.
    pub way: Option<WayFact>,
    /// What its collective works on first.
    pub priorities: Vec<String>,
    /// Its dynamics of the year, by theme.
    pub dynamics: Vec<DynamicFact>,
    /// Results of the territory itself.
    pub results: Vec<ResultFact>,
    /// Levers, then obstacles.
    pub traits: Vec<ObservationFact>,
    /// Days that the network gave there: the action's label, then how many.
    pub actions: Vec<(String, f64)>,
    /// Numbers of sources.
    pub sources: String,
}

/// An agreement in force.
#[derive(Serialize)]
pub struct AgreementFact {
    /// The authority.
    pub with: String,
    /// When.
    pub period: String,
    /// About what.
    pub subject: Option<String>,
    /// Days of the network's work.
    pub days: Option<f64>,
    /// Euros.
    pub amount: Option<f64>,
}

/// Gathers the territories that have a part, by name; the network's whole field last.
pub fn gather(context: &mut ReportContext) -> Vec<TerritoryFact> {
    let network = context.question.network;
    let mut records: Vec<&TerritoryRecord> = network
        .territories
        .iter()
        .filter(|record| has_part(context, record))
        .collect();
    let alphabet = Alphabet::new();
    let whole = |record: &TerritoryRecord| network.settings.territory.as_ref() == Some(&record.id);
    records.sort_by(|one, other| {
        let names = || alphabet.compare(&one.name(), &other.name());
        whole(one)
            .cmp(&whole(other))
            .then_with(names)
            .then_with(|| one.id.cmp(&other.id))
    });
    records
        .into_iter()
        .map(|record| territory(context, record))
        .collect()
}

fn has_part(context: &ReportContext, record: &TerritoryRecord) -> bool {
    let (question, network) = (context.question, context.question.network);
    let asked = question
        .territory
        .as_ref()
        .is_none_or(|wanted| network.lies_in(&record.id, wanted));
    let bound = || {
        record
            .body
            .agreements
            .values()
            .any(|agreement| agreement.period().overlaps(question.asked))
    };
    let followed = || {
        record
            .body
            .followed
            .0
            .iter()
            .any(|period| period.overlaps(question.asked))
    };
    let lives = dynamics(context, &record.id, question.asked) > 0;
    asked && (lives || question.theme.is_none() && (followed() || bound()))
}

fn dynamics(context: &ReportContext, home: &TerritoryId, asked: DateRange) -> usize {
    let counted = context.question.network.dynamics_active_in(asked);
    counted
        .filter(|dynamic| dynamic.home == *home && filtered(context.question, dynamic))
        .count()
}

fn territory<'n>(
    context: &mut ReportContext<'_, 'n>,
    record: &'n TerritoryRecord,
) -> TerritoryFact {
    let (question, network) = (context.question, context.question.network);
    let mut own: Vec<_> = network
        .dynamics_active_in(question.asked)
        .filter(|dynamic| dynamic.home == record.id && filtered(question, dynamic))
        .collect();
    let rank = |theme: &str| network.vocabulary.rank(List::Themes, theme);
    own.sort_by_key(|dynamic| {
        dynamic
            .body
            .theme
            .as_ref()
            .and_then(|theme| rank(theme.as_str()))
    });
    let told: Vec<&Common> = std::iter::once(&*record.common)
        .chain(own.iter().map(|dynamic| &*dynamic.common))
        .collect();
    let days = network.days_given(&told.into_iter(), question.asked);
    let agreements = record
        .body
        .agreements
        .values()
        .filter(|agreement| agreement.period().overlaps(question.asked));
    TerritoryFact {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        summary: record
            .common
            .summary
            .get(question.language)
            .map(str::to_owned),
        notes: if is_whole(context, record) {
            Vec::new()
        } else {
            context.notes(&record.common)
        },
        figures: figures(context, record),
        agreements: agreements
            .map(|agreement| agreed(context, record, agreement))
            .collect(),
        way: stage_progress::gather(context, record),
        priorities: record
            .body
            .collective
            .iter()
            .flat_map(|collective| collective.priorities.clone())
            .collect(),
        results: dynamic::results(context, &record.name(), &record.common),
        traits: traits(context, record),
        actions: days
            .into_iter()
            .map(|(action, days)| (context.inside(List::Actions, action), days))
            .collect(),
        sources: context.cited.all(&record.common),
        dynamics: own
            .into_iter()
            .map(|dynamic| dynamic::gather(context, dynamic))
            .collect(),
    }
}

fn is_whole(context: &ReportContext, record: &TerritoryRecord) -> bool {
    context.question.network.settings.territory.as_ref() == Some(&record.id)
}

/// What the official tables and the records say of it in numbers.
fn figures(context: &ReportContext, record: &TerritoryRecord) -> Vec<(String, String)> {
    let (network, language) = (context.question.network, context.question.language);
    let area = network.area_of(record);
    let communes = area
        .filter(|area| area.level < AreaLevel::Commune)
        .map(|area| geography::communes_of(&area).len());
    let now = dynamics(context, &record.id, context.question.asked);
    let before = dynamics(context, &record.id, context.before);
    let here = |actor: &&crate::network::ActorRecord| actor.home == record.id;
    let members = network
        .members_in(context.question.asked)
        .filter(here)
        .count();
    let number = |count: usize| language.number(count as u64);
    let rows = [
        (
            Bilingual {
                fr: "habitants",
                en: "inhabitants",
            },
            area.and_then(|area| area.population)
                .map(|people| language.number(people)),
        ),
        (
            Bilingual {
                fr: "communes",
                en: "communes",
            },
            communes.filter(|count| *count > 1).map(number),
        ),
        (
            Bilingual {
                fr: "dynamiques",
                en: "dynamics",
            },
            (now + before > 0).then(|| compared(context, &number(now), &number(before))),
        ),
        (
            Bilingual {
                fr: "adhérents",
                en: "members",
            },
            (members > 0).then(|| number(members)),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, value)| Some((label.get(language).to_owned(), value?)))
        .collect()
}

/// A number beside that of the year before.
fn compared(context: &ReportContext, now: &str, before: &str) -> String {
    let [_, year] = context.years();
    say!(context.question.language, fr: "{now} ({year}\u{a0}: {before})", en: "{now} ({year}: \
        {before})")
}

fn agreed(
    context: &ReportContext,
    record: &TerritoryRecord,
    agreement: &Agreement,
) -> AgreementFact {
    let network = context.question.network;
    let with = agreement.with.as_ref().map(|id| {
        network
            .actor(id.as_str())
            .map_or_else(|| id.to_string(), crate::records::Record::name)
    });
    let governing = || {
        network
            .authority_of(record)
            .map(crate::records::Record::name)
    };
    AgreementFact {
        with: with.or_else(governing).unwrap_or_default(),
        period: context.period(&agreement.period()),
        subject: agreement.subject.clone(),
        days: agreement.days,
        amount: agreement.amount,
    }
}

/// What the territory's record itself observes in the year: levers, then obstacles.
fn traits(context: &ReportContext, record: &TerritoryRecord) -> Vec<ObservationFact> {
    let question = context.question;
    let all = || question.network.observations_of(record);
    let of = |nature: Nature| all().filter(move |one| one.nature == nature);
    of(Nature::Lever)
        .chain(of(Nature::Obstacle))
        .filter_map(|one| observed(question, &one))
        .collect()
}
