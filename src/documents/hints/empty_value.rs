//! `empty-value`: a key with nothing behind it.

use crate::diagnostic::Finding;
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "empty-value", Error,
        fr: "une valeur vide peut vouloir dire « rien », « inconnu » ou « oublié » : la fiche \
            doit dire laquelle",
        en: "an empty value may mean nothing, unknown or forgotten: the record must say which"),
    diagnose,
};

/// `name =` in TOML.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let pieces = failure.pieces();
    let last = pieces
        .iter()
        .rposition(|piece| piece.what != What::Comment)?;
    let key = pieces[last.checked_sub(1)?].span;
    let empty = failure.breaks_toml() && last == 1 && pieces[last].what == What::Sign('=');
    empty.then(|| report(failure.reading, key))
}

/// Tells a key without a value.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
            fr: "une valeur manque ici",
            en: "a value is missing here"),
        )
        .help(say!(language,
            fr: "écrire la valeur, ou effacer la ligne si elle n'est pas connue",
            en: "write the value, or delete the line if it is not known"))
}
