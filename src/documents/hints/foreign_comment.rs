//! `foreign-comment`: a comment that begins with `//` or `--`, as in other formats.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::TokenKind;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "foreign-comment", Error,
        fr: "en TOML comme en YAML, un commentaire commence par `#`",
        en: "in TOML and YAML, a comment begins with `#`"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_toml_error() {
        return None;
    }
    let word = failure
        .tokens()
        .into_iter()
        .find(|token| token.kind == TokenKind::Word && sign(failure.slice(token.span)).is_some())?;
    if word.span.end < failure.error_span.start {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let sign = sign(failure.slice(word.span))?;
    let start = word.span.start + failure.slice(word.span).find(sign)?;
    let slashes = Span::new(start, start + sign.len());
    Some(
        reading
            .finding(
                &HINT.rule,
                slashes,
                say!(language,
                    fr: "`{sign}` ne commence pas un commentaire",
                    en: "`{sign}` does not begin a comment"),
            )
            .label(say!(language, fr: "lu comme du texte", en: "read as text"))
            .help(say!(language, fr: "mettre `#`", en: "use `#`"))
            .edit(reading.place(slashes), Writing::Raw("#".to_owned())),
    )
}

/// The sign of a comment in a text: two slashes after a space or nothing, unlike those of a web
/// address, or two hyphens or a percent sign before a space, at the beginning.
fn sign(text: &str) -> Option<&'static str> {
    if text.starts_with("//") || text.contains(" //") {
        return Some("//");
    }
    ["--", "%"].into_iter().find(|sign| {
        text.strip_prefix(sign)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}
