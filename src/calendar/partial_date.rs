//! A date known to the year, the month or the day.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::day::{Day, days_in};
use crate::language::Language;

/// A date as precise as it is known: a year, a month of a year, or a day.
///
/// The three forms are those of ISO 8601-2:2019 (EDTF), level 0. A partial date may mean any day
/// from [`first`](Self::first) to [`last`](Self::last).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// A year, 1000 to 9999: `2024`.
    Year(u16),
    /// A month of a year: `2024-11`.
    Month(u16, u8),
    /// A day: `2024-11-30`.
    Day(Day),
}

impl PartialDate {
    /// Parses a partial date: `2024`, `2024-11` or `2024-11-30`. Returns `None` for any other text,
    /// for a year before 1000, and for a day that no calendar has (`2023-02-29`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // `str::parse` would accept a sign (`+024`), and the slices below must fall on characters.
        if !text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
        {
            return None;
        }
        let year: u16 = text.get(..4)?.parse().ok().filter(|year| *year >= 1000)?;
        match text.as_bytes() {
            [_, _, _, _] => Some(Self::Year(year)),
            [_, _, _, _, b'-', _, _] => two_digits(text, 5)
                .filter(|month| days_in(year, *month) > 0)
                .map(|month| Self::Month(year, month)),
            [_, _, _, _, b'-', _, _, b'-', _, _] => {
                let (month, day) = (two_digits(text, 5)?, two_digits(text, 8)?);
                (day >= 1 && day <= days_in(year, month)).then_some(Self::Day(Day {
                    year,
                    month,
                    day,
                }))
            }
            _ => None,
        }
    }

    /// Returns the first day that the date may mean.
    #[must_use]
    pub fn first(self) -> Day {
        match self {
            Self::Year(year) => Day::first_of(year),
            Self::Month(year, month) => Day {
                year,
                month,
                day: 1,
            },
            Self::Day(day) => day,
        }
    }

    /// Returns the last day that the date may mean.
    #[must_use]
    pub fn last(self) -> Day {
        match self {
            Self::Year(year) => Day::last_of(year),
            Self::Month(year, month) => Day {
                year,
                month,
                day: days_in(year, month),
            },
            Self::Day(day) => day,
        }
    }

    /// Formats the date in a language: `1er mars 2024`, `mars 2024`, `2024`, or `1 March 2024`.
    #[must_use]
    pub fn format(self, language: Language) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{} {year}", language.month(month)),
            Self::Day(Day { year, month, day }) => {
                let first = if day == 1 && language == Language::French {
                    "er"
                } else {
                    ""
                };
                format!("{day}{first} {} {year}", language.month(month))
            }
        }
    }

    /// Returns whether the date is certainly more than a number of years before a day.
    #[must_use]
    pub fn is_older_than(self, years: u16, day: Day) -> bool {
        self.last().plus_years(years) < day
    }

    /// Returns the year of the date.
    #[must_use]
    pub fn year(self) -> u16 {
        self.first().year
    }
}

/// Parses the two digits at a byte offset.
fn two_digits(text: &str, offset: usize) -> Option<u8> {
    text.get(offset..offset + 2)?.parse().ok()
}

impl std::fmt::Display for PartialDate {
    /// Writes the form that [`parse`](PartialDate::parse) reads.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(out),
        }
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartialDateVisitor)
    }
}

/// A year may be written as a number, anything more precise is a text.
struct PartialDateVisitor;

impl Visitor<'_> for PartialDateVisitor {
    type Value = PartialDate;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a year, a month or a day")
    }

    fn visit_i64<E: Error>(self, year: i64) -> Result<PartialDate, E> {
        u16::try_from(year)
            .ok()
            .filter(|year| (1000..=9999).contains(year))
            .map(PartialDate::Year)
            .ok_or_else(|| E::custom("not a year"))
    }

    fn visit_u64<E: Error>(self, year: u64) -> Result<PartialDate, E> {
        self.visit_i64(i64::try_from(year).unwrap_or_default())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
        PartialDate::parse(text).ok_or_else(|| E::custom("not a year, a month or a day"))
    }
}
