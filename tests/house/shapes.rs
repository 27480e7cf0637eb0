//! The schemas mean what the standard says: our validator and the `jsonschema` crate agree on
//! every record.

use std::error::Error;

use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::diagnostic::Severity;
use apes::documents::{self, KNOWN_KEYWORDS, Node, Reading, Syntax, deserialize};
use apes::language::Language;
use apes::records::{
    Actor, Common, Dynamic, FileKind, Person, Published, Sources, Territory, classify_path,
};
use apes::sources::Source;
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::Value as Json;
use walkdir::WalkDir;

use crate::golden::{at_root, text_of};

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

/// The schemas, wherever their folder is: a reference to a sister file is looked up beside the file
/// that has it.
struct Siblings(&'static str);

impl Retrieve for Siblings {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Json, Box<dyn Error + Send + Sync>> {
        let file = uri.as_str().strip_prefix(self.0);
        let kind = file
            .and_then(|file| file.strip_suffix(".schema.json"))
            .ok_or_else(|| format!("{uri} is not beside the schema"))?;
        Ok(schema(kind))
    }
}

/// A schema as others read it: from a file in some folder, with those beside it.
fn oracle_in(folder: &'static str, kind: &str) -> Validator {
    jsonschema::options()
        .with_base_uri(format!("{folder}{kind}.schema.json"))
        .with_retriever(Siblings(folder))
        .build(&schema(kind))
        .expect("a schema of the standard, whose references lead somewhere")
}

fn oracle(kind: &str) -> Validator {
    oracle_in("file:///network/schemas/", kind)
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

/// Whether a text is valid for our validator and for the standard. Returns `None` if it cannot be
/// read.
fn both(text: &str, path: &str, kind: &str, oracle: &Validator) -> Option<(bool, bool)> {
    let source = Source::new(path, text.to_owned());
    let reading = Reading {
        source: &source,
        syntax: Syntax::of(path)?,
        language: Language::English,
    };
    let (tree, read) = documents::read(&reading);
    let tree = tree.filter(|_| !grave(&read))?;
    let mut validated = tree.clone();
    let validator = !grave(&documents::validate(&reading, kind, &mut validated));
    reads(&validated, kind, path);
    let instance: Json = deserialize::read(&tree).expect("any tree is JSON");
    Some((validator, oracle.is_valid(&instance)))
}

/// Asserts that a validated tree fits its record.
fn reads(tree: &Node, kind: &str, path: &str) {
    // Of a record of another kind, nothing is left.
    if matches!(tree.value, documents::Value::Nothing) {
        return;
    }
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
fn schemas_use_only_the_keywords_that_the_validator_knows() {
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
    }
}

#[test]
fn validator_and_standard_agree_on_every_record_of_the_repository() {
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
            if let Some((validator, standard)) = both(&text, &path, kind, oracle) {
                assert!(
                    validator == standard || is_dated_by_a_block(&text),
                    "{path}: validator {validator}, standard {standard}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 700, "only {seen} records were compared");
}

/// Whether a date is in a block with its line end, which we take for one and the standard does not.
fn is_dated_by_a_block(text: &str) -> bool {
    text.contains("from: |\n") || text.contains("to: |\n")
}

/// Values put in the place of others in TOML: of every type, in range and out of it.
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

/// Likewise in YAML, where a value without quotes may be of any type.
const STRANGERS_OF_YAML: [&str; 30] = [
    "1",
    "-1",
    "+5",
    "3.5",
    ".5",
    "1e3",
    "0x1F",
    "0o17",
    "2361",
    "323610000",
    "1901",
    "x",
    "\"x\"",
    "''",
    "\"02361\"",
    "No",
    "Oui",
    "true",
    "True",
    "[]",
    "{}",
    "[1, a]",
    "{ from: 2020 }",
    "2024",
    "2024-11",
    "\"2024\"",
    "2023-02-28",
    "2023-02-29",
    "10:30",
    "{ value: 2, is: about }",
];

/// A record with one line spoiled; `None` if the line has no value.
fn spoiled(lines: &[&str], at: usize, turn: usize, syntax: Syntax) -> Option<String> {
    let sign = match syntax {
        Syntax::Toml => " = ",
        Syntax::Yaml => ": ",
    };
    let (key, _) = lines[at].split_once(sign)?;
    let spoiled = match (turn % 7, syntax) {
        (0, _) => String::new(),
        (1, _) => lines[at].replacen(key, &format!("{key}x"), 1),
        (_, Syntax::Toml) => format!("{key} = {}", STRANGERS[turn % STRANGERS.len()]),
        (_, Syntax::Yaml) => {
            format!(
                "{key}: {}",
                STRANGERS_OF_YAML[turn % STRANGERS_OF_YAML.len()]
            )
        }
    };
    let mut text = lines.to_vec();
    text[at] = &spoiled;
    Some(text.join("\n"))
}

#[test]
fn validator_and_standard_agree_on_randomly_spoiled_records() {
    let oracles = KINDS.map(|kind| (kind, oracle(kind)));
    for (choice, syntax) in [
        (SyntaxChoice::Toml, Syntax::Toml),
        (SyntaxChoice::Yaml, Syntax::Yaml),
    ] {
        let plan = Plan {
            records: 250,
            seed: 11,
            syntax: choice,
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
            let oracle = &oracles.iter().find(|(known, _)| *known == kind);
            let (_, oracle) = oracle.expect("a kind");
            let lines: Vec<&str> = file.text.lines().collect();
            for at in 0..lines.len() {
                turn += 1;
                let Some(text) = spoiled(&lines, at, turn, syntax) else {
                    continue;
                };
                if let Some((validator, standard)) = both(&text, &file.path, kind, oracle) {
                    assert_eq!(validator, standard, "{}: {}\n{text}", file.path, lines[at]);
                    compared += 1;
                    refused += usize::from(!validator);
                }
            }
        }
        assert!(
            compared > 1_500 && refused > 300,
            "{syntax:?}: {compared} compared, {refused} refused"
        );
    }
}

/// Each text field of a record, with a value that YAML reads as a number or a boolean: refused by
/// both. A number with a leading zero is refused by us alone, as TOML does: readers of YAML 1.1 and
/// 1.2 read different ones.
#[test]
fn what_yaml_reads_as_a_number_is_no_text_for_either() {
    let oracle = oracle("actor");
    let record = |name: &str, place: &str, phone: &str, category: &str, siret: &str, from: &str| {
        format!(
            "name: {name}\nkind: association\nplace: {place}\nphone: {phone}\nlegal:\n  category: \
             {category}\n  siret: {siret}\nmember: {{ from: {from} }}\n"
        )
    };
    let right = [
        "No",
        "\"02361\"",
        "03 23 61 00 00",
        "\"9220\"",
        "\"1\"",
        "2024-11",
    ];
    for (at, value, agreed) in [
        (0, "Oui", true),
        (0, "1901", false),
        (0, "true", false),
        (0, "1e3", false),
        (1, "02361", false),
        (1, "2361", false),
        (1, "2A004", true),
        (2, "0323610000", false),
        (2, "+33323610000", false),
        (3, "9220", false),
        (4, "35600000000048", false),
        (5, "2024", true),
        (5, "2024-11-30", true),
        (5, "\"2024\"", false),
    ] {
        let mut values = right;
        values[at] = value;
        let [name, place, phone, category, siret, from] = values;
        let text = record(name, place, phone, category, siret, from);
        let read = both(&text, "territories/t/actors/a.yaml", "actor", &oracle);
        assert_eq!(read, Some((agreed, agreed)), "{value}\n{text}");
    }
    let grants = "name: A\nkind: association\nyears:\n  2024:\n    actions:\n      x: 010\n";
    let read = both(grants, "territories/t/actors/a.yaml", "actor", &oracle);
    assert_eq!(read, Some((false, true)));
}

#[test]
fn schemas_mean_the_same_from_any_folder() {
    for folder in [
        "file:///",
        "file:///srv/records/schemas/",
        "https://example.org/apes/main/schemas/",
    ] {
        for kind in KINDS {
            let validator = oracle_in(folder, kind);
            assert!(!validator.is_valid(&Json::from("a text")), "{folder}{kind}");
        }
        let actor = oracle_in(folder, "actor");
        let record = |kind: &str| serde_json::json!({ "name": "Tilt", "kind": kind, "place": 1 });
        assert!(!actor.is_valid(&record("association")), "{folder}");
    }
}

#[test]
fn schemas_have_no_name_of_their_own_that_would_bend_their_references() {
    // `$id` is what references are relative to: a bare file name leads nowhere, and an address on
    // the web would be fetched.
    for kind in KINDS.into_iter().chain(["common"]) {
        assert_eq!(schema(kind).get("$id"), None, "{kind}");
    }
}
