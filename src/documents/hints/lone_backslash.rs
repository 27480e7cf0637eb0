//! `lone-backslash`: a backslash in a quoted text, where it announces a special character.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "lone-backslash", Error,
        fr: "entre guillemets doubles, `\\` annonce un caractère spécial",
        en: "between double quotes, `\\` announces a special character"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.text();
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))?;
    if failure.wanted.is_some() || !failure.message.contains("escape") || !inner.contains('\\') {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let start = failure.value.start + text.find('\\').unwrap_or_default();
    let mended = if inner.contains('\'') {
        reading.syntax.quote(inner)
    } else {
        format!("'{inner}'")
    };
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(start, start + 1),
                say!(language,
                    fr: "cette barre oblique inverse n'annonce aucun caractère connu",
                    en: "this backslash announces no known character"),
            )
            .label(say!(language,
                fr: "lue comme un début de caractère spécial",
                en: "read as the start of a special character"))
            .help(say!(language,
                fr: "mettre le texte entre apostrophes, ou doubler la barre",
                en: "put the text between single quotes, or double the backslash"))
            .edit(reading.place(failure.value), Writing::Raw(mended)),
    )
}
