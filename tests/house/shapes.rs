//! The schemas mean what the standard says: the walker and the `jsonschema` crate agree on every
//! record.

use std::path::Path;

use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::diagnostic::Severity;
use apes::documents::{self, KNOWN_KEYWORDS, Node, Reading, Syntax, deserialize};
use apes::language::Language;
use apes::records::{
    Actor, Common, Dynamic, FileKind, Person, Published, Sources, Territory, classify_path,
};
use apes::sources::Source;
use jsonschema::Validator;
use serde_json::{Value as Json, json};
use walkdir::WalkDir;

use crate::fresh::{at_root, text_of};

const KINDS: [&str; 9] = [
    "territory",
    "actor",
    "dynamic",
    "published",
    "person",
    "sources",
    "settings",
    "vocabulary",
    "charter",
];

fn schema(kind: &str) -> Json {
    serde_json::from_str(&text_of(&format!("schemas/{kind}.schema.json")))
        .expect("a schema in JSON")
}

/// A schema with all that it refers to in one document, as the standard's reader wants it.
fn oracle(kind: &str) -> Validator {
    let text = text_of(&format!("schemas/{kind}.schema.json"));
    let text = text.replace("common.schema.json#/$defs/", "#/$defs/common:");
    let mut whole: Json = serde_json::from_str(&text).expect("a schema in JSON");
    let shared = text_of("schemas/common.schema.json").replace("\"#/$defs/", "\"#/$defs/common:");
    let shared: Json = serde_json::from_str(&shared).expect("a schema in JSON");
    let own = whole
        .as_object_mut()
        .expect("an object")
        .entry("$defs")
        .or_insert(json!({}));
    for (name, shape) in shared["$defs"].as_object().expect("definitions") {
        own.as_object_mut()
            .expect("definitions")
            .insert(format!("common:{name}"), shape.clone());
    }
    jsonschema::validator_for(&whole).expect("a schema of the standard")
}

/// The kind of a file, by its place below the nearest workspace.
fn kind_of(path: &str) -> Option<&'static str> {
    let below = path
        .find("territories/")
        .map_or(path, |start| &path[start..]);
    match classify_path(below) {
        Ok(FileKind::Territory(_)) => Some("territory"),
        Ok(FileKind::Actor(..)) => Some("actor"),
        Ok(FileKind::Dynamic(..)) => Some("dynamic"),
        Ok(FileKind::Published(..)) => Some("published"),
        Ok(FileKind::Sources) => Some("sources"),
        _ if path.contains("people/") && Syntax::of(path).is_some() => Some("person"),
        _ => None,
    }
}

fn grave(findings: &[apes::diagnostic::Finding]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

/// What the walker and the standard say of a text, where it can be read at all; YAML is typed by
/// the walker first.
fn both(text: &str, path: &str, kind: &str, oracle: &Validator) -> Option<(bool, bool)> {
    let source = Source::new(path, text.to_owned());
    let reading = Reading {
        source: &source,
        syntax: Syntax::of(path)?,
        language: Language::English,
    };
    let (tree, read) = documents::read(&reading);
    let tree = tree.filter(|_| !grave(&read))?;
    let mut judged = tree.clone();
    let walker = !grave(&documents::validate(&reading, kind, &mut judged));
    reads(&judged, kind, path);
    let whole = if reading.syntax == Syntax::Toml {
        &tree
    } else {
        &judged
    };
    let instance: Json = deserialize::read(whole).expect("any tree is JSON");
    Some((walker, oracle.is_valid(&instance)))
}

/// A judged tree always fits its record.
fn reads(tree: &Node, kind: &str, path: &str) {
    let read = match kind {
        "territory" => deserialize::read::<Territory>(tree).map(|_| ()),
        "actor" => deserialize::read::<Actor>(tree).map(|_| ()),
        "dynamic" => deserialize::read::<Dynamic>(tree).map(|_| ()),
        "published" => deserialize::read::<Published>(tree).map(|_| ()),
        "person" => deserialize::read::<Person>(tree).map(|_| ()),
        _ => deserialize::read::<Sources>(tree).map(|_| ()),
    };
    assert!(read.is_ok(), "{path}: {read:?}");
    if !matches!(kind, "sources" | "person") {
        let common = deserialize::read::<Common>(tree);
        assert!(common.is_ok(), "{path}: {common:?}");
    }
}

#[test]
fn schemas_use_only_the_keywords_that_the_walker_knows() {
    fn walk(shape: &Json, kind: &str) {
        let Some(shape) = shape.as_object() else {
            return;
        };
        for (keyword, value) in shape {
            assert!(
                KNOWN_KEYWORDS.contains(&keyword.as_str()),
                "{kind}: {keyword}"
            );
            match keyword.as_str() {
                "properties" | "patternProperties" | "$defs" => {
                    value
                        .as_object()
                        .into_iter()
                        .flatten()
                        .for_each(|(_, inner)| walk(inner, kind));
                }
                "anyOf" => value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(|inner| walk(inner, kind)),
                "items" | "additionalProperties" | "propertyNames" => walk(value, kind),
                "pattern" => {
                    assert!(
                        regex::Regex::new(value.as_str().expect("a text")).is_ok(),
                        "{kind}: {value}"
                    );
                }
                _ => {}
            }
        }
    }
    for kind in KINDS.into_iter().chain(["common"]) {
        walk(&schema(kind), kind);
        if kind != "common" {
            oracle(kind);
        }
    }
}

#[test]
fn walker_and_standard_agree_on_every_record_of_the_repository() {
    let oracles = KINDS.map(|kind| (kind, oracle(kind)));
    let mut seen = 0;
    for folder in ["territories", "examples", "tests/checks", "tests/documents"] {
        for entry in WalkDir::new(at_root(folder))
            .into_iter()
            .filter_map(Result::ok)
        {
            let path = entry.path().to_string_lossy().replace('\\', "/");
            let Some(kind) = kind_of(&path).filter(|_| entry.file_type().is_file()) else {
                continue;
            };
            let Ok(text) = std::fs::read_to_string(entry.path()) else {
                continue;
            };
            let (_, oracle) = oracles
                .iter()
                .find(|(known, _)| *known == kind)
                .expect("a kind");
            if let Some((walker, standard)) = both(&text, &path, kind, oracle) {
                assert!(
                    walker == standard
                        || Path::new(&path).extension() != Some("toml".as_ref()) && !walker,
                    "{path}: walker {walker}, standard {standard}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 700, "only {seen} records were compared");
}

/// Values put in the place of others: of every type, in range and out of it.
const STRANGERS: [&str; 16] = [
    "1",
    "-1",
    "3.5",
    "1e400",
    "\"x\"",
    "\"\"",
    "true",
    "[]",
    "{}",
    "[1, \"a\"]",
    "{ from = 2020 }",
    "2024",
    "2023-02-28",
    "\"2024-13\"",
    "\"2023-02-29\"",
    "{ value = 2, is = \"about\" }",
];

#[test]
fn walker_and_standard_agree_on_generated_records_spoiled_by_chance() {
    let oracles = KINDS.map(|kind| (kind, oracle(kind)));
    let plan = Plan {
        records: 250,
        seed: 11,
        written: SyntaxChoice::Toml,
        defects: 0,
    };
    let (mut compared, mut refused, mut turn) = (0_usize, 0_usize, 0_usize);
    for file in InventedWorkspace::invent(plan)
        .iter()
        .flat_map(InventedWorkspace::files)
    {
        let Some(kind) = kind_of(&file.path) else {
            continue;
        };
        let (_, oracle) = oracles
            .iter()
            .find(|(known, _)| *known == kind)
            .expect("a kind");
        let lines: Vec<&str> = file.text.lines().collect();
        for at in 0..lines.len() {
            turn += 1;
            let Some((key, _)) = lines[at].split_once(" = ") else {
                continue;
            };
            let spoiled = match turn % 7 {
                0 => String::new(),
                1 => lines[at].replacen(key, &format!("{key}x"), 1),
                _ => format!("{key} = {}", STRANGERS[turn % STRANGERS.len()]),
            };
            let mut text = lines.clone();
            text[at] = &spoiled;
            if let Some((walker, standard)) = both(&text.join("\n"), &file.path, kind, oracle) {
                assert_eq!(
                    walker,
                    standard,
                    "{}: {spoiled}\n{}",
                    file.path,
                    text.join("\n")
                );
                compared += 1;
                refused += usize::from(!walker);
            }
        }
    }
    assert!(
        compared > 1_500 && refused > 300,
        "{compared} compared, {refused} refused"
    );
}
