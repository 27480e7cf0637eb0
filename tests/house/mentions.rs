//! Whatever the schemas call a word or an id is followed: an unknown one is told at exactly its
//! place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use apes::diagnostic::At;
use apes::language::Language;
use serde_json::{Map, Value as Json, json};

use crate::workspace::{ValidatedFolder, with};

/// Not told yet, and why.
const EXCEPTIONS: [(&str, &str); 5] = [
    (
        "contacts.0.person",
        "without a folder of persons, contacts are roles; with one, see the module `people`",
    ),
    (
        "criteria.plaquette-2020.principle",
        "criteria are not read yet",
    ),
    (
        "criteria.plaquette-2020.source",
        "criteria are not read yet",
    ),
    (
        "amended.plaquette-2020.principle",
        "without a base, the amendment itself is unknown, and reported",
    ),
    (
        "amended.plaquette-2020.source",
        "without a base, the amendment itself is unknown, and reported",
    ),
];

/// Files by the name of their schema.
const FILES: [(&str, &str); 7] = [
    ("territory", "territories/t/territory.toml"),
    ("actor", "territories/t/actors/a.toml"),
    ("dynamic", "territories/t/dynamics/d.toml"),
    ("published", "territories/t/published/p.toml"),
    ("settings", "apes.toml"),
    ("vocabulary", "schemas/vocabulary.toml"),
    ("charter", "schemas/charter.toml"),
];

/// A name that nothing has.
const UNKNOWN_NAME: &str = "zzzz-qqqq-zzzz";

type Schemas = BTreeMap<String, Json>;

fn schemas() -> Schemas {
    let mut found = Schemas::new();
    for entry in std::fs::read_dir("schemas").expect("schemas") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        if let Some(kind) = name.strip_suffix(".schema.json") {
            let text = std::fs::read_to_string(format!("schemas/{name}")).expect("a schema");
            found.insert(kind.to_owned(), serde_json::from_str(&text).expect("JSON"));
        }
    }
    found
}

/// A step of a path to an annotated place.
#[derive(Clone, Debug, PartialEq)]
enum PathStep {
    Key(String),
    Item,
    Name,
}

/// An annotated place: the path to it, and what the name there must be of.
type Place = (Vec<PathStep>, String);

/// Finds every place that a schema annotates, through its references.
fn places(schemas: &Schemas, node: &Json, here: &str, path: &[PathStep], found: &mut Vec<Place>) {
    let further = |step: PathStep| path.iter().cloned().chain([step]).collect::<Vec<_>>();
    if let Some(reference) = node["$ref"].as_str() {
        let (target, document) = referred(schemas, reference, here);
        places(schemas, target, document, path, found);
    }
    for annotation in ["x-word", "x-names"] {
        if let Some(name) = node[annotation].as_str() {
            found.push((path.to_vec(), name.to_owned()));
        }
    }
    for choice in node["anyOf"].as_array().into_iter().flatten() {
        places(schemas, choice, here, path, found);
    }
    for (key, shape) in node["properties"].as_object().into_iter().flatten() {
        places(
            schemas,
            shape,
            here,
            &further(PathStep::Key(key.clone())),
            found,
        );
    }
    if node["additionalProperties"].is_object() {
        let key = example_of_key(schemas, node, here);
        places(
            schemas,
            &node["additionalProperties"],
            here,
            &further(PathStep::Key(key)),
            found,
        );
    }
    if node["propertyNames"].is_object() {
        places(
            schemas,
            &node["propertyNames"],
            here,
            &further(PathStep::Name),
            found,
        );
    }
    if node["items"].is_object() {
        places(
            schemas,
            &node["items"],
            here,
            &further(PathStep::Item),
            found,
        );
    }
}

fn referred<'s>(schemas: &'s Schemas, reference: &'s str, here: &'s str) -> (&'s Json, &'s str) {
    let (document, pointer) = reference.split_once('#').expect("a fragment");
    let document = document.strip_suffix(".schema.json").unwrap_or(here);
    (
        schemas[document].pointer(pointer).expect("a definition"),
        document,
    )
}

/// Returns the node to which a reference leads, with its document.
fn followed<'s>(schemas: &'s Schemas, node: &'s Json, here: &'s str) -> (&'s Json, &'s str) {
    match node["$ref"].as_str() {
        Some(reference) => {
            let (target, document) = referred(schemas, reference, here);
            followed(schemas, target, document)
        }
        None => (node, here),
    }
}

fn example_of_key(schemas: &Schemas, node: &Json, here: &str) -> String {
    let (names, _) = followed(schemas, &node["propertyNames"], here);
    names["examples"][0].as_str().unwrap_or("x").to_owned()
}

/// Returns the smallest value with an unknown name at the end of a path.
fn holding(schemas: &Schemas, node: &Json, here: &str, path: &[PathStep]) -> Option<Json> {
    let (node, here) = followed(schemas, node, here);
    let Some((step, rest)) = path.split_first() else {
        let mut direct = Vec::new();
        places(schemas, node, here, &[], &mut direct);
        return direct
            .iter()
            .any(|(path, _)| path.is_empty())
            .then(|| json!(UNKNOWN_NAME));
    };
    if let Some(choices) = node["anyOf"].as_array() {
        return choices
            .iter()
            .find_map(|choice| holding(schemas, choice, here, path));
    }
    match step {
        PathStep::Item => Some(json!([holding(schemas, node.get("items")?, here, rest)?])),
        PathStep::Name => {
            let value = smallest(schemas, node.get("additionalProperties")?, here);
            Some(Json::Object(Map::from_iter([(
                UNKNOWN_NAME.to_owned(),
                value,
            )])))
        }
        PathStep::Key(key) => {
            let inner = node["properties"]
                .get(key)
                .or_else(|| node.get("additionalProperties"))?;
            let mut table = required(schemas, node, here);
            table.insert(key.clone(), holding(schemas, inner, here, rest)?);
            Some(Json::Object(table))
        }
    }
}

fn required(schemas: &Schemas, node: &Json, here: &str) -> Map<String, Json> {
    let keys = node["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str);
    keys.map(|key| {
        (
            key.to_owned(),
            smallest(schemas, &node["properties"][key], here),
        )
    })
    .collect()
}

/// Returns a valid value, from the examples of the schema.
fn smallest(schemas: &Schemas, node: &Json, here: &str) -> Json {
    if let Some(example) = node["examples"].get(0) {
        return example.clone();
    }
    let (node, here) = followed(schemas, node, here);
    match (node["examples"].get(0), node["anyOf"].get(0)) {
        (Some(example), _) => example.clone(),
        (None, Some(choice)) => smallest(schemas, choice, here),
        _ if node["type"] == "object" => Json::Object(required(schemas, node, here)),
        _ if node["type"] == "string" => json!("x"),
        _ => panic!("no example in {node}"),
    }
}

/// Writes a table as TOML, each key on one line.
fn toml(table: &Json) -> String {
    let mut out = String::new();
    for (key, value) in table.as_object().expect("a table") {
        writeln!(out, "{key} = {}", inline(value)).expect("a text");
    }
    out
}

fn inline(value: &Json) -> String {
    match value {
        Json::Object(table) => {
            let rows = table
                .iter()
                .map(|(key, value)| format!("{} = {}", json!(key), inline(value)));
            format!("{{ {} }}", rows.collect::<Vec<_>>().join(", "))
        }
        Json::Array(items) => format!(
            "[{}]",
            items.iter().map(inline).collect::<Vec<_>>().join(", ")
        ),
        other => other.to_string(),
    }
}

fn spelled(path: &[PathStep]) -> String {
    let steps = path.iter().map(|step| match step {
        PathStep::Key(key) => key.as_str(),
        PathStep::Item => "0",
        PathStep::Name => "(name)",
    });
    steps.collect::<Vec<_>>().join(".")
}

#[test]
fn every_name_of_the_schemas_is_followed_to_its_place() {
    let schemas = schemas();
    let (mut count, mut excepted) = (0, Vec::new());
    for (kind, file) in FILES {
        let mut found = Vec::new();
        places(&schemas, &schemas[kind], kind, &[], &mut found);
        for (path, names) in found {
            let spelled = spelled(&path);
            if let Some((exception, _)) =
                EXCEPTIONS.iter().find(|(excepted, _)| *excepted == spelled)
            {
                excepted.push(*exception);
                continue;
            }
            let table =
                holding(&schemas, &schemas[kind], kind, &path).expect("a value that can be made");
            assert_reported_there(file, &toml(&table), &format!("{kind}: {spelled} ({names})"));
            count += 1;
        }
    }
    assert!(count > 100, "only {count} places are annotated");
    excepted.sort_unstable();
    excepted.dedup();
    assert_eq!(
        excepted.len(),
        EXCEPTIONS.len(),
        "an exception is no longer one"
    );
}

/// Asserts that the unknown name is reported once, at its place.
fn assert_reported_there(file: &str, text: &str, what: &str) {
    let said = ValidatedFolder::of(&with(&[(file, text)]), Language::English);
    let here: Vec<(&str, usize)> = said
        .findings
        .iter()
        .filter(|finding| {
            *finding.primary.place.file == *file && finding.name.starts_with("unknown-")
        })
        .filter_map(|finding| match finding.primary.place.at {
            At::Span(span) => Some((said.sources[file].slice(span), span.start)),
            _ => None,
        })
        .filter(|(text, _)| text.trim_matches('"') == UNKNOWN_NAME)
        .collect();
    assert_eq!(here.len(), 1, "{what}\n{text}\n{}", said.human());
    assert_eq!(said.missed, Vec::<String>::new(), "{what}");
    let alone = said
        .findings
        .iter()
        .all(|finding| !finding.name.starts_with("mistyped"));
    assert!(
        alone,
        "{what}: the record itself is wrong\n{text}\n{}",
        said.human()
    );
}
