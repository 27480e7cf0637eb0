//! `decimal-comma`: a number with a decimal comma.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "decimal-comma", Error,
        fr: "dans un fichier, la virgule sépare deux éléments ; c'est le point qui sépare les \
            décimales",
        en: "in a file the comma sets two items apart; it is the point that begins the decimals"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = number(failure.bare()).filter(|found| found.comma && found.unit.is_empty())?;
    if failure.breaks_yaml() || !failure.wants_number(&found.plain) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value,
                say!(language, fr: "les décimales suivent un point", en: "decimals follow a point"),
            )
            .label(say!(language, fr: "virgule décimale", en: "decimal comma"))
            .help(say!(language, fr: "écrire un point", en: "write a point"))
            .edit(reading.place(failure.value), Writing::Raw(found.plain)),
    )
}
