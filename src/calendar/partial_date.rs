//! A date known to the year, the month or the day.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::day::{Day, days_in};
use crate::language::Language;

/// A point in time as precise as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2024`
    Year(u16),
    /// `"2024-11"`
    Month(u16, u8),
    /// `2024-11-30`
    Day(Day),
}

impl PartialDate {
    /// Reads `2024`, `2024-11` or `2024-11-30`; a day that no calendar has is nothing.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if !text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
        {
            return None;
        }
        let year: u16 = text.get(..4)?.parse().ok().filter(|year| *year >= 1000)?;
        let two = |from: usize| {
            text.get(from..from + 2)
                .and_then(|digits| digits.parse::<u8>().ok())
        };
        match text.len() {
            4 => Some(Self::Year(year)),
            7 if text.as_bytes()[4] == b'-' => two(5)
                .filter(|month| days_in(year, *month) > 0)
                .map(|month| Self::Month(year, month)),
            10 if text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' => {
                let (month, day) = (two(5)?, two(8)?);
                (day >= 1 && day <= days_in(year, month)).then_some(Self::Day(Day {
                    year,
                    month,
                    day,
                }))
            }
            _ => None,
        }
    }

    /// The first day it may mean.
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

    /// The last day it may mean.
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

    /// As people say it: `1er mars 2024`, `mars 2024`, `2024`, or `1 March 2024`.
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

    /// Whether the date is certainly more than a number of years before a day.
    #[must_use]
    pub fn is_older_than(self, years: u16, day: Day) -> bool {
        self.last().plus_years(years) < day
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.first().year
    }
}

impl std::fmt::Display for PartialDate {
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
        struct Written;
        impl Visitor<'_> for Written {
            type Value = PartialDate;
            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("a year, a month or a day")
            }
            fn visit_i64<E: Error>(self, year: i64) -> Result<PartialDate, E> {
                let year = u16::try_from(year)
                    .ok()
                    .filter(|year| (1000..=9999).contains(year));
                year.map(PartialDate::Year)
                    .ok_or_else(|| E::custom("not a year"))
            }
            fn visit_u64<E: Error>(self, year: u64) -> Result<PartialDate, E> {
                self.visit_i64(i64::try_from(year).unwrap_or_default())
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
                PartialDate::parse(text).ok_or_else(|| E::custom("not a year, a month or a day"))
            }
        }
        deserializer.deserialize_any(Written)
    }
}
