//! `unclosed-quote`: a quote that is opened and never closed.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{What, pieces};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unclosed-quote", Error,
        fr: "sans le second guillemet, le lecteur ne sait pas où le texte finit",
        en: "without the second quote, the reader does not know where the text ends"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let here = failure.breaks_toml() || failure.breaks_yaml() && failure.message.contains("quoted");
    let above = failure
        .breaks_yaml()
        .then(|| failure.line_above())
        .flatten()
        .map(|line| line.start);
    let lines = [here.then_some(failure.at.start), above.filter(|_| here)];
    lines
        .into_iter()
        .flatten()
        .find_map(|offset| report(failure.reading, offset))
}

fn report(reading: &Reading, offset: usize) -> Option<Finding> {
    let pieces = pieces(reading, offset);
    let open = pieces
        .iter()
        .find(|piece| piece.what == What::Quoted { closed: false })?
        .span;
    let written = reading.source.slice(open);
    let quote = written
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    if written.starts_with(&quote.to_string().repeat(3)) {
        return None;
    }
    let bracketed = pieces
        .iter()
        .any(|piece| matches!(piece.what, What::Sign('[' | '{')));
    let end = open.start + inside(written, bracketed).len();
    let language = reading.language;
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(open.start, open.start + 1),
                say!(language, fr: "ce guillemet n'est jamais refermé", en: "this quote is never \
                    closed"),
            )
            .label(say!(language, fr: "ouvert ici", en: "opened here"))
            .help(
                say!(language, fr: "le refermer à la fin du texte", en: "close it at the end of \
                the text"),
            )
            .edit(
                reading.place(Span::new(end, end)),
                Writing::Raw(quote.to_string()),
            ),
    )
}

/// What of the rest of the line belongs to the text: not a comment, nor brackets that close others.
fn inside(written: &str, bracketed: bool) -> &str {
    let text = written.split(" # ").next().unwrap_or_default().trim_end();
    if bracketed {
        text.trim_end_matches([']', '}', ',', ' '])
    } else {
        text.trim_end_matches(',')
    }
}
