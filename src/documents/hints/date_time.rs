//! `date-time`: a date with a time, which no record needs.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::tree::ScalarForm;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "date-time", Error,
        fr: "la vie d'un territoire se date au jour, au mois ou à l'année",
        en: "events in the life of a territory are dated by day, month or year"),
    diagnose,
};

/// A quoted date with a time, or an unquoted one in YAML.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (day, rest) = failure.unquoted().split_at_checked("2024-11-30".len())?;
    let has_time = rest
        .strip_prefix(['T', ' '])
        .is_some_and(|time| time.starts_with(|first: char| first.is_ascii_digit()));
    let would_fit =
        has_time && PartialDate::parse(day).is_some() && failure.accepts(ScalarForm::Date, day);
    (failure.expected.is_some() && would_fit)
        .then(|| report(failure.reading, failure.value_span, failure.unquoted()))
}

/// Reports a date with a time, and proposes the day alone.
#[must_use]
pub fn report(reading: &Reading, span: Span, text: &str) -> Finding {
    let finding = reading
        .finding(
            &HINT.rule,
            span,
            say!(reading.language,
                fr: "l'heure ne se note pas ici",
                en: "a time of day is not recorded here"),
        )
        .label(say!(reading.language, fr: "jour et heure", en: "day and time"));
    let day = text
        .get(..10)
        .filter(|day| PartialDate::parse(day).is_some());
    match day {
        Some(day) => finding
            .help(say!(reading.language, fr: "garder le jour seul", en: "keep only the day"))
            .edit(reading.place(span), Writing::Raw(day.to_owned())),
        None => finding,
    }
}
