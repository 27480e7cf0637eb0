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
        (Some(from), Some(to)) => {
            let (of, from) = (of(from), from.format(language));
            let (until, to) = (until(to), to.format(language));
            say!(language, fr: "{of}{from} {until}{to}", en: "{from} to {to}")
        }
        (None, Some(to)) => {
            let (until, to) = (until(to), to.format(language));
            say!(language, fr: "jusqu'{until}{to}", en: "until {to}")
        }
        (None, None) => period.to_string(),
    }
}

/// A period without an end, with the last year in which somebody saw it go on.
fn describe_open_period(period: &Period, from: PartialDate, language: Language) -> String {
    let the = match from {
        PartialDate::Day(_) => "le ",
        _ => "",
    };
    let since = from.format(language);
    match period.seen.iter().max() {
        // A no-break space, so that narrow columns do not put the year below its word.
        None if are_years(period) => {
            say!(language, fr: "depuis\u{a0}{since}", en: "since\u{a0}{since}")
        }
        None => say!(language, fr: "depuis {the}{since}", en: "since {since}"),
        Some(seen) => say!(language,
            fr: "depuis {the}{since}, vu en {seen}",
            en: "since {since}, seen in {seen}"),
    }
}

fn are_years(period: &Period) -> bool {
    [period.from, period.to]
        .into_iter()
        .flatten()
        .all(|date| matches!(date, PartialDate::Year(_)))
}

/// The French preposition before the first date of a period: `d'avril`, `du 3 mai`, `de 2020`.
fn of(date: PartialDate) -> &'static str {
    match date {
        PartialDate::Month(_, 4 | 8 | 10) => "d'",
        PartialDate::Day(_) => "du ",
        _ => "de ",
    }
}

/// The French preposition before the last date of a period: `au 3 mai`, `à 2020`.
fn until(date: PartialDate) -> &'static str {
    match date {
        PartialDate::Day(_) => "au ",
        _ => "à ",
    }
}
