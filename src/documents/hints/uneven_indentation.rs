//! `uneven-indentation`: a YAML line with another indentation than the line above.

use crate::diagnostic::{Edit, Finding, Writing};
use crate::documents::apply_edits::apply;
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::documents::yaml_syntax::first_error;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "uneven-indentation", Error,
        fr: "en YAML, ce qui va ensemble commence à la même colonne",
        en: "in YAML, lines that belong together begin in the same column"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let is_misplaced = MESSAGES
        .iter()
        .any(|message| failure.message.contains(message));
    if !failure.is_yaml_error() || !is_misplaced {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let line = failure.line();
    let mut above = failure.line_above()?;
    while !is_key_or_item(failure.slice(above)) {
        above = line_above(reading, above)?;
    }
    let (own, usual) = (indentation(line), indentation(failure.slice(above)));
    let start = failure.line_span().start;
    let before_error = failure.slice(Span::new(start, failure.error_span.start));
    if own == usual || !is_key_or_item(line) || before_error.contains(": ") {
        return None;
    }
    let shown = Span::new(start + own, start + line.trim_end().len());
    let finding = reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
                    fr: "cette ligne n'est pas alignée avec celle du dessus",
                    en: "this line is not aligned with the one above"),
        )
        .label(say!(language, fr: "décalée de {own}", en: "indented by {own}"))
        .beside(
            reading.place(Span::new(above.start + usual, above.end)),
            say!(language, fr: "décalée de {usual}", en: "indented by {usual}"),
        );
    Some(aligned(
        finding,
        reading,
        Span::new(start, start + own),
        above,
    ))
}

/// Completes the finding of an indentation with the edit that makes the text readable: of the line
/// itself, else of the line above.
fn aligned(finding: Finding, reading: &Reading, own_blanks: Span, above: Span) -> Finding {
    let (start, language) = (own_blanks.start, reading.language);
    let own = own_blanks.end - start;
    let usual = indentation(reading.source.slice(above));
    let other = indented(reading, above.start, usual, own);
    let readable = levels_above(reading, above, own)
        .into_iter()
        .take(LEVELS)
        .map(|level| indented(reading, start, own, level))
        .chain([other.clone()])
        .find(|edit| is_readable(reading, edit));
    let finding = finding.help(if readable.as_ref() == Some(&other) {
        say!(language,
            fr: "donner à celle du dessus le même décalage",
            en: "give the one above the same indentation")
    } else {
        say!(language, fr: "lui donner le même décalage", en: "give it the same indentation")
    });
    match readable {
        Some(edit) => finding.edit(edit.place, edit.writing),
        None => finding,
    }
}

/// An edit of the indentation of a line.
fn indented(reading: &Reading, line: usize, from: usize, to: usize) -> Edit {
    Edit {
        place: reading.place(Span::new(line, line + from)),
        writing: Writing::Raw(" ".repeat(to)),
    }
}

fn is_readable(reading: &Reading, edit: &Edit) -> bool {
    let edited = apply(reading.text(), Syntax::Yaml, std::slice::from_ref(edit));
    edited.is_some_and(|text| first_error(&text).is_none())
}

/// The indentations of the line `above` and of the tables that it is in, the nearest to `own`
/// first; of two as near, that of the line above.
fn levels_above(reading: &Reading, above: Span, own: usize) -> Vec<usize> {
    let mut levels = vec![indentation(reading.source.slice(above))];
    let mut line = above;
    for _ in 0..LINES {
        let Some(before) = line_above(reading, line) else {
            break;
        };
        let text = reading.source.slice(before);
        if is_key_or_item(text) && levels.last().is_some_and(|last| indentation(text) < *last) {
            levels.push(indentation(text));
        }
        line = before;
    }
    levels.sort_by_key(|level| level.abs_diff(own));
    levels
}

/// Most levels that are tried.
const LEVELS: usize = 8;

/// Lines above that are looked at for the tables that hold a line.
const LINES: usize = 200;

/// Messages of the YAML parser about a key or an item in another column.
const MESSAGES: [&str; 4] = [
    "mapping values",
    "did not find expected key",
    "did not find expected '-'",
    "block sequence entries",
];

/// Spaces at the start of a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line begins a key or an item, and does not continue a text.
fn is_key_or_item(line: &str) -> bool {
    let text = line.trim();
    let is_key = text.split_once(':').is_some_and(|(key, rest)| {
        !key.contains(' ') && (rest.is_empty() || rest.starts_with(' '))
    });
    is_key || text.starts_with("- ")
}
