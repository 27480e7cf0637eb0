//! Findings in SARIF 2.1.0, the format in which programs of analysis exchange results.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::diagnostic::{Edit, Finding, Identity, Place, Writing};
use crate::language::Language;
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::safe;

/// Where the schema of the format is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn render(report: &FindingsReport) -> String {
    let mut limits = Limits::new(report.showing.all);
    let mut copies: BTreeMap<Identity, usize> = BTreeMap::new();
    let (mut rules, mut results): (Vec<&Finding>, Vec<Value>) = (Vec::new(), Vec::new());
    for finding in report.shown() {
        let file = &finding.primary.place.file;
        let identity = Identity::of(finding, &report.path(file), report.sources.get(file));
        let copy = copies.entry(identity.clone()).or_default();
        *copy += 1;
        if !limits.has_room() {
            continue;
        }
        let known = rules.iter().position(|rule| rule.name == finding.name);
        let index = known.unwrap_or(rules.len());
        let result = result(report, finding, index, &identity.fingerprint(*copy));
        let text = serde_json::to_string_pretty(&result).unwrap_or_default();
        if limits.admit(file, [text]).is_some() {
            rules.extend(known.is_none().then_some(finding));
            results.push(result);
        }
    }
    let rules: Vec<Value> = rules.into_iter().map(rule).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "apes",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "language": report.language.code(),
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true }],
            "results": results,
            "properties": { "truncated": limits.left_out },
        }],
    });
    safe::json(&serde_json::to_string_pretty(&log).unwrap_or_default()) + "\n"
}

fn rule(finding: &Finding) -> Value {
    json!({
        "id": finding.name,
        "shortDescription": { "text": finding.because },
        "help": { "text": format!("apes explain {}", finding.name) },
    })
}

fn result(report: &FindingsReport, finding: &Finding, rule: usize, fingerprint: &str) -> Value {
    let mut result = Map::new();
    let mut set = |key: &str, value: Value| result.insert(key.to_owned(), value);
    for (key, value) in [
        ("ruleId", json!(finding.name)),
        ("ruleIndex", json!(rule)),
        ("level", json!(finding.severity.word(Language::English))),
        ("message", json!({ "text": message(finding) })),
        (
            "locations",
            json!([{ "physicalLocation": location(report, &finding.primary.place) }]),
        ),
        ("partialFingerprints", json!({ "apes/v1": fingerprint })),
    ] {
        set(key, value);
    }
    if let Some(is_new) = report.is_new(finding) {
        let state = if is_new { "new" } else { "unchanged" };
        set("baselineState", json!(state));
    }
    let beside = finding.secondary.iter().map(|label| {
        json!({
            "physicalLocation": location(report, &label.place),
            "message": { "text": clipped(&label.text) },
        })
    });
    let beside: Vec<Value> = beside.collect();
    if !beside.is_empty() {
        set("relatedLocations", json!(beside));
    }
    let help = finding.help.as_ref().filter(|help| !help.edits.is_empty());
    if let Some(help) = help {
        let fixes = json!([{
            "description": { "text": clipped(&help.sentence) },
            "artifactChanges": changes(report, &help.edits),
        }]);
        set("fixes", fixes);
    }
    Value::Object(result)
}

/// The sentence, and the remedy behind it.
fn message(finding: &Finding) -> String {
    let sentence = clipped(&finding.sentence);
    match &finding.help {
        Some(help) => format!("{sentence}\n{}", clipped(&help.sentence)),
        None => sentence,
    }
}

fn location(report: &FindingsReport, place: &Place) -> Value {
    json!({ "artifactLocation": artifact(report, &place.file), "region": region(report, place) })
}

fn region(report: &FindingsReport, place: &Place) -> Value {
    let ((line, column), (end_line, end_column)) =
        (report.line_column(place), report.end_line_column(place));
    json!({
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    })
}

fn artifact(report: &FindingsReport, file: &str) -> Value {
    if file.starts_with("apes:") {
        return json!({ "uri": file });
    }
    json!({ "uri": uri(&report.path(file)), "uriBaseId": "%SRCROOT%" })
}

/// A path as a relative reference: all but letters, digits and `-._~/` in hexadecimal.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

/// The edits of a remedy by file.
fn changes(report: &FindingsReport, edits: &[Edit]) -> Vec<Value> {
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in edits {
        let (Writing::Raw(text) | Writing::Text(text)) = &edit.writing;
        files.entry(&edit.place.file).or_default().push(json!({
            "deletedRegion": region(report, &edit.place),
            "insertedContent": { "text": text },
        }));
    }
    let mut changes = Vec::new();
    for (file, replacements) in files {
        let artifact = artifact(report, file);
        changes.push(json!({ "artifactLocation": artifact, "replacements": replacements }));
    }
    changes
}
