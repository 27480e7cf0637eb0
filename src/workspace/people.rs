//! The private folder of persons, of whose files only the places of faults leave this module.

use std::path::{Component, Path};
use std::sync::Arc;

use crate::diagnostic::{At, Finding};
use crate::documents::{Limits, Syntax, deserialize};
use crate::language::Language;
use crate::records::{People, Person, PersonFault, PersonId, SkipReason, SortedMap, is_id};
use crate::sources::{Folder, Source, UnreadReason};
use crate::workspace::parse_and_check::parse_and_check;
use crate::workspace::shared_files::skip_reason;

/// Most entries of the folder of persons that are looked at: a network has fewer contacts, and the
/// folder that a workspace names may be any on the disk.
const MOST_ENTRIES: usize = 20_000;

/// Reads the folder that `apes.toml` names, relative to `apes.toml`; `None` if it does not exist.
/// A folder that cannot be read is not one that does not exist.
pub(super) fn read(folder: &Folder, name: &str, language: Language) -> Option<People> {
    // Persons are kept apart from the records, hence from their history.
    let folder = &folder.without_revision();
    if !is_relative(name) || !folder.has(name) {
        return None;
    }
    let below = name.trim_end_matches('/');
    let mut people = People::default();
    if folder.is_behind_link(below) {
        people.unread = Some(SkipReason::Link);
        return Some(people);
    }
    for listed in folder.list_folder(below, MOST_ENTRIES) {
        let (path, why) = match listed {
            Ok(path) => (path, None),
            Err(unread) => (unread.path, Some(skip_reason(unread.why))),
        };
        let file = path
            .strip_prefix(below)
            .unwrap_or(&path)
            .trim_start_matches('/');
        match (person_id(file), why) {
            (Some(id), _) => {
                let person = read_person(folder, &path, file, language, &mut people);
                people.persons.insert(id, person);
            }
            (None, Some(why)) if may_hold_persons(file, &why) => people.note(why),
            (None, _) => {}
        }
    }
    Some(people)
}

/// Whether something unread may be a folder with files of persons: not what editors leave, nor a
/// file of another kind.
fn may_hold_persons(file: &str, why: &SkipReason) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    match why {
        SkipReason::Refused(..) | SkipReason::Exhausted(..) | SkipReason::TooMany => true,
        SkipReason::Link => !name.contains('.'),
        _ => name.is_empty(),
    }
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
    people: &mut People,
) -> Person {
    let source = match folder.read(path, Limits::BYTES) {
        Ok(source) => source,
        Err(unread) => {
            if let UnreadReason::Exhausted(..) = unread.why {
                people.note(skip_reason(unread.why));
            }
            people.faults.push(PersonFault {
                file: Arc::from(file),
                line: None,
                rule: "unread-file".to_owned(),
            });
            return Person::default();
        }
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
    people.faults.extend(faults);
    person
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
