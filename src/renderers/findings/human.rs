//! Findings for people: the excerpt, the underline, the reason, the remedy.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer};

use crate::diagnostic::{Edit, Finding, Label, Severity, Writing};
use crate::language::{Bilingual, Language};
use crate::renderers::findings::alike::AlikeFindings;
use crate::renderers::findings::report::{FindingsReport, Width};
use crate::renderers::findings::window::Window;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Cut, Source, Span};

/// Findings shown for one file; the others are counted, since nobody fixes more than these at once.
const MOST_PER_FILE: usize = 50;

/// Edits shown for one remedy; its sentence says what to do with the others.
const MOST_EDITS: usize = 50;

/// Number of lines between two edits above which they are shown in excerpts of their own.
const LINES_BETWEEN: usize = 2;

const BECAUSE: Bilingual = Bilingual {
    fr: "parce que",
    en: "because",
};

const HELP: Bilingual = Bilingual {
    fr: "aide",
    en: "help",
};

pub fn render(report: &FindingsReport, width: Width) -> String {
    let renderer = if width.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(width.columns);
    let mut out = String::new();
    let alike = AlikeFindings::new(report.findings);
    let shown: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| alike.is_first(finding))
        .collect();
    for of_file in shown.chunk_by(|a, b| a.primary.place.file == b.primary.place.file) {
        for finding in of_file.iter().take(MOST_PER_FILE) {
            out.push_str(&renderer.render(&groups(report, finding)));
            out.push('\n');
            out.push_str(&other_places(report, alike.others(finding)));
            out.push('\n');
        }
        let more = of_file.len().saturating_sub(MOST_PER_FILE);
        if let Some(first) = of_file.first().filter(|_| more > 0) {
            let file = safe::line(&first.primary.place.file);
            out += &say!(report.language,
                fr: "… et {more} de plus dans {file}\n\n",
                en: "… and {more} more in {file}\n\n");
        }
    }
    out.push_str(report.summary);
    out.push('\n');
    out
}

/// The places of other findings that say the same.
fn other_places(report: &FindingsReport, others: &[&Finding]) -> String {
    if others.is_empty() {
        return String::new();
    }
    let count = report.language.number(others.len() as u64);
    let mut out = say!(report.language,
        fr: "  … et {count} de plus, de même\u{a0}:\n",
        en: "  … and {count} more alike:\n");
    for finding in others.iter().take(MOST_PER_FILE) {
        let (line, column) = report.line_column(&finding.primary.place);
        let file = safe::line(&finding.primary.place.file);
        out += &format!("      {file}:{line}:{column}\n");
    }
    let more = others.len().saturating_sub(MOST_PER_FILE);
    if more > 0 {
        out += &say!(report.language,
            fr: "      … et {more} encore\n",
            en: "      … and {more} more\n");
    }
    out
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(severity.word(language))
}

/// The finding with its excerpts and its reason, and its remedy where it has edits.
fn groups<'a>(report: &'a FindingsReport, finding: &'a Finding) -> Vec<Group<'a>> {
    let language = report.language;
    let title = level(finding.severity, language)
        .primary_title(safe::line(&finding.sentence))
        .id(safe::line(&finding.name));
    let reason = Level::NOTE.with_name(BECAUSE.get(language));
    let group = with_excerpts(report, finding, Group::with_title(title))
        .element(reason.message(safe::line(&finding.because)));
    let Some(help) = &finding.help else {
        return vec![group];
    };
    let (level, sentence) = (
        Level::HELP.with_name(HELP.get(language)),
        safe::line(&help.sentence),
    );
    if help.edits.is_empty() {
        return vec![group.element(level.message(sentence))];
    }
    let remedy = Group::with_title(level.secondary_title(sentence));
    vec![group, with_patches(report, &help.edits, remedy)]
}

/// A group with one excerpt for each file that the finding points into.
fn with_excerpts<'a>(
    report: &'a FindingsReport,
    finding: &'a Finding,
    mut group: Group<'a>,
) -> Group<'a> {
    let labels: Vec<&Label> = std::iter::once(&finding.primary)
        .chain(&finding.secondary)
        .collect();
    let mut files: Vec<&str> = Vec::new();
    for label in &labels {
        let file = &*label.place.file;
        if files.contains(&file) {
            continue;
        }
        files.push(file);
        let (Some(source), _) = report.locate(&label.place) else {
            group = group.element(Origin::path(safe::line(file)));
            continue;
        };
        let in_file: Vec<&Label> = labels
            .iter()
            .copied()
            .filter(|label| &*label.place.file == file)
            .collect();
        let spans: Vec<Span> = in_file
            .iter()
            .map(|label| visible(source, report.locate(&label.place).1))
            .collect();
        let window = Window::around(source, &spans);
        let annotations = in_file.iter().zip(&spans).map(|(label, span)| {
            let kind = if std::ptr::eq(*label, &raw const finding.primary) {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            annotation(kind, window.within(*span), &label.text)
        });
        let snippet = window.snippet().path(safe::line(file));
        group = group.element(snippet.annotations(annotations));
    }
    group
}

fn annotation<'a>(kind: AnnotationKind, span: Span, text: &str) -> Annotation<'a> {
    let annotation = kind.span(span.start..span.end);
    if text.is_empty() {
        annotation
    } else {
        annotation.label(safe::line(text))
    }
}

/// A group with the edits of a remedy, those that are apart each in an excerpt of its own.
fn with_patches<'a>(
    report: &'a FindingsReport,
    edits: &'a [Edit],
    mut group: Group<'a>,
) -> Group<'a> {
    let mut edits: Vec<(&Edit, Span)> = edits
        .iter()
        .take(MOST_EDITS)
        .map(|edit| (edit, report.locate(&edit.place).1))
        .collect();
    edits.sort_by_key(|(edit, span)| (&edit.place.file, *span));
    for near in edits.chunk_by(|a, b| are_near(report, *a, *b)) {
        let Some((first, _)) = near.first() else {
            continue;
        };
        let (Some(source), _) = report.locate(&first.place) else {
            continue;
        };
        let spans: Vec<Span> = near.iter().map(|(_, span)| *span).collect();
        let window = Window::around(source, &spans);
        let patches = near.iter().map(|(edit, span)| {
            let (Writing::Raw(text) | Writing::Text(text)) = &edit.writing;
            let span = window.within(*span);
            Patch::new(span.start..span.end, safe_lines(text))
        });
        let snippet = window.snippet().path(safe::line(&first.place.file));
        group = group.element(snippet.patches(patches));
    }
    group
}

/// Whether two edits are in the same file with few lines between them.
fn are_near(
    report: &FindingsReport,
    (first, first_span): (&Edit, Span),
    (second, second_span): (&Edit, Span),
) -> bool {
    let (source, _) = report.locate(&first.place);
    let between = source.map_or("", |source| {
        source.slice(Span::new(first_span.end, second_span.start))
    });
    first.place.file == second.place.file && between.matches('\n').count() <= LINES_BETWEEN
}

/// A replacement without hidden characters, whose line breaks are kept.
fn safe_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(safe::line).collect();
    lines.join("\n")
}

/// The part of a span that is underlined: at least one character, at most the first line.
fn visible(source: &Source, span: Span) -> Span {
    let end = span.end.min(source.line_span(span.start).end);
    if end > span.start {
        return Span::new(span.start, end);
    }
    let next = source
        .text
        .behind(span.start.min(source.text.len()))
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    Span::new(span.start, span.start + next)
}
