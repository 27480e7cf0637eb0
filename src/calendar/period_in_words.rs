//! A period in words, with the prepositions that its dates need.

use super::partial_date::PartialDate;
use super::period::Period;
use crate::language::Language;
use crate::say;

/// A period as people say it: `depuis mai 2022`, `2019–2023`, `de février 2024 à 2026`.
#[must_use]
pub fn describe_period(period: &Period, language: Language) -> String {
    match (period.from, period.to) {
        (Some(from), None) => describe_open_period(period, from, language),
        (Some(from), Some(to)) if from == to => from.format(language),
        (Some(_), Some(_)) if are_years(period) => period.to_string(),
        (Some(from), Some(to)) => from.to(to, language),
        (None, Some(to)) => to.until(language),
        (None, None) => period.to_string(),
    }
}

/// A period without an end, with the last year in which somebody saw it go on.
fn describe_open_period(period: &Period, from: PartialDate, language: Language) -> String {
    match period.seen.iter().max() {
        // A no-break space, so that narrow columns do not put the year below its word.
        None if are_years(period) => from.since(language).replace(' ', "\u{a0}"),
        None => from.since(language),
        Some(seen) => {
            let since = from.since(language);
            say!(language, fr: "{since}, vu en {seen}", en: "{since}, seen in {seen}")
        }
    }
}

fn are_years(period: &Period) -> bool {
    [period.from, period.to]
        .into_iter()
        .flatten()
        .all(|date| matches!(date, PartialDate::Year(_)))
}
