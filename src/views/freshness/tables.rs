//! The tables of what grows old.

use crate::calendar::PartialDate;
use crate::views::parts::pieces::{text, words};
use crate::views::view::{Cell, Question, Table};

use crate::views::freshness::gathered::{DueFact, FreshnessFacts, RoleFact};

/// What each role has in charge.
pub fn by_role(question: &Question, facts: &FreshnessFacts) -> Table {
    let row = |name: String, counts: [u64; 4]| {
        std::iter::once(Cell::Text(name))
            .chain(counts.map(Cell::Number))
            .collect::<Vec<_>>()
    };
    let nobody = || words(question, "sans responsable", "nobody in charge");
    let counts = |fact: &RoleFact| [fact.coming, fact.past, fact.silent, fact.contacts];
    let rows = facts
        .roles
        .iter()
        .map(|fact| row(fact.role.clone().unwrap_or_else(nobody), counts(fact)));
    let sum = |place: usize| facts.roles.iter().map(|fact| counts(fact)[place]).sum();
    Table {
        caption: words(
            question,
            "Ce que chaque rôle a en charge",
            "What each role has in charge",
        ),
        columns: vec![
            words(question, "rôle", "role"),
            words(question, "échéances à venir", "days to come"),
            words(question, "échéances passées", "days past"),
            words(question, "sans nouvelles", "without news"),
            words(question, "contacts à confirmer", "contacts to confirm"),
        ],
        rows: rows.collect(),
        total: Some(row(
            words(question, "total", "total"),
            [0, 1, 2, 3].map(sum),
        )),
    }
}

/// What ends, in the months to come or in the past.
pub fn deadlines(question: &Question, facts: &FreshnessFacts, coming: bool) -> Table {
    let row = |fact: &DueFact| {
        vec![
            Cell::Text(moment(question, Some(&fact.day))),
            Cell::Text(what(question, fact)),
            text(&fact.label),
            text(&fact.name),
            text(fact.role.as_deref().unwrap_or_default()),
        ]
    };
    Table {
        caption: if coming {
            words(question, "Échéances à venir", "Days to come")
        } else {
            words(question, "Échéances passées", "Days past")
        },
        columns: vec![
            words(question, "dernier jour", "last day"),
            words(question, "quoi", "what"),
            words(question, "lequel", "which"),
            words(question, "de qui", "whose"),
            words(question, "en charge", "in charge"),
        ],
        rows: facts
            .deadlines
            .iter()
            .filter(|fact| fact.coming == coming)
            .map(row)
            .collect(),
        total: None,
    }
}

/// What ends, in a word.
pub fn what(question: &Question, fact: &DueFact) -> String {
    match fact.what {
        "agreement" => words(question, "convention", "agreement"),
        "report" => words(question, "compte rendu", "report"),
        "status" => words(question, "statut", "status"),
        "waiver" => words(question, "dispense", "waiver"),
        _ => words(question, "consentement", "consent"),
    }
}

/// Dynamics without news.
pub fn silent(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.silent.iter().map(|fact| {
        vec![
            text(&fact.name),
            text(&fact.territory),
            Cell::Text(moment(question, Some(&fact.last))),
            text(fact.role.as_deref().unwrap_or_default()),
        ]
    });
    Table {
        caption: words(
            question,
            "Dynamiques sans nouvelles",
            "Dynamics without news",
        ),
        columns: vec![
            words(question, "dynamique", "dynamic"),
            words(question, "territoire", "territory"),
            words(question, "dernière nouvelle", "last news"),
            words(question, "en charge", "in charge"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// Contacts to confirm, by role.
pub fn contacts(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.contacts.iter().map(|fact| {
        vec![
            text(&fact.role),
            text(&fact.name),
            text(&fact.territory),
            Cell::Text(moment(question, fact.last.as_deref())),
        ]
    });
    Table {
        caption: words(question, "Contacts à confirmer", "Contacts to confirm"),
        columns: vec![
            words(question, "rôle", "role"),
            words(question, "fiche", "record"),
            words(question, "territoire", "territory"),
            words(question, "dernier signe", "last sign"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// Old sources.
pub fn sources(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.sources.iter().map(|fact| {
        vec![
            text(&fact.title),
            text(&fact.year.map_or_else(String::new, |year| year.to_string())),
            Cell::Text(moment(question, fact.read_on.as_deref())),
            Cell::Number(fact.records as u64),
        ]
    });
    Table {
        caption: words(question, "Sources anciennes", "Old sources"),
        columns: vec![
            words(question, "source", "source"),
            words(question, "parue", "published"),
            words(question, "relue", "read"),
            words(question, "fiches", "records"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// A moment as people say it; a dash where none is known.
pub fn moment(question: &Question, written: Option<&str>) -> String {
    let when = written.and_then(PartialDate::parse);
    when.map_or_else(|| "—".to_owned(), |when| when.format(question.language))
}

/// A row for everything that ends or is silent, for spreadsheets.
pub fn rows(question: &Question, facts: &FreshnessFacts) -> Table {
    let role = |role: &Option<String>| text(role.as_deref().unwrap_or_default());
    let deadlines = facts.deadlines.iter().map(|fact| {
        let texts = [
            fact.what,
            &fact.record,
            &fact.name,
            &fact.territory,
            &fact.label,
            &fact.day,
        ];
        texts
            .map(text)
            .into_iter()
            .chain([role(&fact.role), text(&fact.file)])
            .collect::<Vec<_>>()
    });
    let silent = facts.silent.iter().map(|fact| {
        let record = format!("dynamic/{}", fact.id);
        let texts = [
            "silent",
            &record,
            &fact.name,
            &fact.territory,
            "",
            &fact.last,
        ];
        texts
            .map(text)
            .into_iter()
            .chain([role(&fact.role), text(&fact.file)])
            .collect()
    });
    let contacts = facts.contacts.iter().map(|fact| {
        let last = fact.last.as_deref().unwrap_or_default();
        let texts = [
            "contact",
            &fact.record,
            &fact.name,
            &fact.territory,
            "",
            last,
            &fact.role,
            &fact.file,
        ];
        texts.map(text).to_vec()
    });
    let columns = [
        "what",
        "record",
        "name",
        "territory",
        "which",
        "day",
        "role",
        "file",
    ];
    Table {
        caption: words(question, "Ce qui vieillit", "What grows old"),
        columns: columns.map(str::to_owned).into(),
        rows: deadlines.chain(silent).chain(contacts).collect(),
        total: None,
    }
}
