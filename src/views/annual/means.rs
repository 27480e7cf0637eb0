//! What the network lives on: market, redistribution, reciprocity; planned beside actual.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::counting::resources::{Account, CATEGORIES};
use crate::records::{Common, List};
use crate::say;
use crate::views::annual::context::ReportContext;
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
    /// Whether whoever tells of euros tells both the planned and the actual ones: then they can be
    /// compared.
    pub both_told: bool,
}

/// Gathers it.
pub fn gather(context: &ReportContext) -> MeansFact {
    let (question, network) = (context.question, context.question.network);
    let itself: Vec<&Common> = network
        .own_actor()
        .map(|record| &*record.common)
        .into_iter()
        .collect();
    let alive = network
        .dynamics_active_in(question.asked)
        .filter(|dynamic| filtered(question, dynamic));
    let alive: Vec<&Common> = alive.map(|dynamic| &*dynamic.common).collect();
    let tells = |common: &&&Common| {
        common
            .years_in(question.asked)
            .any(|(_, block)| !block.resources.is_empty())
    };
    MeansFact {
        network: natures(context, &itself, question.asked),
        network_before: natures(context, &itself, context.before),
        dynamics: natures(context, &alive, question.asked),
        telling: alive.iter().filter(tells).count() as u64,
        of: alive.len() as u64,
    }
}

fn natures(context: &ReportContext, records: &[&Common], asked: DateRange) -> Vec<NatureFact> {
    let network = context.question.network;
    let fact = |(id, account): (&str, Account)| NatureFact {
        both_told: account.only_planned + account.only_actual == 0,
        id: id.to_owned(),
        label: context.word(List::Natures, id),
        category: network.category_of(id).unwrap_or_default().to_owned(),
        planned: account.planned,
        actual: account.actual,
        hours: account.hours,
    };
    network
        .accounts(&records.iter().copied(), asked)
        .into_iter()
        .map(fact)
        .collect()
}

/// Shows it.
pub fn section(context: &ReportContext, fact: &MeansFact) -> Section {
    let language = context.question.language;
    let mut pieces: Vec<Piece> = context.own_text("economie").into_iter().collect();
    if fact.network.is_empty() && fact.dynamics.is_empty() && pieces.is_empty() {
        pieces.push(Piece::Text(context.words(
            "Les fiches ne disent pas de quoi le réseau et ses dynamiques ont vécu cette année-là.",
            "The records do not tell what the network and its dynamics lived on that year.",
        )));
    }
    if !fact.network.is_empty() {
        let caption = context.words("Ressources du réseau", "Resources of the network");
        pieces.push(Piece::Table(table(context, caption, &fact.network)));
        pieces.push(Piece::Picture(Box::new(bars(context, fact))));
    }
    if !fact.dynamics.is_empty() {
        let (telling, of) = (language.number(fact.telling), language.number(fact.of));
        pieces.push(Piece::Text(say!(language,
            fr: "Dynamiques qui disent leurs ressources\u{a0}: {telling} sur {of}.",
            en: "Dynamics that tell of their resources: {telling} of {of}.")));
        let caption = context.words(
            "Ressources de ces dynamiques, ensemble",
            "Resources of these dynamics, together",
        );
        pieces.push(Piece::Table(table(context, caption, &fact.dynamics)));
    }
    if !fact.network.is_empty() || !fact.dynamics.is_empty() {
        pieces.push(Piece::Note(context.words(
            "L'écart n'est donné que là où chaque somme est dite prévue et réalisée.",
            "The gap is given only where each sum is told both as planned and as actual.",
        )));
    }
    Section::new(
        "economie",
        2,
        context.words("De quoi l'on vit", "What it lives on"),
    )
    .with(pieces)
}

fn table(context: &ReportContext, caption: String, facts: &[NatureFact]) -> Table {
    let rows = facts.iter().map(|fact| {
        vec![
            Cell::Text(fact.label.clone()),
            Cell::Text(means::category(context.question, &fact.category).to_owned()),
            context.number(fact.planned),
            context.number(fact.actual),
            if fact.both_told {
                context.gap(fact.planned, fact.actual)
            } else {
                Cell::Nothing
            },
            context.number(fact.hours),
        ]
    });
    let sum = |of: fn(&NatureFact) -> Option<f64>| {
        let told = facts.iter().filter_map(of).reduce(|sum, told| sum + told);
        context.number(told)
    };
    Table {
        caption,
        columns: vec![
            context.words("nature", "resource"),
            context.words("catégorie", "category"),
            context.words("prévu, €", "planned, €"),
            context.words("réalisé, €", "actual, €"),
            context.words("écart", "gap"),
            context.words("heures", "hours"),
        ],
        rows: rows.collect(),
        total: Some(vec![
            Cell::Text(context.words("total", "total")),
            Cell::Nothing,
            sum(|fact| fact.planned),
            sum(|fact| fact.actual),
            Cell::Nothing,
            sum(|fact| fact.hours),
        ]),
    }
}

/// Euros of the network by category, beside the year before.
fn bars(context: &ReportContext, fact: &MeansFact) -> Picture {
    let language = context.question.language;
    let euros = |facts: &[NatureFact], id: &str| -> f64 {
        facts
            .iter()
            .filter(|fact| fact.category == id)
            .filter_map(|fact| fact.actual)
            .filter(|euros| *euros > 0.0)
            .sum()
    };
    let [year, before] = context.years();
    let bar = |label: String, facts: &[NatureFact]| Bar {
        label,
        values: CATEGORIES.map(|id| euros(facts, id)).into(),
    };
    let told = CATEGORIES.map(|id| {
        format!(
            "{} ({})",
            means::category(context.question, id),
            language.euros(euros(&fact.network, id))
        )
    });
    let told = language.and(&told);
    let mut bars = vec![bar(year.clone(), &fact.network)];
    if !fact.network_before.is_empty() {
        bars.insert(0, bar(before, &fact.network_before));
    }
    Picture {
        title: context.words(
            "Les trois ressources du réseau, en euros",
            "The three resources of the network, in euros",
        ),
        alternative: say!(language,
            fr: "Réalisé en {year}\u{a0}: {told}. Les heures données n'y sont pas.",
            en: "Actual in {year}: {told}. Hours given are not in it."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: "€".to_owned(),
            series: CATEGORIES
                .map(|id| means::category(context.question, id).to_owned())
                .into(),
            stacked: true,
            bars,
        }),
    }
}
