//! Findings for machines; the form is told in `docs/findings.schema.json`.

use serde::Serialize;

use crate::diagnostic::{At, Edit, Label, Place, Severity, Writing};
use crate::language::Language;
use crate::renderers::findings::told::Told;
use crate::renderers::safe;

#[derive(Serialize)]
struct Answer<'a> {
    format: u8,
    language: &'static str,
    records: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    held_back: usize,
    silenced: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    severity: &'static str,
    sentence: &'a str,
    because: &'a str,
    place: Where<'a>,
    label: &'a str,
    beside: Vec<Beside<'a>>,
    help: Option<&'a str>,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Where<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Beside<'a> {
    place: Where<'a>,
    label: &'a str,
}

#[derive(Serialize)]
struct Change<'a> {
    place: Where<'a>,
    replacement: &'a str,
}

pub fn render(told: &Told) -> String {
    let findings = told
        .findings
        .iter()
        .map(|finding| Row {
            name: &finding.name,
            severity: finding.severity.word(Language::English),
            sentence: &finding.sentence,
            because: &finding.because,
            place: place(told, &finding.primary.place),
            label: &finding.primary.text,
            beside: finding
                .secondary
                .iter()
                .map(|label| beside(told, label))
                .collect(),
            help: finding.help.as_ref().map(|help| help.sentence.as_str()),
            edits: finding
                .help
                .iter()
                .flat_map(|help| &help.edits)
                .map(|edit| change(told, edit))
                .collect(),
        })
        .collect();
    let answer = Answer {
        format: 1,
        language: told.language.code(),
        records: told.records,
        errors: told.count(Severity::Error),
        warnings: told.count(Severity::Warning),
        notes: told.count(Severity::Note),
        held_back: told.held_back,
        silenced: told.silenced,
        findings,
    };
    safe::json(&serde_json::to_string_pretty(&answer).unwrap_or_default()) + "\n"
}

fn place<'a>(told: &Told, place: &'a Place) -> Where<'a> {
    let (line, column) = told.line_column(place);
    let span = if let At::Span(span) = place.at {
        span
    } else {
        crate::sources::Span::default()
    };
    Where {
        file: &place.file,
        line,
        column,
        start: span.start,
        end: span.end,
    }
}

fn beside<'a>(told: &Told, label: &'a Label) -> Beside<'a> {
    Beside {
        place: place(told, &label.place),
        label: &label.text,
    }
}

fn change<'a>(told: &Told, edit: &'a Edit) -> Change<'a> {
    let (Writing::Raw(text) | Writing::Text(text)) = &edit.writing;
    Change {
        place: place(told, &edit.place),
        replacement: text,
    }
}
