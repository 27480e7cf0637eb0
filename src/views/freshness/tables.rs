//! The tables of what grows old.

use crate::calendar::PartialDate;
use crate::views::view::{Cell, Question, Table};

use crate::views::freshness::gathered::{DueFact, FreshnessFacts, RoleFact};

/// What each role has in charge.
pub fn by_role(question: &Question, facts: &FreshnessFacts) -> Table {
    let row = |name: String, counts: [u64; 4]| {
        std::iter::once(Cell::Text(name))
            .chain(counts.map(Cell::Number))
            .collect::<Vec<_>>()
    };
    let nobody = || question.words("sans responsable", "nobody in charge");
    let counts = |fact: &RoleFact| [fact.coming, fact.past, fact.silent, fact.contacts];
    let rows = facts
        .roles
        .iter()
        .map(|fact| row(fact.role.clone().unwrap_or_else(nobody), counts(fact)));
    let sum = |place: usize| facts.roles.iter().map(|fact| counts(fact)[place]).sum();
    Table {
        caption: question.words(
            "Ce que chaque rôle a en charge",
            "What each role has in charge",
        ),
        columns: vec![
            question.words("rôle", "role"),
            question.words("échéances à venir", "days to come"),
            question.words("échéances passées", "days past"),
            question.words("sans nouvelles", "without news"),
            question.words("contacts à confirmer", "contacts to confirm"),
        ],
        rows: rows.collect(),
        total: Some(row(question.words("total", "total"), [0, 1, 2, 3].map(sum))),
    }
}

/// What ends, in the months to come or in the past.
pub fn deadlines(question: &Question, facts: &FreshnessFacts, coming: bool) -> Table {
    let row = |fact: &DueFact| {
        vec![
            Cell::Text(moment(question, Some(&fact.day))),
            Cell::Text(what(question, fact)),
            Cell::from(&fact.label),
            Cell::from(&fact.name),
            Cell::from(fact.role.as_deref().unwrap_or_default()),
        ]
    };
    Table {
        caption: if coming {
            question.words("Échéances à venir", "Days to come")
        } else {
            question.words("Échéances passées", "Days past")
        },
        columns: vec![
            question.words("dernier jour", "last day"),
            question.words("quoi", "what"),
            question.words("lequel", "which"),
            question.words("de qui", "whose"),
            question.words("en charge", "in charge"),
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
        "agreement" => question.words("convention", "agreement"),
        "report" => question.words("compte rendu", "report"),
        "status" => question.words("statut", "status"),
        "waiver" => question.words("dispense", "waiver"),
        _ => question.words("consentement", "consent"),
    }
}

/// Dynamics without news.
pub fn silent(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.silent.iter().map(|fact| {
        vec![
            Cell::from(&fact.name),
            Cell::from(&fact.territory),
            Cell::Text(moment(question, Some(&fact.last))),
            Cell::from(fact.role.as_deref().unwrap_or_default()),
        ]
    });
    Table {
        caption: question.words("Dynamiques sans nouvelles", "Dynamics without news"),
        columns: vec![
            question.words("dynamique", "dynamic"),
            question.words("territoire", "territory"),
            question.words("dernière nouvelle", "last news"),
            question.words("en charge", "in charge"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// Contacts to confirm, by role.
pub fn contacts(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.contacts.iter().map(|fact| {
        vec![
            Cell::from(&fact.role),
            Cell::from(&fact.name),
            Cell::from(&fact.territory),
            Cell::Text(moment(question, fact.last.as_deref())),
        ]
    });
    Table {
        caption: question.words("Contacts à confirmer", "Contacts to confirm"),
        columns: vec![
            question.words("rôle", "role"),
            question.words("fiche", "record"),
            question.words("territoire", "territory"),
            question.words("dernier signe", "last sign"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// Old sources.
pub fn sources(question: &Question, facts: &FreshnessFacts) -> Table {
    let rows = facts.sources.iter().map(|fact| {
        vec![
            Cell::from(&fact.title),
            Cell::from(&fact.year.map_or_else(String::new, |year| year.to_string())),
            Cell::Text(moment(question, fact.read_on.as_deref())),
            Cell::Number(fact.records as u64),
        ]
    });
    Table {
        caption: question.words("Sources anciennes", "Old sources"),
        columns: vec![
            question.words("source", "source"),
            question.words("parue", "published"),
            question.words("relue", "read"),
            question.words("fiches", "records"),
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
    let role = |role: &Option<String>| Cell::from(role.as_deref().unwrap_or_default());
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
            .map(Cell::from)
            .into_iter()
            .chain([role(&fact.role), Cell::from(&fact.file)])
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
            .map(Cell::from)
            .into_iter()
            .chain([role(&fact.role), Cell::from(&fact.file)])
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
        texts.map(Cell::from).to_vec()
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
        caption: question.words("Ce qui vieillit", "What grows old"),
        columns: columns.map(str::to_owned).into(),
        rows: deadlines.chain(silent).chain(contacts).collect(),
        total: None,
    }
}
