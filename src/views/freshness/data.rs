//! Freshness for other programs: deadlines, dynamics without news, contacts, sources, roles.

use crate::views::freshness::gathered::{FreshnessFacts, RoleFact};
use crate::views::freshness::tables;
use crate::views::parts::data::territory_name;
use crate::views::view::{DataTable, Question, Value};

/// Every table, that of the deadlines first.
pub fn tables(question: &Question, facts: &FreshnessFacts) -> Vec<DataTable> {
    vec![
        deadlines(question, facts),
        silent(question, facts),
        contacts(question, facts),
        sources(question, facts),
        roles(question, facts),
    ]
}

fn deadlines(question: &Question, facts: &FreshnessFacts) -> DataTable {
    question
        .data("deadlines", "Échéances", "Deadlines", &facts.deadlines)
        .named(
            "quoi",
            "what",
            |fact| fact.what,
            |fact| tables::kind(question, fact),
        )
        .named("lequel", "which", |fact| &fact.key, |fact| &fact.label)
        .named("fiche", "record", |fact| &fact.record, |fact| &fact.name)
        .named(
            "territoire",
            "territory",
            |fact| &fact.territory_id,
            |fact| territory_name(question, &fact.territory_id),
        )
        .column("dernier_jour", "last_day", |fact| Value::date(&fact.day))
        .column("déduit", "inferred", |fact| fact.inferred)
        .column("à_venir", "coming", |fact| fact.coming)
        .named("rôle", "role", |fact| &fact.role_id, |fact| &fact.role)
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

fn silent(question: &Question, facts: &FreshnessFacts) -> DataTable {
    question
        .data(
            "silent",
            "Dynamiques sans nouvelles",
            "Dynamics without news",
            &facts.silent,
        )
        .named("dynamique", "dynamic", |fact| &fact.id, |fact| &fact.name)
        .named(
            "territoire",
            "territory",
            |fact| &fact.territory_id,
            |fact| territory_name(question, &fact.territory_id),
        )
        .column("dernière_nouvelle", "last_news", |fact| {
            Value::date(&fact.last)
        })
        .named("rôle", "role", |fact| &fact.role_id, |fact| &fact.role)
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

fn contacts(question: &Question, facts: &FreshnessFacts) -> DataTable {
    question
        .data(
            "contacts",
            "Contacts à confirmer",
            "Contacts to confirm",
            &facts.contacts,
        )
        .named("rôle", "role", |fact| &fact.role_id, |fact| &fact.role)
        .named("fiche", "record", |fact| &fact.record, |fact| &fact.name)
        .named(
            "territoire",
            "territory",
            |fact| &fact.territory_id,
            |fact| territory_name(question, &fact.territory_id),
        )
        .column("dernier_signe", "last_sign", |fact| {
            fact.last.as_deref().map(Value::date)
        })
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

fn sources(question: &Question, facts: &FreshnessFacts) -> DataTable {
    question
        .data(
            "sources",
            "Sources anciennes",
            "Old sources",
            &facts.sources,
        )
        .column("source", "source", |fact| &fact.title)
        .column("parue", "published", |fact| fact.year)
        .column("relue", "read_on", |fact| {
            fact.read_on.as_deref().map(Value::date)
        })
        .column("fiches", "records", |fact| fact.records)
        .build()
}

fn roles(question: &Question, facts: &FreshnessFacts) -> DataTable {
    question
        .data(
            "roles",
            "Ce que chaque rôle a en charge",
            "What each role is in charge of",
            &facts.roles,
        )
        .named(
            "rôle",
            "role",
            |fact| role_id(facts, fact),
            |fact| &fact.role,
        )
        .column("échéances_à_venir", "coming_deadlines", |fact| {
            fact.coming
        })
        .column("échéances_passées", "past_deadlines", |fact| fact.past)
        .column("sans_nouvelles", "silent", |fact| fact.silent)
        .column("contacts_à_confirmer", "contacts", |fact| fact.contacts)
        .build()
}

/// The id of a role, as what it is in charge of gives it.
fn role_id<'f>(facts: &'f FreshnessFacts, role: &RoleFact) -> Option<&'f str> {
    let deadlines = facts.deadlines.iter().map(|it| (&it.role, &it.role_id));
    let silent = facts.silent.iter().map(|it| (&it.role, &it.role_id));
    let mut known = deadlines.chain(silent);
    let known = known
        .find(|(name, _)| **name == role.role)
        .map(|(_, id)| id);
    let mut contacts = facts.contacts.iter();
    let contact = contacts.find(|it| Some(&it.role) == role.role.as_ref());
    known.or(contact.map(|it| &it.role_id))?.as_deref()
}
