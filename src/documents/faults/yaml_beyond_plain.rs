//! `yaml-beyond-plain`: a tag, an anchor, an alias, a merge key or a second document.

use super::fault::Fault;
use crate::diagnostic::{Finding, Rule, Severity};
use crate::documents::Reading;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "yaml-beyond-plain",
        severity: Severity::Error,
        because: Both {
            fr: "les fiches se limitent à la partie simple de YAML, celle que tout le monde lit de la même façon",
            en: "records keep to the plain part of YAML, the one that everybody reads in the same way",
        },
        example: example!("documents", "yaml-beyond-plain"),
    },
    recognise: |trouble| {
        let advanced =
            ["anchor", "alias", "directive", "tag"].iter().any(|word| trouble.message.contains(word));
        advanced.then(|| tell(trouble.reading, trouble.at))
    },
};

/// Tells what the plain part of YAML does without.
#[must_use]
pub fn tell(reading: &Reading, span: Span) -> Finding {
    reading.finding(
        &FAULT.rule,
        span,
        say!(reading.language,
            fr: "ancres, alias, étiquettes, fusions et documents multiples ne sont pas lus",
            en: "anchors, aliases, tags, merges and second documents are not read"),
    )
}
