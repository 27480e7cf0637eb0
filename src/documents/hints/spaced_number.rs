//! `spaced-number`: a number with spaces between its thousands.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "spaced-number", Error,
        fr: "un nombre s'écrit d'un seul tenant, sans quoi on en lit plusieurs",
        en: "a number is written in one piece, or it would be read as several"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = number(failure.bare())
        .filter(|found| found.spaced && !found.comma && found.unit.is_empty())?;
    if failure.breaks_yaml() || !failure.wants_number(&found.plain) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value,
                say!(language,
                    fr: "un nombre s'écrit sans espaces",
                    en: "a number is written without spaces"),
            )
            .label(
                say!(language, fr: "espaces entre les milliers", en: "spaces between the \
                thousands"),
            )
            .help(say!(language, fr: "les effacer", en: "delete them"))
            .edit(reading.place(failure.value), Writing::Raw(found.plain)),
    )
}
