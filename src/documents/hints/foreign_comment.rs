//! `foreign-comment`: a comment begun with `//`, as other formats have it.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "foreign-comment", Error,
        fr: "en TOML comme en YAML, un commentaire commence par `#`",
        en: "in TOML as in YAML, a comment begins with `#`"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.breaks_toml() {
        return None;
    }
    let word = failure
        .pieces()
        .into_iter()
        .find(|piece| piece.what == What::Word && has_sign(failure.slice(piece.span)))?;
    if word.span.end < failure.at.start {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let start = word.span.start + failure.slice(word.span).find("//")?;
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(start, start + 2),
                say!(language, fr: "`//` ne commence pas un commentaire", en: "`//` begins no \
                    comment"),
            )
            .label(say!(language, fr: "lu comme du texte", en: "read as text"))
            .help(say!(language, fr: "mettre `#`", en: "put `#`"))
            .edit(
                reading.place(Span::new(start, start + 2)),
                Writing::Raw("#".to_owned()),
            ),
    )
}

/// Whether two slashes stand apart, unlike those of a web address.
fn has_sign(text: &str) -> bool {
    text.starts_with("//") || text.contains(" //")
}
