//! The way to persons: the private folder beside the workspace, of which nothing that it says is
//! ever told.

use std::path::{Component, Path};
use std::sync::Arc;

use crate::diagnostic::{At, Finding};
use crate::documents::{Limits, Syntax, deserialize};
use crate::language::Language;
use crate::records::{People, Person, PersonFault, PersonId, SortedMap, is_id};
use crate::sources::{Folder, Source};
use crate::workspace::parse_and_check::parse_and_check;

/// Reads the folder that `apes.toml` names, from where `apes.toml` lies; nothing where it is not
/// there.
pub(super) fn read(folder: &Folder, named: &str, language: Language) -> Option<People> {
    if !is_beside(named) || !folder.has(named) {
        return None;
    }
    let below = named.trim_end_matches('/');
    let mut people = People::default();
    for path in folder.list(below).into_iter().flatten() {
        let file = path
            .strip_prefix(below)
            .unwrap_or(&path)
            .trim_start_matches('/');
        let Some((id, _)) = file
            .rsplit_once('.')
            .filter(|(id, _)| is_id(id) && Syntax::of(file).is_some())
        else {
            continue;
        };
        let (person, faults) = one(folder, &path, file, language);
        people.persons.insert(PersonId::from(id), person);
        people.faults.extend(faults);
    }
    Some(people)
}

/// Whether a folder is named from here, through folders above at most: no record sends its reader
/// through the disk.
fn is_beside(named: &str) -> bool {
    let usual = |part: Component| {
        matches!(
            part,
            Component::ParentDir | Component::Normal(_) | Component::CurDir
        )
    };
    !named.is_empty() && Path::new(named).components().all(usual)
}

fn one(folder: &Folder, path: &str, file: &str, language: Language) -> (Person, Vec<PersonFault>) {
    let Ok(source) = folder.read(path, Limits::BYTES) else {
        let rule = "unread-file".to_owned();
        return (
            Person::default(),
            vec![PersonFault {
                file: Arc::from(file),
                line: None,
                rule,
            }],
        );
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
        // What was put aside may have been the day on which a consent was withdrawn.
        person.consent = SortedMap::default();
    }
    (person, faults)
}

/// What may be told of a fault: its place and its name.
fn fault(source: &Source, file: &str, finding: &Finding) -> PersonFault {
    let line = match &finding.primary.place.at {
        At::Span(span) => Some(
            source.text[..source.clamp(*span).start]
                .matches('\n')
                .count()
                + 1,
        ),
        _ => None,
    };
    PersonFault {
        file: Arc::from(file),
        line,
        rule: finding.name.to_string(),
    }
}
