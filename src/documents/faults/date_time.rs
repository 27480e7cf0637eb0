//! `date-time`: an hour behind a day, which no record needs.

use super::fault::Fault;
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::Reading;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "date-time",
        severity: Severity::Error,
        because: Both {
            fr: "la vie d'un territoire se date au jour, au mois ou à l'année",
            en: "the life of a territory is dated to the day, the month or the year",
        },
        example: example!("documents", "date-time"),
    },
    recognise: |_| None,
};

/// Tells an hour, and proposes the day alone.
#[must_use]
pub fn tell(reading: &Reading, span: Span) -> Finding {
    let written = reading.source.slice(span);
    let finding = reading
        .finding(
            &FAULT.rule,
            span,
            say!(reading.language, fr: "une heure ne se note pas ici", en: "an hour has no place here"),
        )
        .label(say!(reading.language, fr: "jour et heure", en: "day and hour"));
    match written.get(..10).filter(|day| crate::calendar::When::read(day).is_some()) {
        Some(day) => finding
            .help(say!(reading.language, fr: "garder le jour seul", en: "keep the day alone"))
            .edit(reading.place(span), Writing::Raw(day.to_owned())),
        None => finding,
    }
}
