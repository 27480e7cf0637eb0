//! What schemas promise, expressions see: every path, every ready value, every word.

use std::collections::BTreeSet;

use apes::charter::builtins::BUILTINS;
use apes::charter::computed::COMPUTED_FIELDS;
use apes::charter::expression::{evaluate, read};
use apes::charter::path_types::PathType;
use apes::charter::{Example, Subject, Value};
use apes::checks::example_run::{ExampleContext, ExampleRun};
use apes::documents::{Schemas, ShapeId, ShapeKind};
use apes::language::Language;
use apes::network::Network;
use apes::network::values::RecordView;
use apes::sources::Folder;
use apes::workspace;
use serde_json::Value as Json;

use super::example;
use crate::workspace::TODAY;

fn records(network: &Network, subject: Subject) -> Vec<RecordView<'_>> {
    match subject {
        Subject::Territory => network
            .territories
            .iter()
            .map(|one| RecordView::territory(network, one, TODAY))
            .collect(),
        Subject::Actor => network
            .actors
            .iter()
            .map(|one| RecordView::actor(network, one, TODAY))
            .collect(),
        Subject::Dynamic => network
            .dynamics
            .iter()
            .map(|one| RecordView::dynamic(network, one, TODAY))
            .collect(),
    }
}

/// Every path below another, as deep as schemas go.
fn below(path: &str, seen: &PathType, into: &mut BTreeSet<String>) {
    for key in seen.keys() {
        let path = format!("{path}.{key}");
        let next = seen.step(key).expect("a key that may follow");
        if next.is_table() {
            below(&path, &next, into);
        }
        into.insert(path);
    }
}

/// A value that fits a shape and has every key that its schema knows.
fn filled(id: ShapeId) -> Json {
    let shape = Schemas::embedded().shape(id);
    match &shape.kind {
        ShapeKind::ShortOrTable(choices) => {
            let filled = choices.iter().map(|choice| filled(*choice));
            filled
                .max_by_key(|value| value.to_string().len())
                .unwrap_or_default()
        }
        ShapeKind::Table(table) => {
            let keys = table
                .keys
                .iter()
                .map(|(key, id)| (key.clone(), filled(*id)));
            let row = table
                .forms
                .iter()
                .map(|(_, id)| *id)
                .chain(table.others)
                .next();
            let name = table.names.map_or_else(|| Json::from("a"), filled);
            let free = row
                .filter(|_| table.keys.is_empty())
                .map(|row| (text(&name), filled(row)));
            Json::Object(keys.chain(free).collect())
        }
        ShapeKind::List { items, .. } => Json::Array(vec![filled(*items)]),
        ShapeKind::Text {
            pattern, choices, ..
        } => {
            let known = [
                "a",
                "contact@example.org",
                "2024",
                "2024-11",
                "2024-11-30",
                "https://example.org",
                "59350",
                "9220",
                "notes",
            ];
            let fits = |text: &&str| {
                pattern
                    .as_ref()
                    .is_none_or(|pattern| pattern.is_match(text))
            };
            let word = choices
                .first()
                .map(String::as_str)
                .or_else(|| known.into_iter().find(fits));
            Json::from(word.unwrap_or("a"))
        }
        ShapeKind::Number { .. } => Json::from(2024),
        ShapeKind::Boolean => Json::from(true),
        ShapeKind::Any => Json::from("a"),
    }
}

fn text(name: &Json) -> String {
    name.as_str().unwrap_or("a").to_owned()
}

#[test]
fn every_path_of_the_schemas_is_seen_in_a_record_that_has_them_all() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for subject in Subject::ALL {
        let record = filled(Schemas::embedded().root(subject.name()));
        let case = Example {
            record,
            ..Example::default()
        };
        let example_run = ExampleRun::new(
            &case,
            subject,
            &ExampleContext::new(&network, &network.charter, "", false),
            Language::English,
        );
        let faults: Vec<_> = example_run
            .findings
            .iter()
            .map(|fault| &fault.sentence)
            .collect();
        assert!(faults.is_empty(), "{faults:?}\n{}", example_run.source.text);
        let mut paths = BTreeSet::new();
        below(subject.name(), &PathType::record(subject), &mut paths);
        assert!(paths.len() > 40, "{}", paths.len());
        let judged = example_run.record().expect("a record");
        let computed = |path: &str| {
            COMPUTED_FIELDS
                .iter()
                .any(|computed_field| path == format!("{}.{}", subject.name(), computed_field.name))
        };
        let seen = |path: &String| {
            !matches!(
                evaluate(&read(path).expect("a path"), &judged.scope()),
                Value::Nothing
            )
        };
        let unseen: Vec<_> = paths
            .iter()
            .filter(|path| !computed(path) && !seen(path))
            .collect();
        assert!(unseen.is_empty(), "{unseen:?}\n{}", example_run.source.text);
    }
}

#[test]
fn every_ready_value_is_there_in_some_record() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for computed_field in COMPUTED_FIELDS {
        let there = computed_field.of.iter().any(|subject| {
            let node =
                read(&format!("{}.{}", subject.name(), computed_field.name)).expect("a path");
            records(&network, *subject)
                .iter()
                .any(|record| evaluate(&node, &record.scope()).holds())
        });
        assert!(there, "{}", computed_field.name);
    }
}

#[test]
fn ready_values_and_keys_bear_different_names() {
    for computed_field in COMPUTED_FIELDS {
        for subject in computed_field.of {
            let schema = Schemas::embedded();
            assert!(
                !schema.has_key(subject.name(), computed_field.name),
                "{} of {}",
                computed_field.name,
                subject.name()
            );
        }
        let words = BUILTINS.iter().filter(|word| !word.of.is_empty());
        assert!(
            words
                .map(|word| word.name)
                .all(|name| name != computed_field.name),
            "{}",
            computed_field.name
        );
    }
}

#[test]
fn each_word_says_something_of_some_record() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for word in BUILTINS {
        let node = read(word.example).expect(word.example);
        let holds = Subject::ALL.into_iter().any(|subject| {
            records(&network, subject)
                .iter()
                .any(|record| evaluate(&node, &record.scope()).holds())
        });
        assert!(holds, "{}", word.example);
    }
}

#[test]
fn a_comparison_with_nothing_does_not_hold() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    let records = records(&network, Subject::Dynamic);
    let bare = records
        .iter()
        .find(|record| !evaluate(&read("dynamic.ended").expect("a path"), &record.scope()).holds());
    let scope = bare.expect("a dynamic without an end").scope();
    for asked in [
        "dynamic.ended == 'achevee'",
        "dynamic.ended != 'achevee'",
        "dynamic.ended in ['achevee']",
        "dynamic.ended not in ['achevee']",
        "dynamic.to < 2020",
        "dynamic.to >= 2020",
        "dynamic.to == dynamic.to",
    ] {
        assert!(
            !evaluate(&read(asked).expect(asked), &scope).holds(),
            "{asked}"
        );
    }
    for asked in [
        "not dynamic.ended",
        "not (dynamic.ended in ['achevee'])",
        "not (dynamic.ended == 'achevee')",
    ] {
        assert!(
            evaluate(&read(asked).expect(asked), &scope).holds(),
            "{asked}"
        );
    }
}
