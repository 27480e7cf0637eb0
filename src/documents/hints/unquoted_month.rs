//! `unquoted-month`: a TOML month without quotes.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-month", Error,
        fr: "TOML connaît les jours (`2024-11-30`) mais pas les mois : un mois est un texte",
        en: "TOML has days (`2024-11-30`) but not months: a month is a text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let month = PartialDate::parse(failure.value_text())
        .filter(|when| matches!(when, PartialDate::Month(..)))?;
    if !failure.is_toml_error() {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value_span,
                say!(language,
                    fr: "un mois se met entre guillemets",
                    en: "a month is written in quotes"),
            )
            .label(say!(language,
                fr: "lu comme un jour incomplet",
                en: "read as an incomplete day"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(
                reading.place(failure.value_span),
                Writing::Text(month.to_string()),
            ),
    )
}
