//! `date-time`: an hour behind a day, which no record needs.

use super::fault::{Fault, Trouble};
use crate::calendar::When;
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::{Form, Reading};
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
    recognise,
};

/// In YAML an hour is part of an unquoted value; in both it may be quoted.
fn recognise(trouble: &Trouble) -> Option<Finding> {
    let (day, hour) = trouble.bare().split_at_checked(10)?;
    let hour =
        hour.strip_prefix(['T', ' ']).filter(|hour| hour.starts_with(|first: char| first.is_ascii_digit()));
    let fits = When::read(day).is_some() && hour.is_some() && trouble.wants(Form::Date, day);
    (trouble.wanted.is_some() && fits).then(|| tell(trouble.reading, trouble.value))
}

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
    let day = written.trim_start_matches(['"', '\'']).get(..10).filter(|day| When::read(day).is_some());
    match day {
        Some(day) => finding
            .help(say!(reading.language, fr: "garder le jour seul", en: "keep the day alone"))
            .edit(reading.place(span), Writing::Raw(day.to_owned())),
        None => finding,
    }
}
