//! `spaced-number`: a number with spaces between its thousands.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::spelling::number;
use crate::language::Both;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "spaced-number",
        severity: Severity::Error,
        because: Both {
            fr: "un nombre s'écrit d'un seul tenant, sans quoi on en lit plusieurs",
            en: "a number is written in one piece, or it would be read as several",
        },
        example: example!("documents", "spaced-number"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let found =
        number(trouble.bare()).filter(|found| found.spaced && !found.comma && found.unit.is_empty())?;
    if trouble.breaks_yaml() || !trouble.wants_number(&found.plain) {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    Some(
        reading
            .finding(
                &FAULT.rule,
                trouble.value,
                say!(language,
                    fr: "un nombre s'écrit sans espaces",
                    en: "a number is written without spaces"),
            )
            .label(say!(language, fr: "espaces entre les milliers", en: "spaces between the thousands"))
            .help(say!(language, fr: "les effacer", en: "delete them"))
            .edit(reading.place(trouble.value), Writing::Raw(found.plain)),
    )
}
