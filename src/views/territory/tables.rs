//! The tables of a territory's sheet.

use crate::language::Language;
use crate::views::parts::means;
use crate::views::parts::pieces::{period_told, text, words};
use crate::views::view::{Cell, Question, Table};

use crate::views::territory::facts::{DynamicFact, FamilyFact, TerritoryFacts};

/// Names of partners written in one cell; of more, their number.
const NAMES: usize = 12;

/// The box of figures.
pub fn figures(question: &Question, facts: &TerritoryFacts) -> Table {
    let row = |(label, value): &(String, String)| {
        vec![Cell::Text(label.clone()), Cell::Text(value.clone())]
    };
    Table {
        caption: words(question, "Des chiffres", "Some figures"),
        columns: vec![String::new(), String::new()],
        rows: facts.figures.iter().map(row).collect(),
        total: None,
    }
}

/// Its stages, those to come as well.
pub fn stages(question: &Question, facts: &TerritoryFacts) -> Table {
    let rows = facts.stages.iter().map(|stage| {
        let reached = stage.reached.join(", ");
        let reached = if stage.inferred {
            format!("[{reached}]")
        } else {
            reached
        };
        let evidence = stage.evidence.as_deref().unwrap_or_default();
        vec![
            Cell::Text(format!("{} {}", stage.number, stage.label)),
            text(&reached),
            text(evidence),
        ]
    });
    let table = Table {
        caption: words(question, "Les étapes", "The stages"),
        columns: vec![
            words(question, "étape", "stage"),
            words(question, "franchie", "reached"),
            words(question, "ce qui le montre", "what shows it"),
        ],
        rows: rows.collect(),
        total: None,
    };
    table.without_empty_columns()
}

/// Its dynamics, numbered as on the map.
pub fn dynamics(question: &Question, facts: &TerritoryFacts) -> Table {
    let row = |fact: &DynamicFact| {
        let theme = fact.theme.as_deref().unwrap_or_default();
        let theme = fact
            .digit
            .map_or_else(|| theme.to_owned(), |digit| format!("{digit} {theme}"));
        vec![
            Cell::Number(fact.number as u64),
            Cell::Text(fact.name.clone()),
            text(&theme),
            text(&fact.lived),
            text(fact.ended.as_deref().unwrap_or_default()),
            Cell::Number(fact.partners as u64),
        ]
    };
    let table = Table {
        caption: words(question, "Les dynamiques", "The dynamics"),
        columns: vec![
            words(question, "n°", "no."),
            words(question, "dynamique", "dynamic"),
            words(question, "thématique", "theme"),
            words(question, "période", "period"),
            words(question, "fin", "end"),
            words(question, "partenaires", "partners"),
        ],
        rows: facts.dynamics.iter().map(row).collect(),
        total: None,
    };
    table.without_empty_columns()
}

/// Partners by family.
pub fn families(question: &Question, facts: &TerritoryFacts) -> Table {
    let row = |family: &FamilyFact| {
        vec![
            Cell::Text(family.label.clone()),
            Cell::Number(family.partners.len() as u64),
            Cell::Text(names(question.language, &family.partners)),
        ]
    };
    Table {
        caption: words(question, "Partenaires par famille", "Partners by family"),
        columns: vec![
            words(question, "famille", "family"),
            words(question, "partenaires", "partners"),
            words(question, "qui", "who"),
        ],
        rows: facts.families.iter().map(row).collect(),
        total: Some(vec![
            Cell::Text(words(question, "total", "total")),
            Cell::Number(facts.partners as u64),
            Cell::Nothing,
        ]),
    }
}

/// The first names, and how many others.
fn names(language: Language, all: &[String]) -> String {
    let first = all
        .iter()
        .take(NAMES)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match all.len().saturating_sub(NAMES) {
        0 => first,
        rest => {
            let others = match language {
                Language::French => language.count(rest, "autre", "autres"),
                Language::English => language.count(rest, "other", "others"),
            };
            language.and(&[first, others])
        }
    }
}

/// Its agreements, those in force first.
pub fn agreements(question: &Question, facts: &TerritoryFacts) -> Table {
    let language = question.language;
    let rows = facts.agreements.iter().map(|fact| {
        let ends = fact
            .ends
            .as_deref()
            .and_then(crate::calendar::PartialDate::parse);
        vec![
            text(fact.subject.as_deref().unwrap_or(&fact.key)),
            text(fact.with.as_deref().unwrap_or_default()),
            text(&period_told(&fact.held, language)),
            ends.map_or(Cell::Nothing, |when| Cell::Text(when.format(language))),
            Cell::Text(if fact.in_force {
                words(question, "oui", "yes")
            } else {
                words(question, "non", "no")
            }),
            means::amount(question, fact.days),
            means::euros(question, fact.amount),
        ]
    });
    let table = Table {
        caption: words(question, "Conventions", "Agreements"),
        columns: vec![
            words(question, "convention", "agreement"),
            words(question, "avec", "with"),
            words(question, "période", "period"),
            words(question, "s'achève le", "ends on"),
            words(question, "en vigueur", "in force"),
            words(question, "jours", "days"),
            words(question, "montant", "amount"),
        ],
        rows: rows.collect(),
        total: None,
    };
    table.without_empty_columns()
}

/// Territories followed inside it.
pub fn inside(question: &Question, facts: &TerritoryFacts) -> Table {
    let rows = facts.inside.iter().map(|fact| {
        let stage = text(fact.stage.as_deref().unwrap_or_default());
        vec![
            Cell::Text(fact.name.clone()),
            stage,
            Cell::Number(fact.dynamics as u64),
        ]
    });
    Table {
        caption: words(
            question,
            "Territoires suivis à l'intérieur",
            "Territories followed inside it",
        ),
        columns: vec![
            words(question, "territoire", "territory"),
            words(question, "étape", "stage"),
            words(question, "dynamiques", "dynamics"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// A row for each dynamic, for spreadsheets.
pub fn rows(question: &Question, facts: &TerritoryFacts) -> Table {
    let row = |fact: &DynamicFact| {
        let or_nothing = |value: &Option<String>| text(value.as_deref().unwrap_or_default());
        vec![
            Cell::Number(fact.number as u64),
            text(&fact.id),
            text(&fact.name),
            or_nothing(&fact.theme_id),
            or_nothing(&fact.theme),
            text(&fact.period),
            or_nothing(&fact.ended),
            Cell::Number(fact.partners as u64),
            text(&fact.file),
        ]
    };
    let columns = [
        "number", "id", "dynamic", "theme_id", "theme", "period", "ended", "partners", "file",
    ];
    Table {
        caption: words(question, "Les dynamiques", "The dynamics"),
        columns: columns.map(str::to_owned).into(),
        rows: facts.dynamics.iter().map(row).collect(),
        total: None,
    }
}
