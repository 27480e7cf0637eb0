//! The network itself: its own words, its members by family, its actions.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::records::{Common, List};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::filtered;
use crate::views::view::{Piece, Section, Table};

/// The network itself.
#[derive(Default, Serialize)]
pub struct AboutFact {
    /// Id of the actor that the network itself is.
    pub id: String,
    /// Summary of that actor's record, in Markdown.
    pub summary: Option<String>,
    /// Notes of the year about the network as a whole, in Markdown.
    pub notes: Vec<String>,
    /// Names of the networks to which it belongs.
    pub networks: Vec<String>,
    /// Members by family, with the year before.
    pub members: Vec<FamilyFact>,
    /// Days given by kind of action, with the year before.
    pub actions: Vec<ActionFact>,
    /// Numbers of the sources.
    pub sources: String,
}

/// The number of members of a family.
#[derive(Serialize)]
pub struct FamilyFact {
    /// Id in the vocabulary; empty for members of an unknown family.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// Members in the year.
    pub members: u64,
    /// Members in the year before.
    pub before: u64,
}

/// The days given to a kind of action.
#[derive(Serialize)]
pub struct ActionFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// Days in the year.
    pub days: f64,
    /// Days in the year before.
    pub before: f64,
}

/// Gathers the facts of the network itself, from its actor and from its territory; in a report on a
/// part of the network, the members and the days of that part alone.
pub fn gather(context: &mut ReportContext) -> AboutFact {
    let network = context.question.network;
    let mut fact = AboutFact {
        members: members(context),
        actions: actions(context),
        ..AboutFact::default()
    };
    if context.is_filtered() {
        return fact;
    }
    if let Some(record) = network.own_actor() {
        fact.id = record.id.to_string();
        fact.summary = record
            .common
            .summary
            .get(context.question.language)
            .map(str::to_owned);
        fact.notes = context.notes(&record.common);
        fact.networks = record
            .body
            .part_of_networks
            .iter()
            .map(|id| context.question.network.actor_name(id.as_str()))
            .collect();
        fact.sources = context.cited.all(&record.common);
    }
    let home = network.settings.territory.as_ref();
    if let Some(record) = home.and_then(|home| network.territory(home.as_str())) {
        fact.notes.extend(context.notes(&record.common));
    }
    fact
}

/// The families that have members in the year or in the one before, an unknown family last; none
/// under a theme, since members have none.
fn members(context: &ReportContext) -> Vec<FamilyFact> {
    let question = context.question;
    if question.theme.is_some() {
        return Vec::new();
    }
    let unknown = FamilyFact {
        id: String::new(),
        label: question.words("Famille inconnue", "Family unknown"),
        members: count_members(context, None, question.asked),
        before: count_members(context, None, context.before),
    };
    question
        .network
        .vocabulary
        .list(List::Families)
        .iter()
        .map(|(id, word)| FamilyFact {
            id: id.clone(),
            label: word.label(question.language).to_owned(),
            members: count_members(context, Some(id), question.asked),
            before: count_members(context, Some(id), context.before),
        })
        .chain([unknown])
        .filter(|fact| fact.members + fact.before > 0)
        .collect()
}

/// The number of members of a family, or of no known family.
fn count_members(context: &ReportContext, family: Option<&str>, asked: DateRange) -> u64 {
    let question = context.question;
    question
        .network
        .members_in(asked)
        .filter(|actor| question.covers_any(&actor.home, &actor.body.also_in))
        .filter(|actor| question.network.family_of(actor) == family)
        .count() as u64
}

/// Every kind of action of the vocabulary, with its days.
fn actions(context: &ReportContext) -> Vec<ActionFact> {
    let question = context.question;
    let network = question.network;
    let records = records(context);
    let now = network.days_given(&records.iter().copied(), question.asked);
    let before = network.days_given(&records.iter().copied(), context.before);
    network
        .vocabulary
        .list(List::Actions)
        .iter()
        .map(|(id, word)| ActionFact {
            id: id.clone(),
            label: word.label(question.language).to_owned(),
            days: days_of_action(&now, id),
            before: days_of_action(&before, id),
        })
        .collect()
}

/// The records that may give days of the network's work, and pass the question's filters: neither a
/// territory nor an actor has a theme.
fn records<'n>(context: &ReportContext<'_, 'n>) -> Vec<&'n Common> {
    let question = context.question;
    let network = question.network;
    let has_no_theme = question.theme.is_none();
    let territories = network
        .territories
        .iter()
        .filter(|record| has_no_theme && question.covers(&record.id))
        .map(|record| &*record.common);
    let actors = network
        .actors
        .iter()
        .filter(|record| has_no_theme && question.covers_any(&record.home, &record.body.also_in))
        .map(|record| &*record.common);
    let dynamics = network
        .dynamics
        .iter()
        .filter(|record| filtered(question, record))
        .map(|record| &*record.common);
    territories.chain(actors).chain(dynamics).collect()
}

fn days_of_action(days_by_action: &[(&str, f64)], id: &str) -> f64 {
    days_by_action
        .iter()
        .find(|(action, _)| *action == id)
        .map_or(0.0, |(_, days)| *days)
}

/// The sections about the network; those without any text or fact are left out.
pub fn sections(context: &ReportContext, fact: &AboutFact) -> Vec<Section> {
    let question = context.question;
    let missions = context.written_section("missions", "Nos missions", "Our missions");
    let skills = if context.is_filtered() {
        question.words("Le travail du réseau", "The network's work")
    } else {
        question.words("Nos compétences", "Our skills")
    };
    let skills = Section::new("competences", 2, skills)
        .with(context.own_text("competences"))
        .with(days(context, fact));
    let resources = question.words("Nos ressources", "Our resources");
    let resources = Section::new("ressources", 2, resources).with(context.own_text("ressources"));
    std::iter::once(presentation(context, fact))
        .chain(missions)
        .chain([skills, resources])
        .filter(|section| !section.pieces.is_empty())
        .collect()
}

/// The network in its own words, its members, the networks to which it belongs.
fn presentation(context: &ReportContext, fact: &AboutFact) -> Section {
    let question = context.question;
    let mut pieces: Vec<Piece> = fact.summary.iter().cloned().map(Piece::Prose).collect();
    pieces.extend(context.own_text("qui-sommes-nous"));
    pieces.extend(fact.notes.iter().cloned().map(Piece::Prose));
    if !fact.members.is_empty() {
        pieces.push(Piece::Table(families_table(context, fact)));
        pieces.extend(context.incompleteness_of("members"));
    }
    if !fact.networks.is_empty() {
        let networks = question.language.and(&fact.networks);
        pieces.push(Piece::Text(say!(question.language,
            fr: "Réseaux dont il fait partie\u{a0}: {networks}.",
            en: "Networks to which it belongs: {networks}.")));
    }
    pieces.extend(context.sources(&fact.id, &fact.sources));
    let heading = if context.is_filtered() {
        question.words("Les adhérents", "The members")
    } else {
        question.words("Qui sommes-nous", "Who we are")
    };
    Section::new("qui-sommes-nous", 2, heading).with(pieces)
}

fn families_table(context: &ReportContext, fact: &AboutFact) -> Table {
    let question = context.question;
    let [year, before] = context.years();
    question
        .table(
            "Adhérents qui ont une fiche, par famille",
            "Members that have a record, by family",
            &fact.members,
        )
        .column("famille", "family", |family| &family.label)
        .total(question.words("total", "total"))
        .column_named(year, |family| family.members)
        .sum()
        .column_named(before, |family| family.before)
        .sum()
        .build()
}

/// A table of days by kind of action. If no record gives days, the kinds of action in a list, if
/// the network has a vocabulary of its own.
fn days(context: &ReportContext, fact: &AboutFact) -> Option<Piece> {
    let recorded: Vec<&ActionFact> = fact
        .actions
        .iter()
        .filter(|action| action.days + action.before > 0.0)
        .collect();
    if recorded.is_empty() {
        let labels: Vec<String> = fact
            .actions
            .iter()
            .map(|action| action.label.clone())
            .collect();
        // The actions of the embedded vocabulary are those of Apes: another network that has not
        // chosen its own would present itself with skills that it may not have.
        let is_own = context.question.network.has_own("schemas/vocabulary.toml");
        let is_shown = is_own && !context.is_filtered();
        return (is_shown && !labels.is_empty()).then_some(Piece::List(labels));
    }
    Some(Piece::Table(days_table(context, fact, &recorded)))
}

fn days_table(context: &ReportContext, fact: &AboutFact, recorded: &[&ActionFact]) -> Table {
    let question = context.question;
    let [year, before] = context.years();
    let total: f64 = fact.actions.iter().map(|action| action.days).sum();
    let total_before: f64 = fact.actions.iter().map(|action| action.before).sum();
    question
        .table(
            "Jours donnés par le réseau, par action",
            "Days given by the network, by action",
            recorded,
        )
        .column("action", "action", |action| &action.label)
        .total(question.words("total", "total"))
        .column_named(year, |action| context.number(positive(action.days)))
        .total(context.number(Some(total)))
        .column_named(before, |action| context.number(positive(action.before)))
        .total(context.number(Some(total_before)))
        .build()
}

/// A number of days; `None` for zero, so that its cell stays empty.
fn positive(days: f64) -> Option<f64> {
    (days > 0.0).then_some(days)
}
