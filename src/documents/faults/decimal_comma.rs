//! `decimal-comma`: a number with a decimal comma.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::spelling::number;
use crate::language::Both;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "decimal-comma",
        severity: Severity::Error,
        because: Both {
            fr: "dans un fichier, la virgule sépare deux éléments ; c'est le point qui sépare les décimales",
            en: "in a file the comma sets two items apart; it is the point that begins the decimals",
        },
        example: example!("documents", "decimal-comma"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let found = number(trouble.bare()).filter(|found| found.comma && found.unit.is_empty())?;
    if trouble.breaks_yaml() || !trouble.wants_number(&found.plain) {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    Some(
        reading
            .finding(
                &FAULT.rule,
                trouble.value,
                say!(language, fr: "les décimales suivent un point", en: "decimals follow a point"),
            )
            .label(say!(language, fr: "virgule décimale", en: "decimal comma"))
            .help(say!(language, fr: "écrire un point", en: "write a point"))
            .edit(reading.place(trouble.value), Writing::Raw(found.plain)),
    )
}
