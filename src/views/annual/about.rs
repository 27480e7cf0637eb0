//! Who the network is: in its own words, its members by family, its missions, what it can do, what
//! it works with.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::records::{Common, List};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::view::{Cell, Piece, Section, Table};

/// Who the network is.
#[derive(Default, Serialize)]
pub struct AboutFact {
    /// Id of the actor that the network itself is.
    pub id: String,
    /// What its record says, in Markdown.
    pub summary: Option<String>,
    /// What the year brought to the network as a whole, in Markdown.
    pub notes: Vec<String>,
    /// Networks that it is part of.
    pub networks: Vec<String>,
    /// Members by family, with the year before.
    pub members: Vec<FamilyFact>,
    /// Days given by kind of action, with the year before.
    pub actions: Vec<ActionFact>,
    /// Numbers of sources.
    pub sources: String,
}

/// Members of a family.
#[derive(Serialize)]
pub struct FamilyFact {
    /// Id of the family.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Members in the year, and in the one before.
    pub members: u64,
    /// Members in the year before.
    pub before: u64,
}

/// Days of an action.
#[derive(Serialize)]
pub struct ActionFact {
    /// Id of the action.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Days in the year.
    pub days: f64,
    /// Days in the year before.
    pub before: f64,
}

/// Gathers it.
pub fn gather(context: &mut ReportContext) -> AboutFact {
    let (network, language) = (context.question.network, context.question.language);
    let itself = network.own_actor();
    let home = network
        .settings
        .territory
        .as_ref()
        .and_then(|home| network.territory(home.as_str()));
    let mut notes: Vec<String> = itself
        .map(|record| context.notes(&record.common))
        .unwrap_or_default();
    notes.extend(
        home.map(|record| context.notes(&record.common))
            .unwrap_or_default(),
    );
    let networks = itself
        .iter()
        .flat_map(|record| &record.body.part_of_networks);
    AboutFact {
        id: itself
            .map(|record| record.id.to_string())
            .unwrap_or_default(),
        summary: itself
            .and_then(|record| record.common.summary.get(language))
            .map(str::to_owned),
        notes,
        networks: networks
            .map(|id| {
                network
                    .actor(id.as_str())
                    .map_or_else(|| id.to_string(), crate::records::Record::name)
            })
            .collect(),
        members: members(context),
        actions: actions(context),
        sources: itself
            .map(|record| context.cited.all(&record.common))
            .unwrap_or_default(),
    }
}

fn members(context: &ReportContext) -> Vec<FamilyFact> {
    let network = context.question.network;
    let count = |family: &str, asked: DateRange| {
        network
            .members_in(asked)
            .filter(|actor| network.family_of(actor) == Some(family))
            .count() as u64
    };
    let families = network.vocabulary.list(List::Families).iter();
    let facts = families.map(|(id, word)| FamilyFact {
        id: id.clone(),
        label: word.label(context.question.language).to_owned(),
        members: count(id, context.question.asked),
        before: count(id, context.before),
    });
    let all = |asked: DateRange| {
        network
            .members_in(asked)
            .filter(|actor| network.family_of(actor).is_none())
            .count()
    };
    let others = FamilyFact {
        id: String::new(),
        label: context.words("Famille inconnue", "Family unknown"),
        members: all(context.question.asked) as u64,
        before: all(context.before) as u64,
    };
    facts
        .chain([others])
        .filter(|fact| fact.members + fact.before > 0)
        .collect()
}

fn actions(context: &ReportContext) -> Vec<ActionFact> {
    let network = context.question.network;
    let records = everyone(context);
    let now = network.days_given(&records.iter().copied(), context.question.asked);
    let before = network.days_given(&records.iter().copied(), context.before);
    let days = |told: &[(&str, f64)], id: &str| {
        told.iter()
            .find(|(known, _)| *known == id)
            .map_or(0.0, |(_, days)| *days)
    };
    let words = network.vocabulary.list(List::Actions).iter();
    words
        .map(|(id, word)| ActionFact {
            id: id.clone(),
            label: word.label(context.question.language).to_owned(),
            days: days(&now, id),
            before: days(&before, id),
        })
        .collect()
}

/// What every record says that may tell of the network's days.
fn everyone<'n>(context: &ReportContext<'_, 'n>) -> Vec<&'n Common> {
    let network = context.question.network;
    let territories = network.territories.iter().map(|record| &*record.common);
    let actors = network.actors.iter().map(|record| &*record.common);
    territories
        .chain(actors)
        .chain(network.dynamics.iter().map(|record| &*record.common))
        .collect()
}

/// Shows it: the sections that nobody wrote and no record fills are not there.
pub fn sections(context: &ReportContext, fact: &AboutFact) -> Vec<Section> {
    let sections = [
        who(context, fact),
        context
            .told(
                "missions",
                Bilingual {
                    fr: "Nos missions",
                    en: "Our missions",
                },
            )
            .unwrap_or_default(),
        Section::new(
            "competences",
            2,
            context.words("Nos compétences", "What we can do"),
        )
        .with(context.own_text("competences"))
        .with(days(context, fact)),
        Section::new(
            "ressources",
            2,
            context.words("Nos ressources", "What we work with"),
        )
        .with(context.own_text("ressources")),
    ];
    sections
        .into_iter()
        .filter(|section| !section.pieces.is_empty())
        .collect()
}

fn who(context: &ReportContext, fact: &AboutFact) -> Section {
    let language = context.question.language;
    let mut pieces: Vec<Piece> = fact.summary.iter().cloned().map(Piece::Prose).collect();
    pieces.extend(context.own_text("qui-sommes-nous"));
    pieces.extend(fact.notes.iter().cloned().map(Piece::Prose));
    if !fact.members.is_empty() {
        pieces.push(Piece::Table(families(context, fact)));
    }
    if !fact.networks.is_empty() {
        let networks = language.and(&fact.networks);
        pieces.push(Piece::Text(say!(language,
            fr: "Réseaux dont il fait partie\u{a0}: {networks}.",
            en: "Networks that it is part of: {networks}.")));
    }
    pieces.extend(context.sources(&fact.id, &fact.sources));
    Section::new(
        "qui-sommes-nous",
        2,
        context.words("Qui sommes-nous", "Who we are"),
    )
    .with(pieces)
}

fn families(context: &ReportContext, fact: &AboutFact) -> Table {
    let language = context.question.language;
    let [year, before] = context.years();
    let rows = fact.members.iter().map(|family| {
        vec![
            Cell::Text(family.label.clone()),
            Cell::Number(family.members),
            Cell::Number(family.before),
        ]
    });
    let sum = |of: fn(&FamilyFact) -> u64| Cell::Number(fact.members.iter().map(of).sum());
    Table {
        caption: context.words(
            "Adhérents qui ont une fiche, par famille",
            "Members that have a record, by family",
        ),
        columns: vec![context.words("famille", "family"), year, before],
        rows: rows.collect(),
        total: Some(vec![
            Cell::Text(say!(language, fr: "total", en: "total")),
            sum(|family| family.members),
            sum(|family| family.before),
        ]),
    }
}

/// Days by kind of action; their list alone where no record tells of days.
fn days(context: &ReportContext, fact: &AboutFact) -> Option<Piece> {
    let labels: Vec<String> = fact
        .actions
        .iter()
        .map(|action| action.label.clone())
        .collect();
    let told: Vec<&ActionFact> = fact
        .actions
        .iter()
        .filter(|action| action.days + action.before > 0.0)
        .collect();
    if told.is_empty() {
        let known =
            !labels.is_empty() && context.question.network.has_own("schemas/vocabulary.toml");
        return known.then_some(Piece::List(labels));
    }
    let [year, before] = context.years();
    let days = |days: f64| {
        if days > 0.0 {
            context.number(Some(days))
        } else {
            Cell::Nothing
        }
    };
    let row = |action: &&ActionFact| {
        vec![
            Cell::from(&*action.label),
            days(action.days),
            days(action.before),
        ]
    };
    let sum = |of: fn(&ActionFact) -> f64| context.number(Some(fact.actions.iter().map(of).sum()));
    Some(Piece::Table(Table {
        caption: context.words(
            "Jours donnés par le réseau, par action",
            "Days given by the network, by action",
        ),
        columns: vec![context.words("action", "action"), year, before],
        rows: told.iter().map(row).collect(),
        total: Some(vec![
            Cell::Text(context.words("total", "total")),
            sum(|action| action.days),
            sum(|action| action.before),
        ]),
    }))
}
