//! `spaced-number`: a number with spaces between its thousands.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "spaced-number", Error,
        fr: "un nombre s'écrit d'un seul tenant, sans quoi on en lit plusieurs",
        en: "a number is written without gaps, or it would be read as several"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = number(failure.unquoted())
        .filter(|found| found.has_spaces && !found.has_comma && found.unit.is_empty())?;
    if failure.is_yaml_error() || !failure.accepts_number(&found.plain) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value_span,
                say!(language,
                    fr: "un nombre s'écrit sans espaces",
                    en: "a number is written without spaces"),
            )
            .label(say!(language,
                fr: "espaces entre les milliers",
                en: "spaces between the thousands"))
            .help(say!(language, fr: "effacer les espaces", en: "delete the spaces"))
            .edit(reading.place(failure.value_span), Writing::Raw(found.plain)),
    )
}
