//! What the network lives on: market, redistribution, reciprocity; planned beside actual.

use serde::Serialize;

use super::desk::Desk;
use crate::calendar::Stretch;
use crate::network::resources::{Account, CATEGORIES};
use crate::records::{Common, List};
use crate::say;
use crate::views::parts::{filtered, means};
use crate::views::view::{Bar, Bars, Cell, Figure, Picture, Piece, Section, Table};

/// What the network and its dynamics live on.
#[derive(Serialize)]
pub struct MeansFact {
    /// The network itself in the year.
    pub network: Vec<NatureFact>,
    /// The network itself in the year before.
    pub network_before: Vec<NatureFact>,
    /// The dynamics of the year that tell of their resources, together.
    pub dynamics: Vec<NatureFact>,
    /// How many dynamics tell of their resources in the year.
    pub telling: u64,
    /// Of how many that lived in it.
    pub of: u64,
}

/// Resources of one nature.
#[derive(Serialize)]
pub struct NatureFact {
    /// Id of the nature.
    pub id: String,
    /// Its label.
    pub label: String,
    /// `market`, `redistribution` or `reciprocity`.
    pub category: String,
    /// Planned euros.
    pub planned: Option<f64>,
    /// Actual euros.
    pub actual: Option<f64>,
    /// Hours.
    pub hours: Option<f64>,
    /// Whether whoever tells of euros tells both the planned and the actual ones: then they can be compared.
    pub both_told: bool,
}

/// Gathers it.
pub fn gather(desk: &Desk) -> MeansFact {
    let (question, network) = (desk.question, desk.question.network);
    let itself: Vec<&Common> = network.itself().map(|record| &record.common).into_iter().collect();
    let alive = network.dynamics_active_in(question.asked).filter(|dynamic| filtered(question, dynamic));
    let alive: Vec<&Common> = alive.map(|dynamic| &dynamic.common).collect();
    let tells =
        |common: &&&Common| common.years_in(question.asked).any(|(_, block)| !block.resources.is_empty());
    MeansFact {
        network: natures(desk, &itself, question.asked),
        network_before: natures(desk, &itself, desk.before),
        dynamics: natures(desk, &alive, question.asked),
        telling: alive.iter().filter(tells).count() as u64,
        of: alive.len() as u64,
    }
}

fn natures(desk: &Desk, records: &[&Common], asked: Stretch) -> Vec<NatureFact> {
    let network = desk.question.network;
    let fact = |(id, account): (&str, Account)| NatureFact {
        both_told: account.only_planned + account.only_actual == 0,
        id: id.to_owned(),
        label: desk.word(List::Natures, id),
        category: network.category_of(id).unwrap_or_default().to_owned(),
        planned: account.planned,
        actual: account.actual,
        hours: account.hours,
    };
    network.accounts(&records.iter().copied(), asked).into_iter().map(fact).collect()
}

/// Shows it.
pub fn section(desk: &Desk, fact: &MeansFact) -> Section {
    let language = desk.question.language;
    let mut pieces: Vec<Piece> = desk.own_text("economie").into_iter().collect();
    if fact.network.is_empty() && fact.dynamics.is_empty() && pieces.is_empty() {
        pieces.push(Piece::Text(desk.words(
            "Les fiches ne disent pas de quoi le réseau et ses dynamiques ont vécu cette année-là.",
            "The records do not tell what the network and its dynamics lived on that year.",
        )));
    }
    if !fact.network.is_empty() {
        let caption = desk.words("Ressources du réseau", "Resources of the network");
        pieces.push(Piece::Table(table(desk, caption, &fact.network)));
        pieces.push(Piece::Picture(Box::new(bars(desk, fact))));
    }
    if !fact.dynamics.is_empty() {
        let (telling, of) = (language.number(fact.telling), language.number(fact.of));
        pieces.push(Piece::Text(say!(language,
            fr: "Dynamiques qui disent leurs ressources\u{a0}: {telling} sur {of}.",
            en: "Dynamics that tell of their resources: {telling} of {of}.")));
        let caption =
            desk.words("Ressources de ces dynamiques, ensemble", "Resources of these dynamics, together");
        pieces.push(Piece::Table(table(desk, caption, &fact.dynamics)));
    }
    if !fact.network.is_empty() || !fact.dynamics.is_empty() {
        pieces.push(Piece::Note(desk.words(
            "L'écart n'est donné que là où chaque somme est dite prévue et réalisée.",
            "The gap is given only where each sum is told both as planned and as actual.",
        )));
    }
    Section::new("economie", 2, desk.words("De quoi l'on vit", "What it lives on")).with(pieces)
}

fn table(desk: &Desk, caption: String, facts: &[NatureFact]) -> Table {
    let rows = facts.iter().map(|fact| {
        vec![
            Cell::Text(fact.label.clone()),
            Cell::Text(means::category(desk.question, &fact.category).to_owned()),
            desk.number(fact.planned),
            desk.number(fact.actual),
            if fact.both_told { desk.gap(fact.planned, fact.actual) } else { Cell::Nothing },
            desk.number(fact.hours),
        ]
    });
    let sum = |of: fn(&NatureFact) -> Option<f64>| {
        let told = facts.iter().filter_map(of).reduce(|sum, told| sum + told);
        desk.number(told)
    };
    Table {
        caption,
        columns: vec![
            desk.words("nature", "resource"),
            desk.words("catégorie", "category"),
            desk.words("prévu, €", "planned, €"),
            desk.words("réalisé, €", "actual, €"),
            desk.words("écart", "gap"),
            desk.words("heures", "hours"),
        ],
        rows: rows.collect(),
        total: Some(vec![
            Cell::Text(desk.words("total", "total")),
            Cell::Nothing,
            sum(|fact| fact.planned),
            sum(|fact| fact.actual),
            Cell::Nothing,
            sum(|fact| fact.hours),
        ]),
    }
}

/// Euros of the network by category, beside the year before.
fn bars(desk: &Desk, fact: &MeansFact) -> Picture {
    let language = desk.question.language;
    let euros = |facts: &[NatureFact], id: &str| -> f64 {
        facts
            .iter()
            .filter(|fact| fact.category == id)
            .filter_map(|fact| fact.actual)
            .filter(|euros| *euros > 0.0)
            .sum()
    };
    let [year, before] = desk.years();
    let bar = |label: String, facts: &[NatureFact]| Bar {
        label,
        values: CATEGORIES.map(|id| euros(facts, id)).into(),
    };
    let told = CATEGORIES.map(|id| {
        format!("{} ({})", means::category(desk.question, id), language.euros(euros(&fact.network, id)))
    });
    let told = language.and(&told);
    let mut bars = vec![bar(year.clone(), &fact.network)];
    if !fact.network_before.is_empty() {
        bars.insert(0, bar(before, &fact.network_before));
    }
    Picture {
        title: desk.words(
            "Les trois ressources du réseau, en euros",
            "The three resources of the network, in euros",
        ),
        alternative: say!(language,
            fr: "Réalisé en {year}\u{a0}: {told}. Les heures données n'y sont pas.",
            en: "Actual in {year}: {told}. Hours given are not in it."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: "€".to_owned(),
            series: CATEGORIES.map(|id| means::category(desk.question, id).to_owned()).into(),
            stacked: true,
            bars,
        }),
    }
}
