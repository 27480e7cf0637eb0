//! `foreign-comment`: a comment begun with `//`, as other formats have it.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::line::What;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "foreign-comment",
        severity: Severity::Error,
        because: Both {
            fr: "en TOML comme en YAML, un commentaire commence par `#`",
            en: "in TOML as in YAML, a comment begins with `#`",
        },
        example: example!("documents", "foreign-comment"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    if !trouble.breaks_toml() {
        return None;
    }
    let word = trouble
        .pieces()
        .into_iter()
        .find(|piece| piece.what == What::Word && has_sign(trouble.slice(piece.span)))?;
    if word.span.end < trouble.at.start {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let start = word.span.start + trouble.slice(word.span).find("//")?;
    Some(
        reading
            .finding(
                &FAULT.rule,
                Span::new(start, start + 2),
                say!(language, fr: "`//` ne commence pas un commentaire", en: "`//` begins no comment"),
            )
            .label(say!(language, fr: "lu comme du texte", en: "read as text"))
            .help(say!(language, fr: "mettre `#`", en: "put `#`"))
            .edit(reading.place(Span::new(start, start + 2)), Writing::Raw("#".to_owned())),
    )
}

/// Whether two slashes stand apart, unlike those of a web address.
fn has_sign(text: &str) -> bool {
    text.starts_with("//") || text.contains(" //")
}
