//! Findings for people: the excerpt, the underline, the reason, the remedy.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer};

use crate::diagnostic::{Edit, Finding, Label, Severity, Writing};
use crate::language::{Bilingual, Language};
use crate::renderers::findings::told::{Told, Width};
use crate::renderers::findings::window::Window;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Source, Span};

/// Findings shown of one file; the rest is counted, since nobody mends more than these at once.
const SHOWN_OF_A_FILE: usize = 50;

/// Changes shown of one remedy; its sentence says what to do with the rest.
const SHOWN_OF_A_HELP: usize = 50;

/// Changes with more lines between them are shown apart.
const LINES_BETWEEN: usize = 2;

pub fn render(told: &Told, width: Width) -> String {
    let renderer = if width.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(width.columns);
    let mut out = String::new();
    let alike = alike(told.findings);
    let shown: Vec<&Finding> = told
        .findings
        .iter()
        .filter(|finding| is_first(finding, group(finding, &alike)))
        .collect();
    let mut rest = &shown[..];
    while let Some(first) = rest.first() {
        let file = &first.primary.place.file;
        let length = rest
            .iter()
            .take_while(|finding| finding.primary.place.file == *file)
            .count();
        for finding in &rest[..length.min(SHOWN_OF_A_FILE)] {
            out.push_str(&renderer.render(&groups(told, finding)));
            out.push('\n');
            out.push_str(&others(told, group(finding, &alike)));
            out.push('\n');
        }
        if let Some(more) = length.checked_sub(SHOWN_OF_A_FILE).filter(|more| *more > 0) {
            let file = safe::line(file);
            out += &say!(told.language, fr: "… et {more} de plus dans {file}\n\n", en: "… and \
                {more} more in {file}\n\n");
        }
        rest = &rest[length..];
    }
    out.push_str(told.summary);
    out.push('\n');
    out
}

/// The same thing said of so many places is said once, and the places are listed.
const ALIKE: usize = 4;

/// What makes two findings the same thing said of two places.
type Key<'a> = (&'a str, Severity, &'a str, Option<&'a str>);

fn key(finding: &Finding) -> Key<'_> {
    let help = finding.help.as_ref().map(|help| help.sentence.as_str());
    (&finding.name, finding.severity, &finding.sentence, help)
}

/// Findings that say the same and change nothing, where they are many, by what they say.
fn alike(findings: &[Finding]) -> BTreeMap<Key<'_>, Vec<&Finding>> {
    let mut groups: BTreeMap<Key<'_>, Vec<&Finding>> = BTreeMap::new();
    let plain = findings.iter().filter(|finding| is_plain(finding));
    plain.for_each(|finding| groups.entry(key(finding)).or_default().push(finding));
    groups.retain(|_, group| group.len() >= ALIKE);
    groups
}

fn is_plain(finding: &Finding) -> bool {
    finding.secondary.is_empty()
        && finding
            .help
            .as_ref()
            .is_none_or(|help| help.edits.is_empty())
}

/// The findings that say the same as this one, which is the first of them or a later one.
fn group<'g, 'f>(
    finding: &'f Finding,
    alike: &'g BTreeMap<Key<'f>, Vec<&'f Finding>>,
) -> &'g [&'f Finding] {
    let found = if is_plain(finding) {
        alike.get(&key(finding))
    } else {
        None
    };
    found.map_or(&[], Vec::as_slice)
}

fn is_first(finding: &Finding, group: &[&Finding]) -> bool {
    group
        .first()
        .is_none_or(|first| std::ptr::eq(*first, finding))
}

/// The other places of which the same is said.
fn others(told: &Told, group: &[&Finding]) -> String {
    let Some((_, group)) = group.split_first() else {
        return String::new();
    };
    let count = told.language.number(group.len() as u64);
    let mut out = say!(told.language, fr: "  … et {count} de plus, de même\u{a0}:\n", en: "  … and \
        {count} more alike:\n");
    for finding in group.iter().take(SHOWN_OF_A_FILE) {
        let (line, column) = told.line_column(&finding.primary.place);
        out += &format!(
            "      {}:{line}:{column}\n",
            safe::line(&finding.primary.place.file)
        );
    }
    if let Some(more) = group
        .len()
        .checked_sub(SHOWN_OF_A_FILE)
        .filter(|more| *more > 0)
    {
        out += &say!(told.language, fr: "      … et {more} encore\n", en: "      … and {more} \
            still\n");
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

fn groups<'a>(told: &'a Told, finding: &'a Finding) -> Vec<Group<'a>> {
    let title = level(finding.severity, told.language)
        .primary_title(safe::line(&finding.sentence))
        .id(safe::line(&finding.name));
    let mut group = excerpts(told, finding, Group::with_title(title));
    let reason = Level::NOTE.with_name(
        Bilingual {
            fr: "parce que",
            en: "because",
        }
        .get(told.language),
    );
    group = group.element(reason.message(safe::line(&finding.because)));
    let help = Level::HELP.with_name(
        Bilingual {
            fr: "aide",
            en: "help",
        }
        .get(told.language),
    );
    match &finding.help {
        None => vec![group],
        Some(said) if said.edits.is_empty() => {
            vec![group.element(help.message(safe::line(&said.sentence)))]
        }
        Some(said) => {
            let mended = Group::with_title(help.secondary_title(safe::line(&said.sentence)));
            vec![group, patches(told, &said.edits, mended)]
        }
    }
}

/// The offence and what stands beside it, one excerpt a file.
fn excerpts<'a>(told: &'a Told, finding: &'a Finding, mut group: Group<'a>) -> Group<'a> {
    let labels: Vec<&Label> = std::iter::once(&finding.primary)
        .chain(&finding.secondary)
        .collect();
    let mut shown: Vec<&str> = Vec::new();
    for label in &labels {
        let file = &*label.place.file;
        if shown.contains(&file) {
            continue;
        }
        shown.push(file);
        let (Some(source), _) = told.found(&label.place) else {
            group = group.element(Origin::path(safe::line(file)));
            continue;
        };
        let here: Vec<&&Label> = labels
            .iter()
            .filter(|other| &*other.place.file == file)
            .collect();
        let spans: Vec<Span> = here
            .iter()
            .map(|label| visible(source, told.found(&label.place).1))
            .collect();
        let window = Window::around(source, &spans);
        let annotations = here.iter().zip(&spans).map(|(label, span)| {
            let kind = if std::ptr::eq(**label, &raw const finding.primary) {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            annotation(kind, window.within(*span), &label.text)
        });
        group = group.element(
            window
                .snippet()
                .path(safe::line(file))
                .annotations(annotations),
        );
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

/// The changes, those that lie apart each in an excerpt of its own.
fn patches<'a>(told: &'a Told, edits: &'a [Edit], mut group: Group<'a>) -> Group<'a> {
    let shown = edits.iter().take(SHOWN_OF_A_HELP);
    let mut edits: Vec<(&Edit, Span)> = shown
        .map(|edit| (edit, told.found(&edit.place).1))
        .collect();
    edits.sort_by_key(|(edit, span)| (&edit.place.file, *span));
    let apart = |one: &(&Edit, Span), other: &(&Edit, Span)| {
        let (source, _) = told.found(&one.0.place);
        let between = source.map_or("", |source| {
            source.slice(Span::new(one.1.end, other.1.start))
        });
        one.0.place.file == other.0.place.file && between.matches('\n').count() <= LINES_BETWEEN
    };
    for near in edits.chunk_by(apart) {
        let Some((first, _)) = near.first() else {
            continue;
        };
        let (Some(source), _) = told.found(&first.place) else {
            continue;
        };
        let spans: Vec<Span> = near.iter().map(|(_, span)| *span).collect();
        let window = Window::around(source, &spans);
        let patches = near.iter().map(|(edit, span)| {
            let (Writing::Raw(text) | Writing::Text(text)) = &edit.writing;
            let inside = window.within(*span);
            Patch::new(inside.start..inside.end, lines(text))
        });
        group = group.element(
            window
                .snippet()
                .path(safe::line(&first.place.file))
                .patches(patches),
        );
    }
    group
}

/// A replacement made safe line by line.
fn lines(text: &str) -> String {
    let safe: Vec<String> = text.split('\n').map(safe::line).collect();
    safe.join("\n")
}

/// At least one character, and no more than the first line, so that something small is underlined.
fn visible(source: &Source, span: Span) -> Span {
    let line = source.line_span(span.start);
    let end = if span.end > line.end {
        line.end
    } else {
        span.end
    };
    if end > span.start {
        return Span::new(span.start, end);
    }
    let next = source.text[span.start.min(source.text.len())..]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    Span::new(span.start, span.start + next)
}
