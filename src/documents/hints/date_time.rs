//! `date-time`: an hour behind a day, which no record needs.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::{ScalarForm, Reading};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "date-time", Error,
        fr: "la vie d'un territoire se date au jour, au mois ou à l'année",
        en: "the life of a territory is dated to the day, the month or the year"),
    diagnose,
};

/// In YAML an hour is part of an unquoted value; in both it may be quoted.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (day, hour) = failure.bare().split_at_checked(10)?;
    let hour = hour
        .strip_prefix(['T', ' '])
        .filter(|hour| hour.starts_with(|first: char| first.is_ascii_digit()));
    let fits =
        PartialDate::parse(day).is_some() && hour.is_some() && failure.wants(ScalarForm::Date, day);
    (failure.wanted.is_some() && fits).then(|| report(failure.reading, failure.value))
}

/// Tells an hour, and proposes the day alone.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let written = reading.source.slice(span);
    let finding = reading
        .finding(
            &HINT.rule,
            span,
            say!(reading.language, fr: "une heure ne se note pas ici", en: "an hour has no place \
                here"),
        )
        .label(say!(reading.language, fr: "jour et heure", en: "day and hour"));
    let day = written
        .trim_start_matches(['"', '\''])
        .get(..10)
        .filter(|day| PartialDate::parse(day).is_some());
    match day {
        Some(day) => finding
            .help(say!(reading.language, fr: "garder le jour seul", en: "keep the day alone"))
            .edit(reading.place(span), Writing::Raw(day.to_owned())),
        None => finding,
    }
}
