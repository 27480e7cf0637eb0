//! The private folder of persons, of whose files only the places of faults leave this module.

use std::path::{Component, Path};
use std::sync::Arc;

use crate::diagnostic::{At, Finding};
use crate::documents::{Limits, Syntax, deserialize};
use crate::language::Language;
use crate::records::{People, Person, PersonFault, PersonId, SortedMap, is_id};
use crate::sources::{Folder, Source};
use crate::workspace::parse_and_check::parse_and_check;

/// Reads the folder that `apes.toml` names, relative to `apes.toml`; `None` if it does not exist.
pub(super) fn read(folder: &Folder, name: &str, language: Language) -> Option<People> {
    if !is_relative(name) || !folder.has(name) {
        return None;
    }
    let below = name.trim_end_matches('/');
    let mut people = People::default();
    for path in folder.list(below).into_iter().flatten() {
        let file = path
            .strip_prefix(below)
            .unwrap_or(&path)
            .trim_start_matches('/');
        let Some(id) = person_id(file) else {
            continue;
        };
        let (person, faults) = read_person(folder, &path, file, language);
        people.persons.insert(id, person);
        people.faults.extend(faults);
    }
    Some(people)
}

/// The id that a file name gives to a person; `None` for a file that is not a record.
fn person_id(file: &str) -> Option<PersonId> {
    let (id, _) = file.rsplit_once('.')?;
    (is_id(id) && Syntax::of(file).is_some()).then(|| PersonId::from(id))
}

/// Whether a folder is named relative to the workspace; an absolute path could lead a reader of
/// somebody else's workspace anywhere on their disk.
fn is_relative(name: &str) -> bool {
    !name.is_empty()
        && Path::new(name).components().all(|component| {
            matches!(
                component,
                Component::ParentDir | Component::Normal(_) | Component::CurDir
            )
        })
}

fn read_person(
    folder: &Folder,
    path: &str,
    file: &str,
    language: Language,
) -> (Person, Vec<PersonFault>) {
    let Ok(source) = folder.read(path, Limits::BYTES) else {
        let fault = PersonFault {
            file: Arc::from(file),
            line: None,
            rule: "unread-file".to_owned(),
        };
        return (Person::default(), vec![fault]);
    };
    let (tree, findings) = parse_and_check(&source, "person", language);
    let faults: Vec<PersonFault> = findings
        .iter()
        .map(|finding| fault(&source, file, finding))
        .collect();
    let mut person: Person = tree
        .and_then(|tree| deserialize::read(&tree).ok())
        .unwrap_or_default();
    if !faults.is_empty() {
        // A faulty part is not read, and it may be the day on which a consent was withdrawn: a
        // faulty file consents to nothing.
        person.consent = SortedMap::default();
    }
    (person, faults)
}

/// The file, line and rule of a finding, without its sentence, which could quote a person.
fn fault(source: &Source, file: &str, finding: &Finding) -> PersonFault {
    let line = match &finding.primary.place.at {
        At::Span(span) => Some(source.line_column(source.clamp(*span).start).0),
        _ => None,
    };
    PersonFault {
        file: Arc::from(file),
        line,
        rule: finding.name.to_string(),
    }
}
