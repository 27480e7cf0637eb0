//! `quoted-number`: a number between quotes, where it would be a text.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "quoted-number", Error,
        fr: "entre guillemets, un nombre est un texte, qui ne se compte pas",
        en: "between quotes a number is a text, which cannot be counted"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.bare();
    let plain = number(text).is_some_and(|found| found.plain == text);
    if failure.wanted.is_none() || text == failure.text() || !plain || !failure.wants_number(text) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value,
                say!(language,
                    fr: "un nombre s'écrit sans guillemets",
                    en: "a number is written without quotes"),
            )
            .label(say!(language, fr: "lu comme un texte", en: "read as a text"))
            .help(say!(language, fr: "les effacer", en: "delete them"))
            .edit(reading.place(failure.value), Writing::Raw(text.to_owned())),
    )
}
