//! Answers for programs keep to their published schemas, the same in both languages.

use serde_json::Value as Json;

use super::{WORKSPACES, run_in};
use crate::golden::{at_root, text_of};
use crate::workspace::with;

/// What is asked of both workspaces: the schema, then the words.
const ASKED: [(&str, &[&str]); 17] = [
    ("list", &["list", "territories"]),
    ("list", &["list", "actors"]),
    ("list", &["list", "actors", "--year", "2024"]),
    ("list", &["list", "dynamics"]),
    ("list", &["list", "dynamics", "--where", "counted"]),
    (
        "list",
        &["list", "dynamics", "--columns", "id,partners,from"],
    ),
    ("list", &["list", "published"]),
    ("find", &["find", "lens"]),
    ("find", &["find", "zzyzx"]),
    ("duplicates", &["duplicates"]),
    ("words", &["words"]),
    ("words", &["words", "themes"]),
    ("words", &["words", "indicators"]),
    ("code", &["code", "redon"]),
    ("code", &["code", "22"]),
    ("code", &["code", "62771"]),
    ("code", &["code", "Beauvaisis"]),
];

/// A schema that forbids every key that it does not describe.
fn strict(mut schema: Json) -> Json {
    match &mut schema {
        Json::Object(table) => {
            for value in table.values_mut() {
                *value = strict(value.take());
            }
            if table.get("properties").is_some_and(Json::is_object)
                && table.contains_key("required")
            {
                table.insert("additionalProperties".to_owned(), Json::Bool(false));
            }
        }
        Json::Array(items) => items
            .iter_mut()
            .for_each(|item| *item = strict(item.take())),
        _ => {}
    }
    schema
}

fn answer(root: &std::path::Path, words: &[&str], more: &[&str]) -> String {
    let (out, error, code) = run_in(root, 100, &[words, more].concat());
    assert_eq!(code, 0, "{words:?}: {error}");
    out
}

fn check(name: &str, place: &str, answer: &Json) {
    let schema = serde_json::from_str(&text_of(&format!("docs/{name}.schema.json")));
    let schema = jsonschema::validator_for(&strict(schema.expect("a schema")));
    let schema = schema.expect("a valid schema");
    let wrong: Vec<String> = schema
        .iter_errors(answer)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{place}: {wrong:#?}");
}

/// An answer without the texts that are in one language.
fn without_labels(mut answer: Json) -> Json {
    match &mut answer {
        Json::Object(keys) => {
            keys.retain(|key, _| key != "label");
            for value in keys.values_mut() {
                *value = without_labels(value.take());
            }
        }
        Json::Array(items) => {
            for item in items {
                *item = without_labels(item.take());
            }
        }
        _ => {}
    }
    answer
}

#[test]
fn answers_have_their_published_form_and_are_the_same_in_both_languages() {
    let mut records = 0;
    for root in WORKSPACES {
        let folder = at_root(root);
        for (schema, words) in ASKED {
            let [french, english] = ["fr", "en"].map(|language| {
                let text = answer(&folder, words, &["--format", "json", "--lang", language]);
                serde_json::from_str::<Json>(&text).expect("JSON")
            });
            let place = format!("{root} {words:?}");
            check(schema, &place, &french);
            assert_eq!(french["invented"], !root.is_empty(), "{place}");
            let found = french["records"].as_array().expect("records").clone();
            let lines = answer(&folder, words, &["--format", "jsonl", "--lang", "fr"]);
            for (line, record) in lines.lines().zip(&found) {
                let mut line: Json = serde_json::from_str(line).expect("JSON");
                let keys = line.as_object_mut().expect("an object");
                let mark = keys.remove("invented");
                assert_eq!(mark, (!root.is_empty()).then_some(true.into()), "{place}");
                assert_eq!(line, *record, "{place}");
            }
            assert_eq!(lines.lines().count(), found.len(), "{place}");
            records += found.len();
            assert_eq!(
                without_labels(french),
                without_labels(english),
                "{place}: the same in both languages"
            );
        }
    }
    assert!(records > 500, "{records} records");
}

#[test]
fn every_record_is_shown_as_its_schema_says() {
    for root in WORKSPACES {
        let folder = at_root(root);
        for kind in ["territories", "actors", "dynamics", "published"] {
            let listed = answer(&folder, &["list", kind], &["--format", "json"]);
            let listed: Json = serde_json::from_str(&listed).expect("JSON");
            let rows = listed["records"].as_array().expect("records");
            assert!(!rows.is_empty(), "{root} {kind}");
            for row in rows.iter().step_by(9) {
                let (kind, id) = (&row["kind"], &row["id"]);
                let id = format!(
                    "{}/{}",
                    kind.as_str().unwrap_or_default(),
                    id.as_str().unwrap()
                );
                let shown = answer(&folder, &["show", &id], &["--format", "json", "--sources"]);
                let shown: Json = serde_json::from_str(&shown).expect("JSON");
                check("show", &id, &shown);
                let record = &shown["records"][0];
                for (key, value) in row.as_object().expect("an object") {
                    assert_eq!(record[key], *value, "{id}: {key}");
                }
                assert_eq!(record["content"]["name"], row["name"], "{id}");
            }
        }
    }
}

const TOML: &str = "name = \"Le Jardin\"\nkind = \"association\"\nsources = [\"a\"]\n\n[member]\nfrom = \
    2019\nseen = [2023]\n";
const YAML: &str = "name: Le Jardin\nkind: association\nsources: [a]\nmember:\n  from: 2019\n  seen: \
    [2023]\n";

/// A workspace of one territory and one actor in a syntax.
fn workspace(actor: &str, text: &str) -> std::path::PathBuf {
    with(&[
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
        ),
        (actor, text),
    ])
}

#[test]
fn records_in_yaml_are_listed_and_shown_as_in_toml() {
    let toml = workspace("territories/lens/actors/jardin.toml", TOML);
    let yaml = workspace("territories/lens/actors/jardin.yaml", YAML);
    for words in [
        &["list", "actors", "--format", "json"][..],
        &[
            "list",
            "actors",
            "--where",
            "kind == 'association' and member.from",
            "--format",
            "jsonl",
        ],
        &[
            "list",
            "actors",
            "--columns",
            "id,member.from,territory.code",
            "--format",
            "csv",
        ],
        &["show", "Le jardin", "--format", "json"],
        &["find", "jardins", "--format", "json"],
    ] {
        let [toml, yaml] = [&toml, &yaml].map(|root| answer(root, words, &[]));
        assert_eq!(
            toml,
            yaml.replace("jardin.yaml", "jardin.toml"),
            "{words:?}"
        );
        assert!(toml.contains("jardin"), "{words:?}: {toml}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_every_answer() {
    let root = workspace("territories/lens/actors/jardin.toml", TOML);
    let broken = root.join("territories/lens/actors/broken.toml");
    std::fs::write(broken, "name = \"Sans fin\n").expect("a file");
    for words in [
        &["list", "actors"][..],
        &["list", "actors", "--columns", "id,kind"],
        &["find", "jardin"],
        &["duplicates"],
        &["show", "jardin"],
    ] {
        let (out, error, code) = run_in(&root, 100, &[words, &["--format", "json"]].concat());
        let json: Json = serde_json::from_str(&out).expect(&error);
        let first = "territories/lens/actors/broken.toml";
        assert_eq!(
            (code, &json["incomplete"]["first"]),
            (1, &first.into()),
            "{words:?}"
        );
        let (lines, ..) = run_in(&root, 100, &[words, &["--format", "jsonl"]].concat());
        for line in lines.lines() {
            let line: Json = serde_json::from_str(line).expect("JSON");
            assert_eq!(line["incomplete"], true, "{words:?}");
        }
        let (csv, ..) = run_in(
            &root,
            100,
            &[words, &["--format", "csv", "--quiet"]].concat(),
        );
        let heading = csv.lines().next().expect("headings");
        assert!(
            heading.ends_with("incomplet") || heading.ends_with("incomplete"),
            "{csv}"
        );
    }
}
