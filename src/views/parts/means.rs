//! Resources as reports tell them: what was planned beside what came, gaps in euros and in per
//! cent, hours apart.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::network::counting::resources::Account;
use crate::records::List;
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
    /// Euros planned and euros that came in the rows that tell both.
    pub both: Option<(f64, f64)>,
    /// Euros that came beyond what was planned, in the rows that tell both.
    pub gap: Option<f64>,
    /// The same as a share of what was planned.
    pub gap_share: Option<f64>,
    pub hours: Option<f64>,
    /// Rows that tell one of the two amounts alone.
    pub only_planned: usize,
    pub only_actual: usize,
    /// Euros that came where no plan is recorded.
    pub unplanned: Option<f64>,
    /// Euros planned where none is recorded that came.
    pub unpaid: Option<f64>,
}

/// The years over which money is told: those asked for, whole.
#[must_use]
pub fn years(question: &Question) -> DateRange {
    DateRange::years(question.asked.first.year, question.asked.last.year)
}

/// What is told of each nature.
#[must_use]
pub fn facts(question: &Question, accounts: &[(&str, Account)]) -> Vec<MeansFact> {
    let network = question.network;
    let fact = |(nature, account): &(&str, Account)| MeansFact {
        both: account.both,
        unplanned: account.apart()[0],
        unpaid: account.apart()[1],
        id: (*nature).to_owned(),
        label: network
            .vocabulary
            .label(List::Natures, nature, question.language)
            .to_owned(),
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
        _ => Bilingual { fr: "", en: "" },
    };
    both.get(question.language)
}

/// Planned against actual, in euros and in per cent, where both are recorded; beside them what
/// cannot be compared.
#[must_use]
pub fn table(question: &Question, facts: &[MeansFact]) -> Table {
    let word =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let in_euros = facts
        .iter()
        .filter(|fact| fact.planned.is_some() || fact.actual.is_some());
    let cells = |both, unplanned, unpaid| compared(question, both, unplanned, unpaid);
    let row = |fact: &MeansFact| {
        let category = fact
            .category
            .as_deref()
            .map_or("", |id| category(question, id));
        let mut row = vec![
            Cell::Text(fact.label.clone()),
            Cell::Text(category.to_owned()),
        ];
        row.extend(cells(fact.both, fact.unplanned, fact.unpaid));
        row
    };
    let both = facts.iter().filter_map(|fact| fact.both);
    let both = both.reduce(|(planned, actual), (more, came)| (planned + more, actual + came));
    let sum = |of: fn(&MeansFact) -> Option<f64>| {
        facts.iter().filter_map(of).reduce(|sum, told| sum + told)
    };
    let mut total = vec![Cell::Text(word("total", "total")), Cell::Nothing];
    total.extend(cells(
        both,
        sum(|fact| fact.unplanned),
        sum(|fact| fact.unpaid),
    ));
    let table = Table {
        caption: word(
            "Ressources en euros, prévu et réalisé",
            "Resources in euros, planned and actual",
        ),
        columns: vec![
            word("nature", "resource"),
            word("catégorie", "category"),
            word("prévu,\u{a0}€", "planned,\u{a0}€"),
            word("réalisé,\u{a0}€", "actual,\u{a0}€"),
            word("écart,\u{a0}€", "gap,\u{a0}€"),
            "%".to_owned(),
            word(
                "réalisé sans prévu,\u{a0}€",
                "actual, plan unrecorded,\u{a0}€",
            ),
            word(
                "prévu sans réalisé,\u{a0}€",
                "planned, actual unrecorded,\u{a0}€",
            ),
        ],
        rows: in_euros.map(row).collect(),
        total: Some(total),
    };
    table.without_empty_columns()
}

/// Planned, actual, gap and its share; then what only one side tells.
fn compared(
    question: &Question,
    both: Option<(f64, f64)>,
    unplanned: Option<f64>,
    unpaid: Option<f64>,
) -> Vec<Cell> {
    let gap = both.map(|(planned, actual)| actual - planned);
    let share = both
        .filter(|(planned, _)| *planned > 0.0)
        .map(|(planned, actual)| actual / planned - 1.0);
    vec![
        amount(question, both.map(|(planned, _)| planned)),
        amount(question, both.map(|(_, actual)| actual)),
        gap.map_or(Cell::Nothing, |gap| signed(question, gap)),
        share.map_or(Cell::Nothing, |share| share_of(question, share)),
        amount(question, unplanned),
        amount(question, unpaid),
    ]
}

/// The hours given, by nature.
#[must_use]
pub fn hours(question: &Question, facts: &[MeansFact]) -> Table {
    let word =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let row = |fact: &MeansFact| {
        let hours = fact.hours?;
        Some(vec![
            Cell::Text(fact.label.clone()),
            Cell::measure(hours, question.language.decimal(hours, 1)),
        ])
    };
    Table {
        caption: word("Temps donné, en heures", "Time given, in hours"),
        columns: vec![word("nature", "resource"), word("heures", "hours")],
        rows: facts.iter().filter_map(row).collect(),
        total: None,
    }
}

/// An amount as a cell, with its sign.
#[must_use]
pub fn euros(question: &Question, amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Nothing, |amount| {
        Cell::measure(amount, question.language.euros(amount))
    })
}

/// An amount as a cell under a heading that tells its unit.
#[must_use]
pub fn amount(question: &Question, amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Nothing, |amount| {
        Cell::measure(amount, question.language.decimal(amount, 2))
    })
}

/// A difference as a cell, with its sign.
fn signed(question: &Question, difference: f64) -> Cell {
    let told = question.language.decimal(difference, 2);
    Cell::measure(
        difference,
        if difference > 0.0 {
            format!("+{told}")
        } else {
            told
        },
    )
}

/// A share with its sign under a heading that says `%`.
fn share_of(question: &Question, share: f64) -> Cell {
    let told = signed_share(question, share);
    Cell::measure(
        share * 100.0,
        told.trim_end_matches(['%', '\u{a0}']).to_owned(),
    )
}

/// A share with its sign.
#[must_use]
pub fn signed_share(question: &Question, share: f64) -> String {
    let told = question.language.percent(share);
    if share > 0.0 {
        format!("+{told}")
    } else {
        told
    }
}
