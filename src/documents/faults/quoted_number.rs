//! `quoted-number`: a number between quotes, where it would be a text.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::spelling::number;
use crate::language::Both;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "quoted-number",
        severity: Severity::Error,
        because: Both {
            fr: "entre guillemets, un nombre est un texte, qui ne se compte pas",
            en: "between quotes a number is a text, which cannot be counted",
        },
        example: example!("documents", "quoted-number"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let text = trouble.bare();
    let plain = number(text).is_some_and(|found| found.plain == text);
    if trouble.wanted.is_none() || text == trouble.text() || !plain || !trouble.wants_number(text) {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    Some(
        reading
            .finding(
                &FAULT.rule,
                trouble.value,
                say!(language,
                    fr: "un nombre s'écrit sans guillemets",
                    en: "a number is written without quotes"),
            )
            .label(say!(language, fr: "lu comme un texte", en: "read as a text"))
            .help(say!(language, fr: "les effacer", en: "delete them"))
            .edit(reading.place(trouble.value), Writing::Raw(text.to_owned())),
    )
}
