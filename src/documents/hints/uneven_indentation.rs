//! `uneven-indentation`: a YAML line whose indentation is not that of its neighbours.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "uneven-indentation", Error,
        fr: "en YAML, ce qui va ensemble commence à la même colonne",
        en: "in YAML, what belongs together begins in the same column"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let told = [
        "mapping values",
        "did not find expected key",
        "did not find expected '-'",
        "block sequence entries",
    ];
    if !failure.breaks_yaml() || !told.iter().any(|words| failure.message.contains(words)) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let line = failure.line();
    let mut above = failure.line_above()?;
    while !begins(failure.slice(above)) {
        above = line_above(reading, above)?;
    }
    let (own, wanted) = (indent(line), indent(failure.slice(above)));
    let before = failure.slice(Span::new(failure.line_span().start, failure.at.start));
    if own == wanted || !begins(line) || before.contains(": ") {
        return None;
    }
    let start = failure.line_span().start;
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
                reading.place(Span::new(above.start + wanted, above.end)),
                say!(language, fr: "décalée de {wanted}", en: "indented by {wanted}"),
            )
            .help(say!(language, fr: "lui donner le même décalage", en: "indent it alike"))
            .edit(
                reading.place(Span::new(start, start + own)),
                Writing::Raw(" ".repeat(wanted)),
            ),
    )
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line begins a key or an item, rather than going on with a text.
fn begins(line: &str) -> bool {
    let text = line.trim();
    let key = text.split_once(':').is_some_and(|(key, rest)| {
        !key.contains(' ') && (rest.is_empty() || rest.starts_with(' '))
    });
    key || text.starts_with("- ")
}
