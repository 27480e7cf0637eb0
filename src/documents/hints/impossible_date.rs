//! `impossible-date`: a day or a month that no calendar has.

use crate::diagnostic::Finding;
use crate::documents::ScalarForm;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::when;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "impossible-date", Error,
        fr: "une date qui n'existe pas cache une faute de frappe que personne d'autre ne peut \
            corriger",
        en: "a date that does not exist hides a slip that nobody else can mend"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.bare();
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let digits = parts.iter().all(|part| {
        (1..=4).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit())
    });
    let long = parts.iter().filter(|part| part.len() == 4).count() == 1;
    let dashed = parts.len() == 3 || parts.len() == 2 && parts[0].len() == 4 && text.contains('-');
    if !(digits && long && dashed)
        || when(text).is_some()
        || failure.breaks_yaml()
        || !failure.wants(ScalarForm::Date, "2024-01-01")
    {
        return None;
    }
    let language = failure.reading.language;
    let (sentence, help) = if parts.len() == 2 {
        (
            say!(language, fr: "ce mois n'existe pas", en: "there is no such month"),
            say!(language, fr: "vérifier le mois : de 01 à 12", en: "look up the month: 01 to 12"),
        )
    } else {
        (
            say!(language,
                fr: "ce jour n'existe pas au calendrier",
                en: "there is no such day in the calendar"),
            say!(language, fr: "vérifier le jour et le mois", en: "look up the day and the month"),
        )
    };
    Some(
        failure
            .reading
            .finding(&HINT.rule, failure.value, sentence)
            .help(help),
    )
}
