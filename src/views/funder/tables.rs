//! The tables of a grant's report.

use crate::language::Both;
use crate::views::parts::means::{euros, signed_share};
use crate::views::parts::pieces::measure;
use crate::views::view::{Cell, Question, Table};

use super::gathered::{AgreementFact, DynamicFact, FunderFacts, ResultFact};

fn word(question: &Question, fr: &'static str, en: &'static str) -> String {
    Both { fr, en }.in_(question.language).to_owned()
}

fn text(text: Option<&String>) -> Cell {
    text.map_or(Cell::Nothing, |text| Cell::Text(text.clone()))
}

fn number(question: &Question, value: Option<f64>) -> Cell {
    value.map_or(Cell::Nothing, |value| measure(value, question.language.decimal(value, 2)))
}

/// Every agreement in one line.
pub fn all(question: &Question, facts: &FunderFacts) -> Table {
    let row = |fact: &AgreementFact| {
        vec![
            Cell::Text(fact.territory.clone()),
            text(fact.with.as_ref()),
            Cell::Text(fact.period.clone()),
            number(question, fact.days),
            euros(question, fact.amount),
            Cell::Number(fact.dynamics.len() as u64),
        ]
    };
    Table {
        caption: word(question, "Conventions en vigueur", "Agreements in force"),
        columns: vec![
            word(question, "territoire", "territory"),
            word(question, "avec", "with"),
            word(question, "période", "period"),
            word(question, "jours", "days"),
            word(question, "montant", "amount"),
            word(question, "dynamiques", "dynamics"),
        ],
        rows: facts.agreements.iter().map(row).collect(),
        total: None,
    }
}

/// What was agreed, line by line.
pub fn terms(question: &Question, fact: &AgreementFact) -> Table {
    let lacking = || Cell::Text(word(question, "non consigné", "not recorded"));
    let line = |heading: String, cell: Cell| {
        vec![Cell::Text(heading), if cell == Cell::Nothing { lacking() } else { cell }]
    };
    let rows = vec![
        line(word(question, "autorité", "authority"), text(fact.with.as_ref())),
        line(word(question, "objet", "subject"), text(fact.subject.as_ref())),
        line(word(question, "durée", "period"), Cell::Text(fact.period.clone())),
        line(word(question, "votée", "voted"), text(fact.voted.as_ref())),
        line(word(question, "montant", "amount"), euros(question, fact.amount)),
        line(word(question, "jours convenus", "days agreed"), number(question, fact.days)),
        line(word(question, "jours donnés", "days given"), number(question, fact.days_given)),
    ];
    Table {
        caption: word(question, "La convention", "The agreement"),
        columns: vec![String::new(), fact.id.clone()],
        rows,
        total: None,
    }
}

/// Where, when and for whom.
pub fn dynamics(question: &Question, fact: &AgreementFact) -> Table {
    let row = |dynamic: &DynamicFact| {
        let with = dynamic.beneficiaries.join(", ");
        vec![
            Cell::Text(dynamic.name.clone()),
            Cell::Text(dynamic.place.clone()),
            Cell::Text(dynamic.period.clone()),
            if with.is_empty() { Cell::Nothing } else { Cell::Text(with) },
            Cell::Number(dynamic.partners as u64),
        ]
    };
    Table {
        caption: word(question, "Dynamiques du territoire", "Dynamics of the territory"),
        columns: vec![
            word(question, "dynamique", "dynamic"),
            word(question, "lieu", "place"),
            word(question, "période", "period"),
            word(question, "besoins reconnus avec", "needs found with"),
            word(question, "partenaires", "partners"),
        ],
        rows: fact.dynamics.iter().map(row).collect(),
        total: None,
    }
}

/// What was aimed at and what was reached.
pub fn results(question: &Question, fact: &AgreementFact) -> Table {
    let row = |result: &ResultFact| {
        vec![
            Cell::Text(result.label.clone()),
            Cell::Text(result.whose.clone()),
            Cell::Text(result.year.clone()),
            number(question, result.target),
            number(question, result.value),
            number(question, result.gap),
            result.gap_share.map_or(Cell::Nothing, |share| measure(share, signed_share(question, share))),
        ]
    };
    Table {
        caption: word(question, "Indicateurs, prévu et réalisé", "Indicators, planned and actual"),
        columns: vec![
            word(question, "indicateur", "indicator"),
            word(question, "de", "of"),
            word(question, "année", "year"),
            word(question, "prévu", "planned"),
            word(question, "réalisé", "actual"),
            word(question, "écart", "gap"),
            word(question, "écart %", "gap %"),
        ],
        rows: fact.results.iter().map(row).collect(),
        total: None,
    }
}
