//! Findings for machines, as `docs/findings.schema.json` describes them.

use serde::Serialize;

use crate::diagnostic::{Edit, Finding, Label, Place, Severity, Writing};
use crate::language::Language;
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::safe;

#[derive(Serialize)]
struct JsonReport {
    format: u8,
    language: &'static str,
    records: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    held_back: usize,
    silenced: usize,
    truncated: usize,
    findings: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    name: &'a str,
    severity: &'static str,
    sentence: &'a str,
    because: &'a str,
    place: JsonPlace<'a>,
    label: &'a str,
    beside: Vec<JsonLabel<'a>>,
    help: Option<&'a str>,
    edits: Vec<JsonEdit<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<bool>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    place: JsonPlace<'a>,
    label: &'a str,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    place: JsonPlace<'a>,
    replacement: &'a str,
}

pub fn render(report: &FindingsReport) -> String {
    let mut limits = Limits::new(report.showing.all);
    let mut findings = Vec::new();
    for finding in report.shown() {
        if limits.has_room() {
            findings.extend(within(&mut limits, report, finding));
        }
    }
    let json = JsonReport {
        format: 1,
        language: report.language.code(),
        records: report.records,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        notes: report.count(Severity::Note),
        held_back: report.held_back,
        silenced: report.silenced,
        truncated: limits.left_out,
        findings,
    };
    safe::json(&serde_json::to_string_pretty(&json).unwrap_or_default()) + "\n"
}

/// A finding within the limits: whole, else without its edits and with its texts cut short.
fn within(
    limits: &mut Limits,
    report: &FindingsReport,
    finding: &Finding,
) -> Option<serde_json::Value> {
    let whole = json_finding(report, finding);
    let (sentence, label) = (clipped(&finding.sentence), clipped(&finding.primary.text));
    let short = JsonFinding {
        sentence: &sentence,
        label: &label,
        beside: Vec::new(),
        help: None,
        edits: Vec::new(),
        ..json_finding(report, finding)
    };
    let forms = [indented(&whole), indented(&short)];
    let text = limits.admit(&finding.primary.place.file, forms)?;
    serde_json::from_str(&text).ok()
}

/// A finding as it stands in the list, by which its bytes are counted.
fn indented(finding: &JsonFinding) -> String {
    let text = serde_json::to_string_pretty(finding).unwrap_or_default();
    safe::json(&text).replace('\n', "\n    ")
}

fn json_finding<'a>(report: &FindingsReport, finding: &'a Finding) -> JsonFinding<'a> {
    let help = finding.help.as_ref();
    JsonFinding {
        name: &finding.name,
        // An id for programs, the same in every language.
        severity: finding.severity.word(Language::English),
        sentence: &finding.sentence,
        because: &finding.because,
        place: json_place(report, &finding.primary.place),
        label: &finding.primary.text,
        beside: finding
            .secondary
            .iter()
            .map(|label| json_label(report, label))
            .collect(),
        help: help.map(|help| help.sentence.as_str()),
        edits: help
            .iter()
            .flat_map(|help| &help.edits)
            .map(|edit| json_edit(report, edit))
            .collect(),
        new: report.is_new(finding),
    }
}

fn json_place<'a>(report: &FindingsReport, place: &'a Place) -> JsonPlace<'a> {
    let (line, column) = report.line_column(place);
    let (_, span) = report.locate(place);
    JsonPlace {
        file: &place.file,
        line,
        column,
        start: span.start,
        end: span.end,
    }
}

fn json_label<'a>(report: &FindingsReport, label: &'a Label) -> JsonLabel<'a> {
    JsonLabel {
        place: json_place(report, &label.place),
        label: &label.text,
    }
}

fn json_edit<'a>(report: &FindingsReport, edit: &'a Edit) -> JsonEdit<'a> {
    let (Writing::Raw(text) | Writing::Text(text)) = &edit.writing;
    JsonEdit {
        place: json_place(report, &edit.place),
        replacement: text,
    }
}
