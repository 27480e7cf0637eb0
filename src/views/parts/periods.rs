//! Periods and dates as people say them.

pub use crate::calendar::describe_period;
use crate::calendar::{PartialDate, Period};
use crate::language::Language;
use crate::network::DynamicRecord;
use crate::views::parts::certainty::with_inference;

/// A date as a record writes it, in words; `None` where there is none, or where it cannot be read.
#[must_use]
pub fn describe_date(written: Option<&str>, language: Language) -> Option<String> {
    let date = PartialDate::parse(written?)?;
    Some(date.format(language))
}

/// The period of a dynamic as people say it, marked where the writer of the record inferred a date.
#[must_use]
pub fn period_of_dynamic(dynamic: &DynamicRecord, language: Language) -> String {
    let words = describe_period(&dynamic.body.period(), language);
    with_inference(words, infers_a_date(dynamic), language)
}

/// Whether the writer of a dynamic's record inferred one of its dates.
#[must_use]
pub fn infers_a_date(dynamic: &DynamicRecord) -> bool {
    let mut dates = ["from", "to", "seen"].iter();
    dates.any(|key| dynamic.common.infers(key))
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

    fn described(from: &str, to: &str, seen: &[u16], language: Language) -> String {
        let period = Period {
            from: PartialDate::parse(from),
            to: PartialDate::parse(to),
            seen: seen.to_vec(),
        };
        describe_period(&period, language)
    }

    #[test]
    fn periods_are_described_as_people_say_them() {
        for (from, to, expected) in [
            ("2021-04", "2024", "d'avril 2021 à 2024"),
            ("2021", "2024", "2021–2024"),
            (
                "2021-03-01",
                "2024-05-31",
                "du 1er mars 2021 au 31 mai 2024",
            ),
            ("2021-03-01", "", "depuis le 1er mars 2021"),
            ("", "2024-05-31", "jusqu'au 31 mai 2024"),
            ("", "2024", "jusqu'en 2024"),
            ("", "2024-05", "jusqu'en mai 2024"),
            ("2021-05", "2021-05", "mai 2021"),
        ] {
            assert_eq!(described(from, to, &[], Language::French), expected);
        }
        for (from, to, expected) in [
            ("2021-04", "2024", "April 2021 to 2024"),
            ("2022", "", "since\u{a0}2022"),
        ] {
            assert_eq!(described(from, to, &[], Language::English), expected);
        }
    }

    #[test]
    fn years_in_which_somebody_saw_it_are_described() {
        let seen_once = described("2021", "", &[2022], Language::French);
        assert_eq!(seen_once, "depuis 2021, vu en 2022");
        let only_seen = described("", "", &[2023, 2021], Language::French);
        assert_eq!(only_seen, "2021, 2023");
    }
}
