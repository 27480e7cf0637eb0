//! `empty-value`: a key with nothing behind it.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity};
use crate::documents::Reading;
use crate::documents::line::What;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "empty-value",
        severity: Severity::Error,
        because: Both {
            fr: "une valeur vide peut vouloir dire « rien », « inconnu » ou « oublié » : la fiche doit dire laquelle",
            en: "an empty value may mean nothing, unknown or forgotten: the record must say which",
        },
        example: example!("documents", "empty-value"),
    },
    recognise,
};

/// `name =` in TOML.
fn recognise(trouble: &Trouble) -> Option<Finding> {
    let pieces = trouble.pieces();
    let last = pieces.iter().rposition(|piece| piece.what != What::Comment)?;
    let key = pieces[last.checked_sub(1)?].span;
    let empty = trouble.breaks_toml() && last == 1 && pieces[last].what == What::Sign('=');
    empty.then(|| tell(trouble.reading, key))
}

/// Tells a key without a value.
#[must_use]
pub fn tell(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &FAULT.rule,
            span,
            say!(language,
            fr: "une valeur manque ici",
            en: "a value is missing here"),
        )
        .help(say!(language,
            fr: "écrire la valeur, ou effacer la ligne si elle n'est pas connue",
            en: "write the value, or delete the line if it is not known"))
}
