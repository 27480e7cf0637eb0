//! `french-date`: a date in the order of speech: day, month, year.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::ScalarForm;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::{when, written_when};
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "french-date", Error,
        fr: "de la plus grande unité à la plus petite, `2024-03-12`, les dates se trient et se \
            comparent",
        en: "from the largest unit to the smallest, `2024-03-12`, dates sort and compare"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = when(failure.bare())?;
    let fits = [ScalarForm::Text, ScalarForm::Date]
        .iter()
        .any(|form| failure.wants(*form, &found.to_string()));
    if failure.breaks_yaml() || !fits {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let (sentence, help) = match found {
        PartialDate::Month(..) => (
            say!(language, fr: "ce mois s'écrit année-mois", en: "this month is written year-month"),
            say!(language,
                fr: "l'année d'abord, puis le mois en chiffres",
                en: "the year first, then the month in digits"),
        ),
        _ => (
            say!(language,
                fr: "cette date s'écrit année-mois-jour",
                en: "this date is written year-month-day"),
            say!(language,
                fr: "l'année d'abord, puis le mois et le jour",
                en: "the year first, then the month and the day"),
        ),
    };
    Some(
        reading
            .finding(&HINT.rule, failure.value, sentence)
            .label(say!(language, fr: "dans l'ordre de la parole", en: "in the order of speech"))
            .help(help)
            .edit(
                reading.place(failure.value),
                Writing::Raw(written_when(found, reading.syntax)),
            ),
    )
}
