//! `missing-key`: a key that every such table must have.

use crate::diagnostic::Finding;
use crate::documents::Reading;
use crate::documents::hints::hint::Hint;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-key", Error,
        fr: "sans cette clé, la fiche ne dit pas de quoi elle parle",
        en: "without this key the record does not say what it is about"),
    diagnose: |_| None,
};

/// Tells a key that is not there; `wanted` says what it would hold.
#[must_use]
pub fn report(reading: &Reading, span: Span, key: &str, wanted: &str) -> Finding {
    let language = reading.language;
    let finding = reading.finding(
        &HINT.rule,
        span,
        say!(language, fr: "la clé `{key}` manque", en: "the key `{key}` is missing"),
    );
    if wanted.is_empty() {
        return finding;
    }
    finding.help(say!(language, fr: "ajouter `{key}` : {wanted}", en: "add `{key}`: {wanted}"))
}
