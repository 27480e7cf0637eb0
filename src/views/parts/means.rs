//! Resources as reports describe them: planned beside actual, gaps in euros and in per cent, hours
//! apart.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::network::counting::resources::Account;
use crate::records::List;
use crate::views::view::{Cell, DataTable, Question, Table};

/// The resources of one nature.
#[derive(Serialize)]
pub struct MeansFact {
    /// Id of the nature in the vocabulary.
    pub id: String,
    /// Label of the nature in the reader's language.
    pub label: String,
    /// `market`, `redistribution` or `reciprocity`.
    pub category: Option<String>,
    /// Euros planned.
    pub planned: Option<f64>,
    /// Euros received or spent.
    pub actual: Option<f64>,
    /// Euros planned and actual euros, in the rows that have both.
    pub both: Option<(f64, f64)>,
    /// Actual euros beyond those planned, in the rows that have both.
    pub gap: Option<f64>,
    /// The gap as a share of the euros planned.
    pub gap_share: Option<f64>,
    /// Hours given.
    pub hours: Option<f64>,
    /// Number of rows that have a planned amount alone.
    pub only_planned: usize,
    /// Number of rows that have an actual amount alone.
    pub only_actual: usize,
    /// Actual euros in rows without a planned amount.
    pub unplanned: Option<f64>,
    /// Planned euros in rows without an actual amount.
    pub unpaid: Option<f64>,
}

/// The days over which money is counted: the years asked for, whole.
#[must_use]
pub fn years(question: &Question) -> DateRange {
    DateRange::years(question.asked.first.year, question.asked.last.year)
}

/// The facts of each nature.
#[must_use]
pub fn facts(question: &Question, accounts: &[(&str, Account)]) -> Vec<MeansFact> {
    accounts
        .iter()
        .map(|(nature, account)| fact(question, nature, account))
        .collect()
}

fn fact(question: &Question, nature: &str, account: &Account) -> MeansFact {
    let [unplanned, unpaid] = account.apart();
    MeansFact {
        id: nature.to_owned(),
        label: question.label(List::Natures, nature),
        category: question.network.category_of(nature).map(str::to_owned),
        planned: account.planned,
        actual: account.actual,
        both: account.both,
        gap: account.gap(),
        gap_share: account.gap_share(),
        hours: account.hours,
        only_planned: account.only_planned,
        only_actual: account.only_actual,
        unplanned,
        unpaid,
    }
}

/// The name of a category; empty for an unknown one.
#[must_use]
pub fn category(question: &Question, id: &str) -> &'static str {
    let name = match id {
        "market" => Bilingual {
            fr: "marché",
            en: "market",
        },
        "redistribution" => Bilingual {
            fr: "redistribution",
            en: "redistribution",
        },
        "reciprocity" => Bilingual {
            fr: "réciprocité",
            en: "reciprocity",
        },
        _ => return "",
    };
    name.get(question.language)
}

/// Planned against actual euros where both are recorded, the gap in euros and in per cent; beside
/// them the amounts that cannot be compared.
#[must_use]
pub fn table(question: &Question, facts: &[MeansFact]) -> Table {
    let in_euros = facts
        .iter()
        .filter(|fact| fact.planned.is_some() || fact.actual.is_some());
    let both = facts
        .iter()
        .filter_map(|fact| fact.both)
        .reduce(|(planned, actual), (more, came)| (planned + more, actual + came));
    question
        .table(
            "Ressources en euros, prévu et réalisé",
            "Resources in euros, planned and actual",
            in_euros,
        )
        .column("nature", "resource", |fact| &fact.label)
        .total(question.words("total", "total"))
        .column("catégorie", "category", |fact| {
            fact.category.as_deref().map(|id| category(question, id))
        })
        .column("prévu,\u{a0}€", "planned,\u{a0}€", |fact| {
            planned(question, fact.both)
        })
        .total(planned(question, both))
        .column("réalisé,\u{a0}€", "actual,\u{a0}€", |fact| {
            actual(question, fact.both)
        })
        .total(actual(question, both))
        .column("écart,\u{a0}€", "gap,\u{a0}€", |fact| {
            gap(question, fact.both)
        })
        .total(gap(question, both))
        .column_named("%", |fact| gap_share(question, fact.both))
        .total(gap_share(question, both))
        .column(
            "réalisé sans prévu,\u{a0}€",
            "actual, plan unrecorded,\u{a0}€",
            |fact| amount(question, fact.unplanned),
        )
        .total(amount(question, sum(facts, |fact| fact.unplanned)))
        .column(
            "prévu sans réalisé,\u{a0}€",
            "planned, actual unrecorded,\u{a0}€",
            |fact| amount(question, fact.unpaid),
        )
        .total(amount(question, sum(facts, |fact| fact.unpaid)))
        .build()
        .without_empty_columns()
}

/// The sum of the amounts that are recorded; `None` if none is.
fn sum(facts: &[MeansFact], amount: impl Fn(&MeansFact) -> Option<f64>) -> Option<f64> {
    facts
        .iter()
        .filter_map(amount)
        .reduce(|sum, more| sum + more)
}

fn planned(question: &Question, both: Option<(f64, f64)>) -> Cell {
    amount(question, both.map(|(planned, _)| planned))
}

fn actual(question: &Question, both: Option<(f64, f64)>) -> Cell {
    amount(question, both.map(|(_, actual)| actual))
}

/// Actual euros beyond those planned, with their sign.
fn gap(question: &Question, both: Option<(f64, f64)>) -> Option<Cell> {
    let (planned, actual) = both?;
    let gap = actual - planned;
    let number = question.language.decimal(gap, 2);
    Some(Cell::measure(gap, with_plus(gap, number)))
}

/// The gap as a share of the euros planned, with its sign, under a heading that has the `%`.
fn gap_share(question: &Question, both: Option<(f64, f64)>) -> Option<Cell> {
    let (planned, actual) = both.filter(|(planned, _)| *planned > 0.0)?;
    let share = actual / planned - 1.0;
    let percent = signed_share(question, share);
    let number = percent.trim_end_matches(['%', '\u{a0}']);
    Some(Cell::measure(share * 100.0, number.to_owned()))
}

/// The hours given, by nature.
#[must_use]
pub fn hours(question: &Question, facts: &[MeansFact]) -> Table {
    let given = facts
        .iter()
        .filter_map(|fact| Some((&fact.label, fact.hours?)));
    question
        .table("Temps donné, en heures", "Time given, in hours", given)
        .column("nature", "resource", |(label, _)| label)
        .column("heures", "hours", |(_, hours)| {
            Cell::measure(hours, question.language.decimal(hours, 1))
        })
        .build()
}

/// An amount as a cell, with its unit.
#[must_use]
pub fn euros(question: &Question, amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Nothing, |amount| {
        Cell::measure(amount, question.language.euros(amount))
    })
}

/// An amount as a cell under a heading that has the unit.
#[must_use]
pub fn amount(question: &Question, amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Nothing, |amount| {
        Cell::measure(amount, question.language.decimal(amount, 2))
    })
}

/// A share of 1 as a percentage, with its sign.
#[must_use]
pub fn signed_share(question: &Question, share: f64) -> String {
    with_plus(share, question.language.percent(share))
}

/// A number in words, with a plus sign before one above zero.
fn with_plus(number: f64, words: String) -> String {
    if number > 0.0 {
        format!("+{words}")
    } else {
        words
    }
}

/// The resources of each nature for other programs: what can be compared, what cannot, hours.
#[must_use]
pub fn data(question: &Question, name: &str, facts: &[MeansFact]) -> DataTable {
    question
        .data(
            name,
            "Ressources par nature, prévu et réalisé",
            "Resources by nature, planned and actual",
            facts,
        )
        .named("nature", "nature", |fact| &fact.id, |fact| &fact.label)
        .named(
            "catégorie",
            "category",
            |fact| &fact.category,
            |fact| fact.category.as_deref().map(|id| category(question, id)),
        )
        .column("prévu_euros", "planned_euros", |fact| fact.planned)
        .column("réalisé_euros", "actual_euros", |fact| fact.actual)
        .column(
            "prévu_comparable_euros",
            "comparable_planned_euros",
            |fact| fact.both.map(|(planned, _)| planned),
        )
        .column(
            "réalisé_comparable_euros",
            "comparable_actual_euros",
            |fact| fact.both.map(|(_, actual)| actual),
        )
        .column("écart_euros", "gap_euros", |fact| fact.gap)
        .column("heures", "hours", |fact| fact.hours)
        .build()
}
