//! SARIF keeps to its published schema, the report of code quality to what GitLab documents.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{findings, roots};
use crate::golden::{at_root, text_of};

fn validator(path: &str) -> jsonschema::Validator {
    // The published schema of SARIF has a bracket too many in this pattern, which no reader takes.
    let text = text_of(path).replace(
        "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$",
        "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$",
    );
    let schema: Json = serde_json::from_str(&text).expect("a schema");
    jsonschema::validator_for(&schema).expect("a valid schema")
}

fn assert_valid(validator: &jsonschema::Validator, json: &Json, root: &str) {
    let wrong: Vec<String> = validator
        .iter_errors(json)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{root}: {wrong:#?}");
}

#[test]
fn sarif_keeps_to_its_schema() {
    let validator = validator("tests/forges/sarif-2.1.0.schema.json");
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{}] })));
    let (mut results, mut fixes) = (0, 0);
    for root in roots() {
        let log: Json = serde_json::from_str(&findings(&root, "sarif")).expect("JSON");
        assert_valid(&validator, &log, &root);
        let run = &log["runs"][0];
        for result in run["results"].as_array().expect("results") {
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index"));
            let rule = &run["tool"]["driver"]["rules"][index.expect("a small index")];
            assert_eq!(rule["id"], result["ruleId"], "{root}");
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().expect("a path");
            assert!(
                uri.contains('%') || at_root(uri).exists(),
                "{root}: {uri} is not below the top of the repository"
            );
            results += 1;
            fixes += usize::from(result["fixes"].is_array());
        }
    }
    assert!(
        results > 300 && fixes > 50,
        "{results} results, {fixes} fixes"
    );
}

#[test]
fn code_quality_keeps_to_its_form_and_tells_findings_apart() {
    let validator = validator("tests/forges/gitlab-code-quality.schema.json");
    for root in roots() {
        let text = findings(&root, "gitlab");
        let report: Json = serde_json::from_str(&text).expect("JSON");
        assert_valid(&validator, &report, &root);
        assert_eq!(text, findings(&root, "gitlab"), "{root}: twice the same");
        let issues = report.as_array().expect("a list");
        let fingerprints: BTreeSet<&str> = issues
            .iter()
            .filter_map(|issue| issue["fingerprint"].as_str())
            .collect();
        assert_eq!(fingerprints.len(), issues.len(), "{root}");
    }
}
