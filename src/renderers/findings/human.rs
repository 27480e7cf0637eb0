//! Findings for people: the excerpt, the underline, the reason, the remedy.

use std::collections::BTreeSet;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer};

use crate::diagnostic::{Edit, Finding, Label, Place, Severity, Writing};
use crate::language::{Bilingual, Language};
use crate::renderers::findings::alike::AlikeFindings;
use crate::renderers::findings::folding::{Shown, fold};
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::{FindingsReport, Width};
use crate::renderers::findings::short;
use crate::renderers::findings::window::Window;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Cut, Source, Span};

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
    let alike = AlikeFindings::new(report.shown_to_people());
    let mut limits = Limits::new(report.showing.all);
    let (mut told, mut out) = (Told::default(), String::new());
    for shown in fold(report, &alike) {
        if !limits.has_room() {
            limits.left_out += shown.alike.len() + shown.left_out;
            continue;
        }
        let context = told.context(report, shown.finding);
        let mut whole = renderer.render(&groups(report, shown.finding, &context)) + "\n";
        whole += &others(report, &shown);
        let line = clipped(&short::line(report, shown.finding)) + "\n";
        let forms = [whole + "\n", line + "\n"];
        let text = limits.admit(&shown.finding.primary.place.file, forms);
        out.extend(text);
    }
    let left_out = short::left_out(report, limits.left_out);
    if !left_out.is_empty() {
        out += &(left_out + "\n");
    }
    out.push_str(report.summary);
    out.push('\n');
    out
}

/// What the reader was told with findings before.
#[derive(Default)]
struct Told<'f> {
    checks: BTreeSet<&'f str>,
    places: BTreeSet<(&'f str, &'f Place)>,
}

/// What is told with one finding.
struct Context<'f> {
    has_reason: bool,
    secondary: Vec<&'f Label>,
}

impl<'f> Told<'f> {
    /// The reason, unless it was given once, and the second places that were not shown yet.
    fn context(&mut self, report: &FindingsReport, finding: &'f Finding) -> Context<'f> {
        let name = &*finding.name;
        let showing = &report.showing;
        let mut secondary: Vec<&Label> = finding.secondary.iter().collect();
        if !showing.all {
            // A law, or a record that many others contradict, is read once.
            secondary.retain(|label| self.places.insert((name, &label.place)));
        }
        Context {
            has_reason: self.checks.insert(name) || !showing.reason_once,
            secondary,
        }
    }
}

/// The places of findings that say the same, and the number of those that are not shown.
fn others(report: &FindingsReport, shown: &Shown) -> String {
    let mut out = String::new();
    if !shown.alike.is_empty() {
        out += &say!(report.language,
            fr: "  … de même\u{a0}:\n",
            en: "  … likewise:\n");
    }
    for finding in &shown.alike {
        let (line, column) = report.line_column(&finding.primary.place);
        let file = report.path(&finding.primary.place.file);
        out += &format!("      {file}:{line}:{column}\n");
    }
    if shown.left_out > 0 {
        let count = report.language.number(shown.left_out as u64);
        let name = safe::line(&shown.finding.name);
        out += &say!(report.language,
            fr: "  … et {count} de plus\u{a0}: `apes validate --all --only {name}`\n",
            en: "  … and {count} more: `apes validate --all --only {name}`\n");
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
fn groups<'a>(
    report: &'a FindingsReport,
    finding: &'a Finding,
    context: &Context<'a>,
) -> Vec<Group<'a>> {
    let language = report.language;
    let title = level(finding.severity, language)
        .primary_title(safe::line(&finding.sentence))
        .id(safe::line(&finding.name));
    let labels = std::iter::once(&finding.primary).chain(context.secondary.iter().copied());
    let mut group = with_excerpts(
        report,
        &labels.collect::<Vec<_>>(),
        Group::with_title(title),
    );
    if context.has_reason {
        let reason = Level::NOTE.with_name(BECAUSE.get(language));
        group = group.element(reason.message(safe::line(&finding.because)));
    }
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

/// A group with one excerpt for each file that labels point into, the first of which is that of
/// the finding.
fn with_excerpts<'a>(
    report: &'a FindingsReport,
    labels: &[&'a Label],
    mut group: Group<'a>,
) -> Group<'a> {
    let mut files: Vec<&str> = Vec::new();
    for label in labels {
        let file = &*label.place.file;
        if files.contains(&file) {
            continue;
        }
        files.push(file);
        let (Some(source), _) = report.locate(&label.place) else {
            group = group.element(Origin::path(report.path(file)));
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
            let kind = if labels
                .first()
                .is_some_and(|first| std::ptr::eq(*label, *first))
            {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            annotation(kind, window.within(*span), &label.text)
        });
        let snippet = window.snippet().path(report.path(file));
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
        let snippet = window.snippet().path(report.path(&first.place.file));
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
