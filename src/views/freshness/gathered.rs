//! The facts of freshness, gathered and ordered.

use serde::Serialize;

use crate::calendar::{Day, PartialDate};
use crate::network::queries::deadlines::{Deadline, DeadlineKind};
use crate::network::queries::freshness::DistantContact;
use crate::network::{DynamicRecord, Network, RecordRef};
use crate::records::{Common, List, SourceEntry, TerritoryId};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// Age from which a source is old, in years.
const OLD_SOURCE_YEARS: u16 = 3;

/// The facts of freshness.
#[derive(Serialize)]
pub struct FreshnessFacts {
    /// Number of months ahead whose deadlines are listed.
    pub months: u16,
    /// Roles in charge, by name; records without any at the end.
    pub roles: Vec<RoleFact>,
    /// Deadlines by day, past ones first.
    pub deadlines: Vec<DueFact>,
    /// Dynamics without news, oldest first.
    pub silent: Vec<SilentFact>,
    /// Contacts to confirm.
    pub contacts: Vec<ContactFact>,
    /// Old sources, oldest first.
    pub sources: Vec<SourceFact>,
}

/// The numbers of what a role is in charge of.
#[derive(Default, Serialize)]
pub struct RoleFact {
    pub role: Option<String>,
    pub coming: u64,
    pub past: u64,
    pub silent: u64,
    pub contacts: u64,
}

/// A deadline: the last day of something.
#[derive(Serialize)]
pub struct DueFact {
    /// `agreement`, `report`, `status`, `waiver` or `consent`.
    pub what: &'static str,
    /// Subject of the agreement or call, or name of the status, waiver or role.
    pub label: String,
    pub key: String,
    /// The last day, as `2025-12-31`.
    pub day: String,
    /// Whether that day is still to come.
    pub coming: bool,
    /// Kind and id of its record.
    pub record: String,
    pub name: String,
    #[serde(skip)]
    pub territory_id: String,
    #[serde(skip)]
    pub role_id: Option<String>,
    pub territory: String,
    pub role: Option<String>,
    /// Whether the writer of the record inferred what ends.
    pub inferred: bool,
    pub file: String,
    #[serde(skip)]
    pub on: Day,
}

/// A dynamic without news.
#[derive(Serialize)]
pub struct SilentFact {
    pub id: String,
    pub name: String,
    #[serde(skip)]
    pub territory_id: String,
    #[serde(skip)]
    pub role_id: Option<String>,
    pub territory: String,
    /// The last date in its record.
    pub last: String,
    pub role: Option<String>,
    pub file: String,
}

/// A contact to confirm.
#[derive(Serialize)]
pub struct ContactFact {
    pub role: String,
    pub record: String,
    pub name: String,
    #[serde(skip)]
    pub territory_id: String,
    #[serde(skip)]
    pub role_id: Option<String>,
    pub territory: String,
    /// The last sign of life.
    pub last: Option<String>,
    pub file: String,
}

/// An old source.
#[derive(Serialize)]
pub struct SourceFact {
    pub title: String,
    pub year: Option<u16>,
    pub read_on: Option<String>,
    /// Number of records that cite it.
    pub records: usize,
}

/// Gathers the facts on the day of the question.
pub fn gather(question: &Question) -> FreshnessFacts {
    let network = question.network;
    let deadlines = deadlines(question);
    let silent: Vec<SilentFact> = network
        .silent_dynamics(question.today)
        .into_iter()
        .filter(|(dynamic, _)| filtered(question, dynamic))
        .map(|(dynamic, last)| silent_fact(question, dynamic, last))
        .collect();
    let contacts = contacts(question);
    let sources = network
        .old_sources(OLD_SOURCE_YEARS, question.today, |record| {
            passes(question, record)
        })
        .into_iter()
        .map(|(entry, _, records)| source_fact(entry, records))
        .collect();
    FreshnessFacts {
        months: question.within,
        roles: roles(&deadlines, &silent, &contacts),
        deadlines,
        silent,
        contacts,
        sources,
    }
}

/// The deadlines up to the number of months ahead that the question asks for.
fn deadlines(question: &Question) -> Vec<DueFact> {
    let until = question.today.plus_months(question.within);
    question
        .network
        .deadlines()
        .into_iter()
        .filter(|deadline| deadline.day <= until && passes(question, deadline.record))
        .map(|deadline| due_fact(question, &deadline))
        .collect()
}

/// The contacts to confirm, by role, then by last sign of life.
fn contacts(question: &Question) -> Vec<ContactFact> {
    let mut contacts: Vec<ContactFact> = question
        .network
        .distant_contacts(question.today)
        .into_iter()
        .filter(|row| passes(question, row.record))
        .map(|row| contact_fact(question, &row))
        .collect();
    let alphabet = Alphabet::new();
    contacts.sort_by(|one, other| {
        alphabet
            .compare(&one.role, &other.role)
            .then_with(|| one.last.cmp(&other.last))
            .then_with(|| one.record.cmp(&other.record))
    });
    contacts
}

/// Whether a record passes the filters: only a dynamic has a theme.
fn passes(question: &Question, record: RecordRef) -> bool {
    question.covers(record.home()) && (question.theme.is_none() || has_theme(question, record))
}

fn has_theme(question: &Question, record: RecordRef) -> bool {
    matches!(record, RecordRef::Dynamic(dynamic) if filtered(question, dynamic))
}

/// The id of the role in charge of a record; `None` if nobody is.
fn role_id(question: &Question, common: &Common, home: &TerritoryId) -> Option<String> {
    let role = question.network.responsible_role(common, home)?;
    Some(role.to_string())
}

/// The name of the role in charge of a record; `None` if nobody is.
fn role_in_charge(question: &Question, common: &Common, home: &TerritoryId) -> Option<String> {
    let role = question.network.responsible_role(common, home)?;
    Some(question.label(List::ContactRoles, role.as_str()))
}

/// The name of a record; that of a territory with its kind.
fn name(network: &Network, record: RecordRef) -> String {
    match record {
        RecordRef::Territory(territory) => network.territory_label(&territory.id),
        _ => record.name(),
    }
}

fn due_fact(question: &Question, deadline: &Deadline) -> DueFact {
    let (network, record) = (question.network, deadline.record);
    let (what, label) = subject(question, deadline);
    DueFact {
        what,
        label,
        key: deadline.key.clone(),
        day: deadline.day.to_string(),
        coming: deadline.day >= question.today,
        record: format!("{}/{}", record.kind(), record.id()),
        name: name(network, record),
        territory_id: record.home().to_string(),
        role_id: role_id(question, record.common(), record.home()),
        territory: network.territory_label(record.home()),
        role: role_in_charge(question, record.common(), record.home()),
        inferred: deadline.is_inferred(),
        file: record.file().to_string(),
        on: deadline.day,
    }
}

/// The kind of a deadline, and what ends: the subject of an agreement or call if it has one, else
/// its key.
fn subject(question: &Question, deadline: &Deadline) -> (&'static str, String) {
    let key = &deadline.key;
    match deadline.kind {
        DeadlineKind::Agreement => {
            let territory = deadline.record.territory();
            let agreement = territory.and_then(|territory| territory.body.agreements.get(key));
            let subject = agreement.and_then(|agreement| agreement.subject.clone());
            ("agreement", subject.unwrap_or_else(|| key.clone()))
        }
        DeadlineKind::Report => {
            let call = deadline.record.common().calls.get(key);
            let subject = call.and_then(|call| call.subject.clone());
            ("report", subject.unwrap_or_else(|| key.clone()))
        }
        DeadlineKind::Status => ("status", question.label(List::Statuses, key)),
        DeadlineKind::Waiver => ("waiver", key.clone()),
        DeadlineKind::Consent => {
            let role = key.split('.').next().unwrap_or_default();
            ("consent", question.label(List::ContactRoles, role))
        }
    }
}

fn silent_fact(question: &Question, dynamic: &DynamicRecord, last: PartialDate) -> SilentFact {
    SilentFact {
        id: dynamic.id.to_string(),
        name: dynamic.name(),
        territory_id: dynamic.home.to_string(),
        role_id: role_id(question, &dynamic.common, &dynamic.home),
        territory: question.network.territory_label(&dynamic.home),
        last: last.to_string(),
        role: role_in_charge(question, &dynamic.common, &dynamic.home),
        file: dynamic.file.to_string(),
    }
}

fn contact_fact(question: &Question, row: &DistantContact) -> ContactFact {
    let (network, record) = (question.network, row.record);
    ContactFact {
        role: question.label(List::ContactRoles, row.contact.role.as_str()),
        record: format!("{}/{}", record.kind(), record.id()),
        name: name(network, record),
        territory_id: record.home().to_string(),
        role_id: Some(row.contact.role.to_string()),
        territory: network.territory_label(record.home()),
        last: row.last.map(|last| last.to_string()),
        file: record.file().to_string(),
    }
}

fn source_fact(entry: &SourceEntry, records: usize) -> SourceFact {
    let title = entry
        .title
        .as_ref()
        .or(entry.document.as_ref())
        .or(entry.url.as_ref());
    SourceFact {
        title: title.cloned().unwrap_or_default(),
        year: entry.year,
        read_on: entry.read_on.map(|date| date.to_string()),
        records,
    }
}

/// The numbers of each role, by name, what has no role at the end; a contact is in the charge of
/// its own role.
fn roles(deadlines: &[DueFact], silent: &[SilentFact], contacts: &[ContactFact]) -> Vec<RoleFact> {
    let mut names: Vec<Option<&String>> = deadlines.iter().map(|fact| fact.role.as_ref()).collect();
    names.extend(silent.iter().map(|fact| fact.role.as_ref()));
    names.extend(contacts.iter().map(|fact| Some(&fact.role)));
    let alphabet = Alphabet::new();
    names.sort_by(|one, other| match (one, other) {
        (Some(one), Some(other)) => alphabet.compare(one, other),
        _ => one.is_none().cmp(&other.is_none()),
    });
    names.dedup();
    names
        .into_iter()
        .map(|role| role_fact(role, deadlines, silent, contacts))
        .collect()
}

fn role_fact(
    role: Option<&String>,
    deadlines: &[DueFact],
    silent: &[SilentFact],
    contacts: &[ContactFact],
) -> RoleFact {
    let (coming, past): (Vec<&DueFact>, Vec<&DueFact>) = deadlines
        .iter()
        .filter(|fact| fact.role.as_ref() == role)
        .partition(|fact| fact.coming);
    RoleFact {
        role: role.cloned(),
        coming: coming.len() as u64,
        past: past.len() as u64,
        silent: silent
            .iter()
            .filter(|fact| fact.role.as_ref() == role)
            .count() as u64,
        contacts: contacts
            .iter()
            .filter(|fact| Some(&fact.role) == role)
            .count() as u64,
    }
}
