//! `impossible-date`: a day or a month that no calendar has.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::date;
use crate::documents::tree::ScalarForm;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "impossible-date", Error,
        fr: "une date qui n'existe pas cache une faute de frappe que personne d'autre ne peut \
            corriger",
        en: "a date that does not exist hides a typing error that nobody else can correct"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.unquoted();
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    if !looks_like_date(text, &parts)
        || date(text).is_some()
        || failure.is_yaml_error()
        || !failure.accepts(ScalarForm::Date, "2024-01-01")
    {
        return None;
    }
    let language = failure.reading.language;
    let (sentence, help) = if parts.len() == 2 {
        (
            say!(language, fr: "ce mois n'existe pas", en: "this month does not exist"),
            say!(language,
                fr: "vérifier le mois\u{a0}: de 01 à 12",
                en: "check the month: 01 to 12"),
        )
    } else {
        (
            say!(language,
                fr: "ce jour n'existe pas dans le calendrier",
                en: "this day does not exist in the calendar"),
            say!(language, fr: "vérifier le jour et le mois", en: "check the day and the month"),
        )
    };
    Some(
        failure
            .reading
            .finding(&HINT.rule, failure.value_span, sentence)
            .help(help),
    )
}

/// Whether a text is one year of four digits with a month, or with a month and a day, whatever
/// their values.
fn looks_like_date(text: &str, parts: &[&str]) -> bool {
    let is_month = matches!(parts, [first, _] if first.len() == 4) && text.contains('-');
    (parts.len() == 3 || is_month)
        && parts.iter().filter(|part| part.len() == 4).count() == 1
        && parts.iter().all(|part| {
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
}
