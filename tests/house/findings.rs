//! `apes validate --format json` keeps to the published schema, `docs/findings.schema.json`.

use serde_json::Value as Json;

use crate::commands::apes;
use crate::golden::{at_root, text_of};

/// The findings about a workspace, as JSON.
fn findings_json(root: &str, language: &str) -> Json {
    let output = apes(&[
        "validate", "--root", root, "--format", "json", "--lang", language,
    ]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{root}: {error}"))
}

/// The workspace itself and every folder of wrong records.
fn roots() -> Vec<String> {
    let mut roots = vec![".".to_owned()];
    for family in ["tests/checks", "tests/documents"] {
        let folders = std::fs::read_dir(at_root(family)).expect("a folder of fixtures");
        let names = folders
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        roots.extend(names.map(|name| format!("{family}/{name}/wrong")));
    }
    roots.sort();
    roots
}

fn has_items(row: &Json, key: &str) -> bool {
    row[key].as_array().is_some_and(|all| !all.is_empty())
}

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

#[test]
fn findings_for_machines_have_the_published_form() {
    let schema: Json =
        serde_json::from_str(&text_of("docs/findings.schema.json")).expect("a schema");
    let schema = jsonschema::validator_for(&strict(schema)).expect("a valid schema");
    let (mut findings, mut edits, mut beside) = (0, 0, 0);
    for root in roots() {
        for language in ["fr", "en"] {
            let findings_json = findings_json(&root, language);
            let wrong: Vec<String> = schema
                .iter_errors(&findings_json)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{root}: {wrong:#?}");
            let rows = findings_json["findings"].as_array().expect("findings");
            let number = |key: &str| findings_json[key].as_u64().unwrap_or_default();
            let sum: u64 = ["errors", "warnings", "notes"].map(number).iter().sum();
            assert_eq!(rows.len() as u64 + number("truncated"), sum, "{root}");
            findings += rows.len();
            edits += rows.iter().filter(|row| has_items(row, "edits")).count();
            beside += rows.iter().filter(|row| has_items(row, "beside")).count();
        }
    }
    assert!(
        findings > 100 && edits > 20 && beside > 5,
        "{findings} findings, {edits} with edits, {beside} with more"
    );
}
