//! `foreign-comment`: a comment that begins with `//`, as in other formats.

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
        .find(|token| token.kind == TokenKind::Word && has_slashes(failure.slice(token.span)))?;
    if word.span.end < failure.error_span.start {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let start = word.span.start + failure.slice(word.span).find("//")?;
    let slashes = Span::new(start, start + 2);
    Some(
        reading
            .finding(
                &HINT.rule,
                slashes,
                say!(language,
                    fr: "`//` ne commence pas un commentaire",
                    en: "`//` does not begin a comment"),
            )
            .label(say!(language, fr: "lu comme du texte", en: "read as text"))
            .help(say!(language, fr: "mettre `#`", en: "use `#`"))
            .edit(reading.place(slashes), Writing::Raw("#".to_owned())),
    )
}

/// Whether a space or nothing precedes two slashes, unlike those of a web address.
fn has_slashes(text: &str) -> bool {
    text.starts_with("//") || text.contains(" //")
}
