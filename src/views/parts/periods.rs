//! Periods and dates as people say them.

use crate::calendar::{PartialDate, Period};
use crate::language::Language;
use crate::say;

/// A date as a record writes it, in words; `None` where there is none, or where it cannot be read.
#[must_use]
pub fn describe_date(written: Option<&str>, language: Language) -> Option<String> {
    let date = PartialDate::read(written?)?;
    Some(date.told(language))
}

/// A period as people say it: `depuis mai 2022`, `2019–2023`, `de février 2024 à 2026`.
#[must_use]
pub fn describe_period(period: &Period, language: Language) -> String {
    let ends = period.to.map(|to| {
        (
            if matches!(to, PartialDate::Day(_)) {
                "au "
            } else {
                "à "
            },
            to.told(language),
        )
    });
    match (period.from, ends) {
        (Some(from), None) => {
            let since = from.told(language);
            let the = if matches!(from, PartialDate::Day(_)) {
                "le "
            } else {
                ""
            };
            match period.seen.iter().max() {
                // A year stays beside its word, so that narrow columns do not pile them up.
                None if are_years(period) => {
                    say!(language, fr: "depuis\u{a0}{since}", en: "since\u{a0}{since}")
                }
                None => say!(language, fr: "depuis {the}{since}", en: "since {since}"),
                Some(seen) => say!(language,
                    fr: "depuis {the}{since}, vu en {seen}",
                    en: "since {since}, seen in {seen}"),
            }
        }
        (Some(from), Some((until, to))) if period.to != Some(from) && !are_years(period) => {
            let (of, from) = (of(from), from.told(language));
            say!(language, fr: "{of}{from} {until}{to}", en: "{from} to {to}")
        }
        (Some(from), Some(_)) if period.to == Some(from) => from.told(language),
        (None, Some((until, to))) => say!(language, fr: "jusqu'{until}{to}", en: "until {to}"),
        _ => period.to_string(),
    }
}

fn are_years(period: &Period) -> bool {
    [period.from, period.to]
        .into_iter()
        .flatten()
        .all(|when| matches!(when, PartialDate::Year(_)))
}

/// `de`, as French writes it before a moment: `d'avril`, `du 3 mai`, `de 2020`.
fn of(when: PartialDate) -> &'static str {
    match when {
        PartialDate::Month(_, 4 | 8 | 10) => "d'",
        PartialDate::Day(_) => "du ",
        _ => "de ",
    }
}

/// Periods as people say them, with commas.
#[must_use]
pub fn describe_periods<'p>(
    periods: impl IntoIterator<Item = &'p Period>,
    language: Language,
) -> String {
    let described = periods
        .into_iter()
        .map(|period| describe_period(period, language));
    described.collect::<Vec<_>>().join(", ")
}

/// Periods as records write them, with commas.
#[must_use]
pub fn periods<'p>(periods: impl IntoIterator<Item = &'p Period>) -> String {
    periods
        .into_iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Periods as records write them, with semicolons, for lines whose values may hold commas.
#[must_use]
pub fn periods_with_semicolons<'p>(periods: impl IntoIterator<Item = &'p Period>) -> String {
    let periods = periods.into_iter().map(ToString::to_string);
    periods.collect::<Vec<_>>().join(" ; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_as_people_say_them() {
        let told = |from: &str, to: &str, seen: &[u16], language| {
            let period = Period {
                from: PartialDate::read(from),
                to: PartialDate::read(to),
                seen: seen.to_vec(),
            };
            describe_period(&period, language)
        };
        let french = |from: &str, to: &str, seen: &[u16]| told(from, to, seen, Language::French);
        assert_eq!(french("2021-04", "2024", &[]), "d'avril 2021 à 2024");
        assert_eq!(french("2021", "2024", &[]), "2021–2024");
        assert_eq!(
            french("2021-03-01", "2024-05-31", &[]),
            "du 1er mars 2021 au 31 mai 2024"
        );
        assert_eq!(french("2021-03-01", "", &[]), "depuis le 1er mars 2021");
        assert_eq!(french("2021", "", &[2022]), "depuis 2021, vu en 2022");
        assert_eq!(french("", "2024-05-31", &[]), "jusqu'au 31 mai 2024");
        assert_eq!(french("2021-05", "2021-05", &[]), "mai 2021");
        assert_eq!(french("", "", &[2023, 2021]), "2021, 2023");
        assert_eq!(
            told("2021-04", "2024", &[], Language::English),
            "April 2021 to 2024"
        );
        assert_eq!(told("2022", "", &[], Language::English), "since\u{a0}2022");
    }
}
