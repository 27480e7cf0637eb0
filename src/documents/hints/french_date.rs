//! `french-date`: a date in the order day, month, year.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::{date, date_in_syntax};
use crate::documents::tree::ScalarForm;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "french-date", Error,
        fr: "de la plus grande unité à la plus petite, comme `2024-03-12`, les dates se trient et \
            se comparent",
        en: "with the largest unit first, `2024-03-12`, dates can be sorted and compared"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = date(failure.unquoted())?;
    let would_fit = [ScalarForm::Text, ScalarForm::Date]
        .iter()
        .any(|form| failure.accepts(*form, &found.to_string()));
    if failure.is_yaml_error() || !would_fit {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let (sentence, help) = match found {
        PartialDate::Month(..) => (
            say!(language,
                fr: "un mois s'écrit année-mois",
                en: "a month is written as year-month"),
            say!(language,
                fr: "écrire l'année d'abord, puis le mois en chiffres",
                en: "write the year first, then the month in digits"),
        ),
        _ => (
            say!(language,
                fr: "une date s'écrit année-mois-jour",
                en: "a date is written as year-month-day"),
            say!(language,
                fr: "écrire l'année d'abord, puis le mois et le jour",
                en: "write the year first, then the month and the day"),
        ),
    };
    Some(
        reading
            .finding(&HINT.rule, failure.value_span, sentence)
            .label(say!(language, fr: "dans l'ordre parlé", en: "in the spoken order"))
            .help(help)
            .edit(
                reading.place(failure.value_span),
                Writing::Raw(if lists_years(failure) {
                    found.to_string().chars().take(4).collect()
                } else {
                    date_in_syntax(found, reading.syntax)
                }),
            ),
    )
}

/// Whether the line lists years alone: of a syntax error, only its key tells.
fn lists_years(failure: &ParseFailure) -> bool {
    let tokens = failure.tokens();
    failure.expected.is_none()
        && tokens
            .first()
            .is_some_and(|key| failure.slice(key.span) == "seen")
}
