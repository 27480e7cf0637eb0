//! The resources of the network and of its dynamics, planned beside actual.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::counting::resources::{Account, CATEGORIES};
use crate::records::{Common, List};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::{filtered, means};
use crate::views::view::{Bar, Bars, Figure, Picture, Piece, Question, Section, Table};

/// The resources of the network and of its dynamics.
#[derive(Serialize)]
pub struct ResourcesFact {
    /// Resources of the network itself in the year.
    pub network: Vec<NatureFact>,
    /// Resources of the network itself in the year before.
    pub network_before: Vec<NatureFact>,
    /// Resources of the year's dynamics, added up.
    pub dynamics: Vec<NatureFact>,
    /// Number of the year's dynamics that have resources recorded.
    #[serde(rename = "telling")]
    pub dynamics_with_resources: u64,
    /// Number of the year's dynamics.
    #[serde(rename = "of")]
    pub dynamics_of_year: u64,
}

/// Resources of one nature.
#[derive(Serialize)]
pub struct NatureFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// `market`, `redistribution` or `reciprocity`.
    pub category: String,
    /// Planned euros.
    pub planned: Option<f64>,
    /// Actual euros.
    pub actual: Option<f64>,
    /// Hours.
    pub hours: Option<f64>,
    /// Whether every row of euros gives both the planned and the actual ones, so that the two sums
    /// can be compared.
    #[serde(rename = "both_told")]
    pub is_comparable: bool,
}

/// Gathers the resources of the year.
pub fn gather(context: &ReportContext) -> ResourcesFact {
    let (question, network) = (context.question, context.question.network);
    // The network's own resources are not those of a part of it.
    let itself: Vec<&Common> = network
        .own_actor()
        .filter(|_| !context.is_filtered())
        .map(|record| &*record.common)
        .into_iter()
        .collect();
    let dynamics: Vec<&Common> = network
        .dynamics_active_in(question.asked)
        .filter(|dynamic| filtered(question, dynamic))
        .map(|dynamic| &*dynamic.common)
        .collect();
    let with_resources = dynamics
        .iter()
        .filter(|common| has_resources(common, question.asked));
    ResourcesFact {
        network: natures(question, &itself, question.asked),
        network_before: natures(question, &itself, context.before),
        dynamics: natures(question, &dynamics, question.asked),
        dynamics_with_resources: with_resources.count() as u64,
        dynamics_of_year: dynamics.len() as u64,
    }
}

fn has_resources(common: &Common, asked: DateRange) -> bool {
    common
        .years_in(asked)
        .any(|(_, block)| !block.resources.is_empty())
}

/// The resources of several records by nature, added up.
fn natures(question: &Question, records: &[&Common], asked: DateRange) -> Vec<NatureFact> {
    question
        .network
        .accounts(&records.iter().copied(), asked)
        .iter()
        .map(|(id, account)| nature(question, id, account))
        .collect()
}

fn nature(question: &Question, id: &str, account: &Account) -> NatureFact {
    let category = question.network.category_of(id);
    NatureFact {
        id: id.to_owned(),
        label: question.label(List::Natures, id),
        category: category.unwrap_or_default().to_owned(),
        planned: account.planned,
        actual: account.actual,
        hours: account.hours,
        is_comparable: account.only_planned + account.only_actual == 0,
    }
}

/// The section on resources.
pub fn section(context: &ReportContext, fact: &ResourcesFact) -> Section {
    let question = context.question;
    let mut pieces: Vec<Piece> = context.own_text("economie").into_iter().collect();
    if !fact.network.is_empty() {
        let caption = question.words("Ressources du réseau", "Resources of the network");
        pieces.push(Piece::Table(table(context, caption, &fact.network)));
        pieces.push(Piece::picture(bars(context, fact)));
    }
    if !fact.dynamics.is_empty() {
        pieces.push(Piece::Text(describe_coverage(question, fact)));
        let caption = question.words(
            "Ressources de ces dynamiques, ensemble",
            "Resources of these dynamics, together",
        );
        pieces.push(Piece::Table(table(context, caption, &fact.dynamics)));
    }
    if !fact.network.is_empty() || !fact.dynamics.is_empty() {
        pieces.push(Piece::Note(question.words(
            "L'écart n'est donné que si le prévu et le réalisé de chaque somme sont consignés.",
            "The gap is given only where both the planned and the actual amount of each sum are \
                recorded.",
        )));
    }
    if pieces.is_empty() {
        pieces.push(Piece::Text(question.words(
            "Aucune ressource n'est consignée pour cette période.",
            "No resource is recorded for this period.",
        )));
    }
    let heading = if context.is_filtered() {
        question.words("Ressources des dynamiques", "Resources of the dynamics")
    } else {
        question.words("De quoi l'on vit", "What the network lives on")
    };
    Section::new("economie", 2, heading).with(pieces)
}

/// The number of dynamics that have resources recorded, in a sentence.
fn describe_coverage(question: &Question, fact: &ResourcesFact) -> String {
    let language = question.language;
    let with_resources = language.number(fact.dynamics_with_resources);
    let of_year = language.number(fact.dynamics_of_year);
    say!(language,
        fr: "Dynamiques dont les ressources sont consignées\u{a0}: {with_resources} sur {of_year}.",
        en: "Dynamics whose resources are recorded: {with_resources} of {of_year}.")
}

fn table(context: &ReportContext, caption: String, facts: &[NatureFact]) -> Table {
    let question = context.question;
    let planned = sum(facts.iter().map(|fact| fact.planned));
    let actual = sum(facts.iter().map(|fact| fact.actual));
    let hours = sum(facts.iter().map(|fact| fact.hours));
    Table::of(question.language, caption, facts)
        .column("nature", "resource", |fact| &fact.label)
        .total(question.words("total", "total"))
        .column("catégorie", "category", |fact| {
            means::category(question, &fact.category)
        })
        .column("prévu, €", "planned, €", |fact| {
            context.number(fact.planned)
        })
        .total(context.number(planned))
        .column("réalisé, €", "actual, €", |fact| {
            context.number(fact.actual)
        })
        .total(context.number(actual))
        .column("écart", "gap", |fact| {
            let gap = context.gap(fact.planned, fact.actual);
            fact.is_comparable.then_some(gap)
        })
        .column("heures", "hours", |fact| context.number(fact.hours))
        .total(context.number(hours))
        .build()
}

/// The sum of the known numbers; `None` if none is known.
fn sum(numbers: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    numbers.flatten().reduce(|sum, number| sum + number)
}

/// Euros of the network by category, beside the year before.
fn bars(context: &ReportContext, fact: &ResourcesFact) -> Picture {
    let question = context.question;
    let [year, before] = context.years();
    let mut bars = Vec::new();
    if !fact.network_before.is_empty() {
        bars.push(bar(before, &fact.network_before));
    }
    bars.push(bar(year.clone(), &fact.network));
    let amounts = CATEGORIES.map(|id| {
        let amount = question.language.euros(euros(&fact.network, id));
        format!("{} ({amount})", means::category(question, id))
    });
    let amounts = question.language.and(&amounts);
    Picture {
        title: question.words(
            "Les trois ressources du réseau, en euros",
            "The three resources of the network, in euros",
        ),
        alternative: say!(question.language,
            fr: "Réalisé en {year}\u{a0}: {amounts}. Les heures données n'y sont pas.",
            en: "Actual in {year}: {amounts}. Hours given are not included."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: "€".to_owned(),
            series: CATEGORIES
                .map(|id| means::category(question, id).to_owned())
                .into(),
            stacked: true,
            bars,
        }),
    }
}

fn bar(label: String, facts: &[NatureFact]) -> Bar {
    Bar {
        label,
        values: CATEGORIES.map(|category| euros(facts, category)).into(),
    }
}

/// Actual euros of a category; amounts below zero cannot be drawn and are left out.
fn euros(facts: &[NatureFact], category: &str) -> f64 {
    facts
        .iter()
        .filter(|fact| fact.category == category)
        .filter_map(|fact| fact.actual)
        .filter(|euros| *euros > 0.0)
        .sum()
}
