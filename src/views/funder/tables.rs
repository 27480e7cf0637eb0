//! The tables of a grant's report.

use crate::say;
use crate::views::parts::means::{euros, signed_share};
use crate::views::view::{Cell, Question, Table};

use crate::views::funder::facts::{DynamicFact, FunderFacts, GrantFact, ResultFact, RowFact};

fn told(told: Option<&String>) -> Cell {
    Cell::from(told.map_or("", String::as_str))
}

fn number(question: &Question, value: Option<f64>) -> Cell {
    value.map_or(Cell::Nothing, |value| {
        Cell::measure(value, question.language.decimal(value, 2))
    })
}

fn columns(question: &Question, names: &[(&'static str, &'static str)]) -> Vec<String> {
    names
        .iter()
        .map(|(fr, en)| question.words(fr, en))
        .collect()
}

/// What it is, in a word or two.
fn nature(question: &Question, fact: &GrantFact) -> String {
    match (&fact.kind, fact.nature) {
        (Some(kind), _) => kind.clone(),
        (None, "call") => question.words("Appel", "Call"),
        (None, _) => question.words("Convention", "Agreement"),
    }
}

/// Every agreement and call in one line.
pub fn all(question: &Question, facts: &FunderFacts) -> Table {
    let row = |fact: &GrantFact| {
        vec![
            Cell::Text(fact.id.clone()),
            Cell::Text(nature(question, fact)),
            Cell::Text(fact.holder.clone()),
            told(fact.with.as_ref()),
            Cell::Text(fact.period.clone()),
            number(question, fact.days),
            euros(question, fact.amount),
            Cell::Number(fact.dynamics.len() as u64),
        ]
    };
    Table {
        caption: question.words(
            "Conventions en vigueur et appels en cours",
            "Agreements in force and calls that run",
        ),
        columns: columns(
            question,
            &[
                ("nom pour --agreement", "name for --agreement"),
                ("nature", "nature"),
                ("qui en répond", "who answers for it"),
                ("avec", "with"),
                ("période", "period"),
                ("jours", "days"),
                ("montant", "amount"),
                ("dynamiques", "dynamics"),
            ],
        ),
        rows: facts.grants.iter().map(row).collect(),
        total: None,
    }
}

/// What was agreed, line by line.
pub fn terms(question: &Question, fact: &GrantFact) -> Table {
    let is_call = fact.nature == "call";
    let (with, caption) = if is_call {
        (
            ("financeur", "funder"),
            question.words("L'appel", "The call"),
        )
    } else {
        (
            ("autorité", "authority"),
            question.words("La convention", "The agreement"),
        )
    };
    let mut lines = vec![
        (("nature", "nature"), Cell::Text(nature(question, fact))),
        (with, told(fact.with.as_ref())),
        (("objet", "subject"), told(fact.subject.as_ref())),
        (("durée", "period"), Cell::from(&fact.period)),
    ];
    lines.extend(if is_call {
        of_call(question, fact)
    } else {
        of_agreement(question, fact)
    });
    let row = |((fr, en), cell): ((&'static str, &'static str), Cell)| {
        let lacking = || Cell::Text(question.words("non consigné", "not recorded"));
        vec![
            Cell::Text(question.words(fr, en)),
            if cell == Cell::Nothing {
                lacking()
            } else {
                cell
            },
        ]
    };
    let rows = lines.into_iter().map(row).collect();
    Table {
        caption,
        columns: vec![String::new(), fact.id.clone()],
        rows,
        total: None,
    }
}

/// A heading in both languages, and what stands beside it.
type Line = ((&'static str, &'static str), Cell);

fn of_agreement(question: &Question, fact: &GrantFact) -> Vec<Line> {
    vec![
        (("votée", "voted"), told(fact.voted.as_ref())),
        (("montant", "amount"), euros(question, fact.amount)),
        (
            (
                "versé aux dynamiques par elle",
                "paid by it to the dynamics",
            ),
            euros(question, fact.paid),
        ),
        (
            ("jours convenus", "days agreed"),
            number(question, fact.days),
        ),
        (
            ("jours donnés", "days given"),
            number(question, fact.days_given),
        ),
    ]
}

fn of_call(question: &Question, fact: &GrantFact) -> Vec<Line> {
    let mut lines = vec![
        (
            ("réponse envoyée", "answered"),
            told(fact.answered.as_ref()),
        ),
        (
            ("montant demandé", "amount asked for"),
            euros(question, fact.asked),
        ),
    ];
    if let Some(refused) = &fact.refused {
        lines.push((("refusée", "refused"), Cell::from(refused)));
        return lines;
    }
    lines.extend([
        (("accordée", "granted"), told(fact.granted.as_ref())),
        (
            ("montant accordé", "amount granted"),
            euros(question, fact.amount),
        ),
        (
            ("versé, d'après les fiches", "paid, as the records tell"),
            paid(question, fact),
        ),
        (
            ("compte rendu attendu", "report expected by"),
            told(fact.report_by.as_ref()),
        ),
        (
            ("compte rendu remis", "report handed in"),
            told(fact.reported.as_ref()),
        ),
    ]);
    lines
}

/// What came from the funder, and its gap to the amount.
fn paid(question: &Question, fact: &GrantFact) -> Cell {
    let Some(paid) = fact.paid else {
        return Cell::Nothing;
    };
    let told = question.language.euros(paid);
    let Some(amount) = fact.amount.filter(|amount| *amount > 0.0) else {
        return Cell::Text(told);
    };
    let gap = question.language.euros(paid - amount);
    let share = signed_share(question, (paid - amount) / amount);
    Cell::Text(say!(question.language,
        fr: "{told} (écart\u{a0}: {gap}, {share})",
        en: "{told} (gap: {gap}, {share})"))
}

/// Where, when and for whom.
pub fn dynamics(question: &Question, fact: &GrantFact) -> Table {
    let row = |dynamic: &DynamicFact| {
        vec![
            Cell::Text(dynamic.name.clone()),
            Cell::Text(dynamic.place.clone()),
            Cell::from(&dynamic.period),
            Cell::from(&dynamic.beneficiaries.join(", ")),
            Cell::Number(dynamic.partners as u64),
            Cell::from(&dynamic.sources),
        ]
    };
    Table {
        caption: question.words("Dynamiques", "Dynamics"),
        columns: columns(
            question,
            &[
                ("dynamique", "dynamic"),
                ("lieu", "place"),
                ("période", "period"),
                ("besoins reconnus avec", "needs found with"),
                ("partenaires", "partners"),
                ("sources", "sources"),
            ],
        ),
        rows: fact.dynamics.iter().map(row).collect(),
        total: None,
    }
}

/// What was aimed at and what was reached.
pub fn results(question: &Question, fact: &GrantFact) -> Table {
    let row = |result: &ResultFact| {
        vec![
            Cell::Text(result.label.clone()),
            Cell::Text(result.whose.clone()),
            Cell::Text(result.year.clone()),
            number(question, result.target),
            number(question, result.value),
            number(question, result.gap),
            result.gap_share.map_or(Cell::Nothing, |share| {
                Cell::measure(share, signed_share(question, share))
            }),
            Cell::from(&result.sources),
        ]
    };
    Table {
        caption: question.words(
            "Indicateurs, prévu et réalisé",
            "Indicators, planned and actual",
        ),
        columns: columns(
            question,
            &[
                ("indicateur", "indicator"),
                ("de", "of"),
                ("année", "year"),
                ("prévu", "planned"),
                ("réalisé", "actual"),
                ("écart", "gap"),
                ("écart %", "gap %"),
                ("sources", "sources"),
            ],
        ),
        rows: fact.results.iter().map(row).collect(),
        total: None,
    }
}

/// Each row behind the sums of resources, with where it stands.
pub fn rows(question: &Question, fact: &GrantFact) -> Table {
    let row = |row: &RowFact| {
        vec![
            Cell::Text(row.label.clone()),
            Cell::Text(row.whose.clone()),
            Cell::Text(row.year.clone()),
            told(row.payer.as_ref()),
            euros(question, row.planned),
            euros(question, row.actual),
            number(question, row.hours),
            Cell::Text(row.file.clone()),
            Cell::from(&row.sources),
        ]
    };
    let table = Table {
        caption: question.words("Le détail, ligne par ligne", "The details, row by row"),
        columns: columns(
            question,
            &[
                ("nature", "nature"),
                ("de", "of"),
                ("année", "year"),
                ("versé par", "paid by"),
                ("prévu", "planned"),
                ("réalisé", "actual"),
                ("heures", "hours"),
                ("fiche", "record"),
                ("sources", "sources"),
            ],
        ),
        rows: fact.rows.iter().map(row).collect(),
        total: None,
    };
    table.without_empty_columns()
}
