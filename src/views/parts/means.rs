//! Resources as reports tell them: what was planned beside what came, gaps in euros and in per cent, hours apart.

use serde::Serialize;

use crate::calendar::Stretch;
use crate::language::Both;
use crate::network::resources::Account;
use crate::records::List;
use crate::say;
use crate::views::view::{Cell, Question, Table};

/// The resources of one nature.
#[derive(Serialize)]
pub struct MeansFact {
    pub id: String,
    pub label: String,
    /// `market`, `redistribution` or `reciprocity`.
    pub category: Option<String>,
    pub planned: Option<f64>,
    pub actual: Option<f64>,
    /// Euros that came beyond what was planned, in the rows that tell both.
    pub gap: Option<f64>,
    /// The same as a share of what was planned.
    pub gap_share: Option<f64>,
    pub hours: Option<f64>,
    /// Rows that tell one of the two amounts alone.
    pub only_planned: usize,
    pub only_actual: usize,
}

/// The years over which money is told: those asked for, whole; where none was, all up to this one.
#[must_use]
pub fn years(question: &Question) -> Stretch {
    let asked = question.asked;
    if question.dated {
        Stretch::years(asked.first.year, asked.last.year)
    } else {
        Stretch::years(1, question.today.year)
    }
}

/// These years in words.
#[must_use]
pub fn years_told(question: &Question) -> String {
    if question.dated {
        return years(question).to_string();
    }
    Both { fr: "toutes les années", en: "all years" }.in_(question.language).to_owned()
}

/// What is told of each nature.
#[must_use]
pub fn facts(question: &Question, accounts: &[(&str, Account)]) -> Vec<MeansFact> {
    let network = question.network;
    let fact = |(nature, account): &(&str, Account)| MeansFact {
        id: (*nature).to_owned(),
        label: network.vocabulary.label(List::Natures, nature, question.language).to_owned(),
        category: network.category_of(nature).map(str::to_owned),
        planned: account.planned,
        actual: account.actual,
        gap: account.gap(),
        gap_share: account.gap_share(),
        hours: account.hours,
        only_planned: account.only_planned,
        only_actual: account.only_actual,
    };
    accounts.iter().map(fact).collect()
}

/// The name of a category.
#[must_use]
pub fn category(question: &Question, id: &str) -> &'static str {
    let both = match id {
        "market" => Both { fr: "marché", en: "market" },
        "redistribution" => Both { fr: "redistribution", en: "redistribution" },
        "reciprocity" => Both { fr: "réciprocité", en: "reciprocity" },
        _ => Both { fr: "", en: "" },
    };
    both.in_(question.language)
}

/// Planned against actual, in euros and in per cent.
#[must_use]
pub fn table(question: &Question, facts: &[MeansFact]) -> Table {
    let word = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language).to_owned();
    let in_euros = facts.iter().filter(|fact| fact.planned.is_some() || fact.actual.is_some());
    let row = |fact: &MeansFact| {
        vec![
            Cell::Text(fact.label.clone()),
            Cell::Text(fact.category.as_deref().map_or("", |id| category(question, id)).to_owned()),
            euros(question, fact.planned),
            euros(question, fact.actual),
            euros(question, fact.gap),
            fact.gap_share.map_or(Cell::Nothing, |share| Cell::Text(signed_share(question, share))),
            remark(question, fact),
        ]
    };
    let sum = |of: fn(&MeansFact) -> Option<f64>| {
        let told: Vec<f64> = facts.iter().filter_map(of).collect();
        (!told.is_empty()).then(|| told.iter().sum::<f64>())
    };
    Table {
        caption: word("Ressources en euros, prévu et réalisé", "Resources in euros, planned and actual"),
        columns: vec![
            word("nature", "nature"),
            word("catégorie", "category"),
            word("prévu", "planned"),
            word("réalisé", "actual"),
            word("écart", "gap"),
            word("écart %", "gap %"),
            word("non consigné", "not recorded"),
        ],
        rows: in_euros.map(row).collect(),
        total: Some(vec![
            Cell::Text(word("total", "total")),
            Cell::Nothing,
            euros(question, sum(|fact| fact.planned)),
            euros(question, sum(|fact| fact.actual)),
            euros(question, sum(|fact| fact.gap)),
            Cell::Nothing,
            Cell::Nothing,
        ]),
    }
}

/// The hours given, by nature.
#[must_use]
pub fn hours(question: &Question, facts: &[MeansFact]) -> Table {
    let word = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language).to_owned();
    let row = |fact: &MeansFact| {
        let hours = fact.hours?;
        Some(vec![Cell::Text(fact.label.clone()), Cell::Text(question.language.decimal(hours, 1))])
    };
    Table {
        caption: word("Temps donné, en heures", "Time given, in hours"),
        columns: vec![word("nature", "nature"), word("heures", "hours")],
        rows: facts.iter().filter_map(row).collect(),
        total: None,
    }
}

/// An amount as a cell.
#[must_use]
pub fn euros(question: &Question, amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Nothing, |amount| Cell::Text(question.language.euros(amount)))
}

/// A share with its sign.
#[must_use]
pub fn signed_share(question: &Question, share: f64) -> String {
    let told = question.language.percent(share);
    if share > 0.0 { format!("+{told}") } else { told }
}

/// What rows leave out, so that no gap is read where none can be known.
fn remark(question: &Question, fact: &MeansFact) -> Cell {
    let language = question.language;
    let mut told = Vec::new();
    if fact.only_actual > 0 {
        let rows = language.count(fact.only_actual, "ligne", "lignes");
        let in_english = language.count(fact.only_actual, "row", "rows");
        told.push(say!(language, fr: "prévu de {rows}", en: "planned of {in_english}"));
    }
    if fact.only_planned > 0 {
        let rows = language.count(fact.only_planned, "ligne", "lignes");
        let in_english = language.count(fact.only_planned, "row", "rows");
        told.push(say!(language, fr: "réalisé de {rows}", en: "actual of {in_english}"));
    }
    if told.is_empty() { Cell::Nothing } else { Cell::Text(told.join(", ")) }
}
