//! `unquoted-month`: a month in TOML without quotes.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-month", Error,
        fr: "TOML connaît les jours (`2024-11-30`) mais pas les mois : un mois est un texte",
        en: "TOML knows days (`2024-11-30`) but no months: a month is a text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let month =
        PartialDate::parse(failure.text()).filter(|when| matches!(when, PartialDate::Month(..)))?;
    if !failure.breaks_toml() {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value,
                say!(language, fr: "un mois se met entre guillemets", en: "a month stands in \
                    quotes"),
            )
            .label(
                say!(language, fr: "lu comme un jour incomplet", en: "read as an unfinished day"),
            )
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(
                reading.place(failure.value),
                Writing::Text(month.to_string()),
            ),
    )
}
