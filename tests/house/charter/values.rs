//! Values of expressions: every path of the schemas, every computed field, every function.

use std::collections::BTreeSet;

use apes::charter::builtins::BUILTINS;
use apes::charter::computed::COMPUTED_FIELDS;
use apes::charter::expression::{evaluate, parse};
use apes::charter::path_type::PathType;
use apes::charter::{Example, Subject};
use apes::checks::example_run::{ExampleContext, ExampleRun};
use apes::documents::{Pattern, Schemas, ShapeId, ShapeKind};
use apes::language::Language;
use apes::network::Network;
use apes::network::values::RecordView;
use apes::sources::Folder;
use apes::workspace;
use serde_json::Value as Json;

use super::example;
use crate::workspace::TODAY;

fn records(network: &Network, subject: Subject) -> Vec<RecordView<'_>> {
    let records = network.records();
    records
        .map(|record| RecordView::of(network, record, TODAY))
        .filter(|view| view.subject() == subject)
        .collect()
}

/// Adds every path below another, as deep as the schemas go.
fn add_paths_below(path: &str, path_type: &PathType, into: &mut BTreeSet<String>) {
    for key in path_type.keys() {
        let path = format!("{path}.{key}");
        let next = path_type.key(key).expect("a key that may follow");
        if next.is_table() {
            add_paths_below(&path, &next, into);
        }
        into.insert(path);
    }
}

/// A value of a schema, with all keys that the schema has.
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
        } => match choices.first() {
            Some(choice) => Json::from(choice.as_str()),
            None => matching_text(pattern.as_ref()),
        },
        ShapeKind::Number { most, .. } if *most < 2024.0 => Json::from(*most),
        ShapeKind::Number { .. } => Json::from(2024),
        ShapeKind::Boolean => Json::from(true),
        ShapeKind::Any => Json::from("a"),
    }
}

/// A text that matches a pattern of the schemas.
fn matching_text(pattern: Option<&Pattern>) -> Json {
    let candidates = [
        "a",
        "contact@example.org",
        "2024",
        "2024-11",
        "2024-11-30",
        "https://example.org",
        "59350",
        "9220",
        "notes",
        "0a1b2c3d",
    ];
    let text = candidates
        .into_iter()
        .find(|text| pattern.is_none_or(|pattern| pattern.is_match(text)));
    Json::from(text.unwrap_or("a"))
}

fn text(name: &Json) -> String {
    name.as_str().unwrap_or("a").to_owned()
}

#[test]
fn every_path_of_the_schemas_has_a_value_in_a_complete_record() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for subject in Subject::ALL {
        let record = filled(Schemas::embedded().root(subject.name()));
        let example = Example {
            record,
            ..Example::default()
        };
        let run = ExampleRun::new(
            &example,
            subject,
            &ExampleContext::new(&network, &network.charter, "", false),
            Language::English,
        );
        let errors: Vec<_> = run
            .findings
            .iter()
            .map(|finding| &finding.sentence)
            .collect();
        assert!(errors.is_empty(), "{errors:?}\n{}", run.source.text);
        let mut paths = BTreeSet::new();
        add_paths_below(subject.name(), &PathType::record(subject), &mut paths);
        assert!(paths.len() > 40, "{}", paths.len());
        let view = run.record().expect("a record");
        for field in COMPUTED_FIELDS {
            paths.remove(&format!("{}.{}", subject.name(), field.name));
        }
        let absent: Vec<_> = paths
            .iter()
            .filter(|path| {
                let node = parse(path).expect("a path");
                evaluate(&node, &view.scope()).is_absent()
            })
            .collect();
        assert!(absent.is_empty(), "{absent:?}\n{}", run.source.text);
    }
}

#[test]
fn every_computed_field_has_a_value_in_some_record() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for computed_field in COMPUTED_FIELDS {
        let there = computed_field.subjects.iter().any(|subject| {
            let node =
                parse(&format!("{}.{}", subject.name(), computed_field.name)).expect("a path");
            records(&network, *subject)
                .iter()
                .any(|record| evaluate(&node, &record.scope()).is_truthy())
        });
        assert!(there, "{}", computed_field.name);
    }
}

#[test]
fn computed_fields_and_keys_have_different_names() {
    for computed_field in COMPUTED_FIELDS {
        for subject in computed_field.subjects {
            let schema = Schemas::embedded();
            assert!(
                !schema.has_key(subject.name(), computed_field.name),
                "{} of {}",
                computed_field.name,
                subject.name()
            );
        }
        let methods = BUILTINS
            .iter()
            .filter(|builtin| !builtin.subjects.is_empty());
        assert!(
            methods
                .map(|method| method.name)
                .all(|name| name != computed_field.name),
            "{}",
            computed_field.name
        );
    }
}

#[test]
fn the_example_of_every_function_is_true_of_some_record() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    for builtin in BUILTINS {
        let node = parse(builtin.example).expect(builtin.example);
        let is_true = Subject::ALL.into_iter().any(|subject| {
            records(&network, subject)
                .iter()
                .any(|record| evaluate(&node, &record.scope()).is_truthy())
        });
        assert!(is_true, "{}", builtin.example);
    }
}

#[test]
fn comparisons_with_an_absent_value_are_false() {
    let network = workspace::load(&Folder::at(&example()), None, Language::English).network;
    let records = records(&network, Subject::Dynamic);
    let bare = records.iter().find(|record| {
        !evaluate(&parse("dynamic.ended").expect("a path"), &record.scope()).is_truthy()
    });
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
            !evaluate(&parse(asked).expect(asked), &scope).is_truthy(),
            "{asked}"
        );
    }
    for asked in [
        "not dynamic.ended",
        "not (dynamic.ended in ['achevee'])",
        "not (dynamic.ended == 'achevee')",
    ] {
        assert!(
            evaluate(&parse(asked).expect(asked), &scope).is_truthy(),
            "{asked}"
        );
    }
}
