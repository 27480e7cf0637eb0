//! `unquoted-month`: a month in TOML without quotes.

use super::fault::{Fault, Trouble};
use crate::calendar::When;
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::language::Both;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "unquoted-month",
        severity: Severity::Error,
        because: Both {
            fr: "TOML connaît les jours (`2024-11-30`) mais pas les mois : un mois est un texte",
            en: "TOML knows days (`2024-11-30`) but no months: a month is a text",
        },
        example: example!("documents", "unquoted-month"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let month = When::read(trouble.text()).filter(|when| matches!(when, When::Month(..)))?;
    if !trouble.breaks_toml() {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    Some(
        reading
            .finding(
                &FAULT.rule,
                trouble.value,
                say!(language, fr: "un mois se met entre guillemets", en: "a month stands in quotes"),
            )
            .label(say!(language, fr: "lu comme un jour incomplet", en: "read as an unfinished day"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(trouble.value), Writing::Text(month.to_string())),
    )
}
