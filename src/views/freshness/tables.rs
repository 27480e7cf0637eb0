//! The tables of the report on freshness.

use crate::views::freshness::gathered::{DueFact, FreshnessFacts};
use crate::views::parts::certainty::with_inference;
use crate::views::parts::periods::describe_date;
use crate::views::view::{Question, Table};

/// The numbers of what each role is in charge of.
pub fn by_role(question: &Question, facts: &FreshnessFacts) -> Table {
    question
        .table(
            "Ce que chaque rôle a en charge",
            "What each role is in charge of",
            &facts.roles,
        )
        .column("rôle", "role", |fact| {
            fact.role
                .clone()
                .unwrap_or_else(|| question.words("sans responsable", "nobody in charge"))
        })
        .total(question.words("total", "total"))
        .column("échéances à venir", "coming deadlines", |fact| {
            fact.coming
        })
        .sum()
        .column("échéances passées", "past deadlines", |fact| fact.past)
        .sum()
        .column("sans nouvelles", "without news", |fact| fact.silent)
        .sum()
        .column("contacts à confirmer", "contacts to confirm", |fact| {
            fact.contacts
        })
        .sum()
        .build()
}

/// The deadlines that are still to come, or those that are past.
pub fn deadlines(question: &Question, facts: &FreshnessFacts, coming: bool) -> Table {
    let caption = if coming {
        question.words("Échéances à venir", "Coming deadlines")
    } else {
        question.words("Échéances passées", "Past deadlines")
    };
    let deadlines = facts.deadlines.iter().filter(|fact| fact.coming == coming);
    Table::of(question.language, caption, deadlines)
        .column("dernier jour", "last day", |fact| {
            date(question, Some(&fact.day))
        })
        .column("quoi", "what", |fact| kind(question, fact))
        .column("lequel", "which", |fact| &fact.label)
        .column("de qui", "whose", |fact| &fact.name)
        .column("en charge", "in charge", |fact| &fact.role)
        .build()
}

/// The kind of thing that ends, in a word, marked where it was inferred.
pub fn kind(question: &Question, fact: &DueFact) -> String {
    with_inference(kind_alone(question, fact), fact.inferred, question.language)
}

fn kind_alone(question: &Question, fact: &DueFact) -> String {
    match fact.what {
        "agreement" => question.words("convention", "agreement"),
        "report" => question.words("compte rendu", "report"),
        "status" => question.words("statut", "status"),
        "waiver" => question.words("dispense", "waiver"),
        _ => question.words("consentement", "consent"),
    }
}

/// The dynamics without news, oldest first.
pub fn silent(question: &Question, facts: &FreshnessFacts) -> Table {
    question
        .table(
            "Dynamiques sans nouvelles",
            "Dynamics without news",
            &facts.silent,
        )
        .column("dynamique", "dynamic", |fact| &fact.name)
        .column("territoire", "territory", |fact| &fact.territory)
        .column("dernière nouvelle", "last news", |fact| {
            date(question, Some(&fact.last))
        })
        .column("en charge", "in charge", |fact| &fact.role)
        .build()
}

/// The contacts to confirm, by role.
pub fn contacts(question: &Question, facts: &FreshnessFacts) -> Table {
    question
        .table(
            "Contacts à confirmer",
            "Contacts to confirm",
            &facts.contacts,
        )
        .column("rôle", "role", |fact| &fact.role)
        .column("fiche", "record", |fact| &fact.name)
        .column("territoire", "territory", |fact| &fact.territory)
        .column("dernier signe", "last sign of life", |fact| {
            date(question, fact.last.as_deref())
        })
        .build()
}

/// The old sources, oldest first.
pub fn sources(question: &Question, facts: &FreshnessFacts) -> Table {
    question
        .table("Sources anciennes", "Old sources", &facts.sources)
        .column("source", "source", |fact| &fact.title)
        .column("parue", "published", |fact| {
            fact.year.map(|year| year.to_string())
        })
        .column("relue", "read again", |fact| {
            date(question, fact.read_on.as_deref())
        })
        .column("fiches", "records", |fact| fact.records)
        .build()
}

/// A date in words; a dash where none is known.
fn date(question: &Question, written: Option<&str>) -> String {
    describe_date(written, question.language).unwrap_or_else(|| "—".to_owned())
}

/// A row of the table for spreadsheets.
#[derive(Clone, Copy)]
struct Row<'f> {
    what: &'static str,
    record: &'f str,
    name: &'f str,
    territory: &'f str,
    label: &'f str,
    day: Option<&'f str>,
    role: Option<&'f str>,
    inferred: bool,
    file: &'f str,
}

/// A row for each deadline, silent dynamic and contact, for spreadsheets.
pub fn rows(question: &Question, facts: &FreshnessFacts) -> Table {
    let silent: Vec<String> = facts
        .silent
        .iter()
        .map(|fact| format!("dynamic/{}", fact.id))
        .collect();
    question
        .table(
            "Ce qui vieillit",
            "What grows old",
            all_rows(facts, &silent),
        )
        .column_named("what", |row| row.what)
        .column_named("record", |row| row.record)
        .column_named("name", |row| row.name)
        .column_named("territory", |row| row.territory)
        .column_named("which", |row| row.label)
        .column_named("day", |row| row.day)
        .column_named("role", |row| row.role)
        .column_named("inferred", |row| row.inferred.then_some("true"))
        .column_named("file", |row| row.file)
        .build()
}

/// The rows for spreadsheets; `silent` names the records of the silent dynamics, in their order.
fn all_rows<'f>(facts: &'f FreshnessFacts, silent: &'f [String]) -> Vec<Row<'f>> {
    let deadlines = facts.deadlines.iter().map(|fact| Row {
        what: fact.what,
        record: &fact.record,
        name: &fact.name,
        territory: &fact.territory,
        label: &fact.label,
        day: Some(&fact.day),
        role: fact.role.as_deref(),
        inferred: fact.inferred,
        file: &fact.file,
    });
    let silent = facts.silent.iter().zip(silent).map(|(fact, record)| Row {
        what: "silent",
        record,
        name: &fact.name,
        territory: &fact.territory,
        label: "",
        day: Some(&fact.last),
        role: fact.role.as_deref(),
        inferred: false,
        file: &fact.file,
    });
    let contacts = facts.contacts.iter().map(|fact| Row {
        what: "contact",
        record: &fact.record,
        name: &fact.name,
        territory: &fact.territory,
        label: "",
        day: fact.last.as_deref(),
        role: Some(&fact.role),
        inferred: false,
        file: &fact.file,
    });
    deadlines.chain(silent).chain(contacts).collect()
}
