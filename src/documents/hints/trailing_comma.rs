//! `trailing-comma`: a comma or semicolon at the end of a line, as in other formats.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "trailing-comma", Error,
        fr: "chaque ligne se suffit : rien ne la sépare de la suivante",
        en: "each line is complete in itself: nothing separates it from the next"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let sign = if failure.expected.is_some() {
        sign_in_value(failure)?
    } else {
        sign_at_error(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    let written = failure.slice(sign);
    Some(
        reading
            .finding(
                &HINT.rule,
                sign,
                say!(language,
                    fr: "ce `{written}` est de trop",
                    en: "this `{written}` does not belong here"),
            )
            .label(say!(language, fr: "en fin de ligne", en: "at the end of the line"))
            .help(say!(language, fr: "l'effacer", en: "delete it"))
            .edit(reading.place(sign), Writing::Raw(String::new())),
    )
}

/// A sign at which the parser stopped, at the end of its line.
fn sign_at_error(failure: &ParseFailure) -> Option<Span> {
    if let Some(value) = failure.value_text().strip_suffix(';')
        && failure.is_toml_error()
        && !value.contains(char::is_alphabetic)
    {
        return Some(Span::new(
            failure.value_span.end - 1,
            failure.value_span.end,
        ));
    }
    let rest = failure.slice(Span::new(failure.error_span.start, failure.line_span().end));
    let after = rest.strip_prefix([',', ';'])?.trim_start();
    (after.is_empty() || after.starts_with('#'))
        .then(|| Span::new(failure.error_span.start, failure.error_span.start + 1))
}

/// A sign at the end of an unquoted YAML value, which would fit without it.
fn sign_in_value(failure: &ParseFailure) -> Option<Span> {
    let value = failure.value_text().strip_suffix([',', ';'])?;
    let would_fit = failure.is_unquoted() && failure.accepts_rewritten(value);
    would_fit.then(|| Span::new(failure.value_span.end - 1, failure.value_span.end))
}
