//! What grows old, gathered and ordered.

use serde::Serialize;

use crate::calendar::PartialDate;
use crate::network::RecordRef;
use crate::network::queries::deadlines::{Deadline, DeadlineKind};
use crate::network::queries::freshness::DistantContact;
use crate::network::{DynamicRecord, Network};
use crate::records::{List, SourceEntry};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// Years after which a source is old.
const OLD: u16 = 3;

/// The facts of freshness.
#[derive(Serialize)]
pub struct FreshnessFacts {
    /// How many months ahead are told.
    pub months: u16,
    /// Roles in charge, by name; records without any at the end.
    pub roles: Vec<RoleFact>,
    /// What ends, by day: past days, then those to come.
    pub deadlines: Vec<DueFact>,
    /// Dynamics without news, oldest first.
    pub silent: Vec<SilentFact>,
    /// Contacts to confirm.
    pub contacts: Vec<ContactFact>,
    /// Old sources, oldest first.
    pub sources: Vec<SourceFact>,
}

/// A role with what it has in charge.
#[derive(Default, Serialize)]
pub struct RoleFact {
    pub role: Option<String>,
    pub coming: u64,
    pub past: u64,
    pub silent: u64,
    pub contacts: u64,
}

/// Something with a last day.
#[derive(Serialize)]
pub struct DueFact {
    /// `agreement`, `status`, `waiver` or `consent`.
    pub what: &'static str,
    /// What it is, in words.
    pub label: String,
    pub key: String,
    /// Its last day.
    pub day: String,
    /// Whether that day is still to come.
    pub coming: bool,
    /// Kind and id of its record.
    pub record: String,
    pub name: String,
    pub territory: String,
    pub role: Option<String>,
    pub file: String,
    #[serde(skip)]
    pub on: crate::calendar::Day,
}

/// A dynamic without news.
#[derive(Serialize)]
pub struct SilentFact {
    pub id: String,
    pub name: String,
    pub territory: String,
    /// The last date that its record tells.
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
    /// How many records cite it.
    pub records: usize,
}

/// Gathers them.
pub fn gather(question: &Question) -> FreshnessFacts {
    let (network, today) = (question.network, question.today);
    let until = today.plus_months(question.within);
    let deadlines = network
        .deadlines()
        .into_iter()
        .filter(|deadline| deadline.day <= until && passes(question, deadline.record));
    let deadlines: Vec<DueFact> = deadlines
        .map(|deadline| due_fact(question, &deadline))
        .collect();
    let silent = network
        .silent_dynamics(today)
        .into_iter()
        .filter(|(dynamic, _)| filtered(question, dynamic));
    let silent: Vec<SilentFact> = silent
        .map(|(dynamic, last)| silent_fact(question, dynamic, last))
        .collect();
    let contacts = network
        .distant_contacts(today)
        .into_iter()
        .filter(|row| passes(question, row.record));
    let mut contacts: Vec<ContactFact> = contacts.map(|row| contact_fact(question, &row)).collect();
    let alphabet = Alphabet::new();
    contacts.sort_by(|one, other| {
        let roles = alphabet.compare(&one.role, &other.role);
        roles
            .then_with(|| one.last.cmp(&other.last))
            .then_with(|| one.record.cmp(&other.record))
    });
    let sources = network.old_sources(OLD, today).into_iter();
    let roles = roles(&deadlines, &silent, &contacts);
    let sources = sources
        .map(|(entry, _, records)| source_fact(entry, records))
        .collect();
    FreshnessFacts {
        months: question.within,
        roles,
        deadlines,
        silent,
        contacts,
        sources,
    }
}

/// Whether a record passes the filters: it lies in the territory asked, and bears the theme asked,
/// if one is.
fn passes(question: &Question, record: RecordRef) -> bool {
    let network = question.network;
    let inside = question
        .territory
        .as_ref()
        .is_none_or(|wanted| network.lies_in(record.home(), wanted));
    inside
        && (question.theme.is_none()
            || matches!(record, RecordRef::Dynamic(dynamic) if filtered(question, dynamic)))
}

fn role(question: &Question, record: RecordRef) -> Option<String> {
    let role = question
        .network
        .responsible_role(record.common(), record.home())?;
    Some(
        question
            .network
            .vocabulary
            .label(List::ContactRoles, role.as_str(), question.language)
            .to_owned(),
    )
}

fn name(network: &Network, record: RecordRef) -> String {
    match record {
        RecordRef::Territory(territory) => network.territory_label(&territory.id),
        _ => record.name(),
    }
}

fn due_fact(question: &Question, deadline: &Deadline) -> DueFact {
    let (network, language, record) = (question.network, question.language, deadline.record);
    let word = |list, id: &str| network.vocabulary.label(list, id, language).to_owned();
    let (what, label) = match deadline.kind {
        DeadlineKind::Agreement => ("agreement", subject(deadline)),
        DeadlineKind::Report => {
            let call = record.common().calls.get(&deadline.key);
            (
                "report",
                call.and_then(|call| call.subject.clone())
                    .unwrap_or_else(|| deadline.key.clone()),
            )
        }
        DeadlineKind::Status => ("status", word(List::Statuses, &deadline.key)),
        DeadlineKind::Waiver => ("waiver", deadline.key.clone()),
        DeadlineKind::Consent => (
            "consent",
            word(
                List::ContactRoles,
                deadline.key.split('.').next().unwrap_or_default(),
            ),
        ),
    };
    DueFact {
        what,
        label,
        key: deadline.key.clone(),
        day: deadline.day.to_string(),
        coming: deadline.day >= question.today,
        record: format!("{}/{}", record.kind(), record.id()),
        name: name(network, record),
        territory: network.territory_label(record.home()),
        role: role(question, record),
        file: record.file().to_string(),
        on: deadline.day,
    }
}

/// What an agreement is about; its key where it does not say.
fn subject(deadline: &Deadline) -> String {
    let territory = deadline.record.territory();
    let agreement = territory.and_then(|territory| territory.body.agreements.get(&deadline.key));
    agreement
        .and_then(|agreement| agreement.subject.clone())
        .unwrap_or_else(|| deadline.key.clone())
}

fn silent_fact(question: &Question, dynamic: &DynamicRecord, last: PartialDate) -> SilentFact {
    let network = question.network;
    let role = network.responsible_role(&dynamic.common, &dynamic.home);
    let word = |id: &str| {
        network
            .vocabulary
            .label(List::ContactRoles, id, question.language)
            .to_owned()
    };
    SilentFact {
        id: dynamic.id.to_string(),
        name: dynamic.name(),
        territory: network.territory_label(&dynamic.home),
        last: last.to_string(),
        role: role.map(|role| word(role.as_str())),
        file: dynamic.file.to_string(),
    }
}

fn contact_fact(question: &Question, row: &DistantContact) -> ContactFact {
    let (network, record) = (question.network, row.record);
    let role = row.contact.role.as_str();
    ContactFact {
        role: network
            .vocabulary
            .label(List::ContactRoles, role, question.language)
            .to_owned(),
        record: format!("{}/{}", record.kind(), record.id()),
        name: name(network, record),
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
        read_on: entry.read_on.map(|when| when.to_string()),
        records,
    }
}

/// What each role has in charge; a contact is in charge of itself.
fn roles(deadlines: &[DueFact], silent: &[SilentFact], contacts: &[ContactFact]) -> Vec<RoleFact> {
    let mut names: Vec<Option<String>> = deadlines.iter().map(|fact| fact.role.clone()).collect();
    names.extend(silent.iter().map(|fact| fact.role.clone()));
    names.extend(contacts.iter().map(|fact| Some(fact.role.clone())));
    let alphabet = Alphabet::new();
    names.sort_by(|one, other| match (one, other) {
        (Some(one), Some(other)) => alphabet.compare(one, other),
        _ => one.is_none().cmp(&other.is_none()),
    });
    names.dedup();
    let fact = |role: Option<String>| {
        let own = |fact: &&DueFact| fact.role == role;
        RoleFact {
            coming: deadlines
                .iter()
                .filter(own)
                .filter(|fact| fact.coming)
                .count() as u64,
            past: deadlines
                .iter()
                .filter(own)
                .filter(|fact| !fact.coming)
                .count() as u64,
            silent: silent.iter().filter(|fact| fact.role == role).count() as u64,
            contacts: contacts
                .iter()
                .filter(|fact| Some(&fact.role) == role.as_ref())
                .count() as u64,
            role,
        }
    };
    names.into_iter().map(fact).collect()
}
