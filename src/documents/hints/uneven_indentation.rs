//! `uneven-indentation`: a YAML line with another indentation than the line above.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
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
    Some(
        reading
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
            )
            .help(say!(language,
                fr: "lui donner le même décalage",
                en: "give it the same indentation"))
            .edit(
                reading.place(Span::new(start, start + own)),
                Writing::Raw(" ".repeat(usual)),
            ),
    )
}

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
