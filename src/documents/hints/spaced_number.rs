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
    let found = number(failure.unquoted()).filter(|found| found.unit.is_empty())?;
    let spelled = failure.spelled(&found);
    let is_parted = found.is_grouped && !found.has_comma || spelled != found.plain;
    if !is_parted || failure.is_yaml_error() || !failure.accepts_number(&spelled) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let has_spaces = failure.unquoted().trim().contains(char::is_whitespace);
    let (sentence, label, help) = if has_spaces {
        (
            say!(language,
                fr: "un nombre s'écrit sans espaces",
                en: "a number is written without spaces"),
            say!(language, fr: "espaces entre les milliers", en: "spaces between the thousands"),
            say!(language, fr: "effacer les espaces", en: "delete the spaces"),
        )
    } else {
        (
            say!(language,
                fr: "un nombre s'écrit sans signe entre ses milliers",
                en: "a number is written without signs between its thousands"),
            say!(language, fr: "signes entre les milliers", en: "signs between the thousands"),
            say!(language, fr: "écrire `{spelled}`", en: "write `{spelled}`"),
        )
    };
    Some(
        reading
            .finding(&HINT.rule, failure.value_span, sentence)
            .label(label)
            .help(help)
            .edit(reading.place(failure.value_span), Writing::Raw(spelled)),
    )
}
