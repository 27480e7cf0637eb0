//! When things were: a day, a When as people write it, a Period, and the stretch of days asked for.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use crate::language::Language;

/// One day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// First day of a year.
    #[must_use]
    pub fn first_of(year: u16) -> Self {
        Self { year, month: 1, day: 1 }
    }

    /// Last day of a year.
    #[must_use]
    pub fn last_of(year: u16) -> Self {
        Self { year, month: 12, day: 31 }
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.day < days_in(self.year, self.month) {
            Self { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Self { month: self.month + 1, day: 1, ..self }
        } else {
            Self::first_of(self.year + 1)
        }
    }

    /// The day that is so many days after 1970-01-01 in UTC, within the years 1 to 9999.
    ///
    /// Source: the civil-from-days algorithm of the proleptic Gregorian calendar (H. Hinnant, 2013).
    #[must_use]
    pub fn from_epoch_days(days: i64) -> Option<Self> {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let day =
            Self { year: year.try_into().ok()?, month: month.try_into().ok()?, day: day.try_into().ok()? };
        (1..=9999).contains(&day.year).then_some(day)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has; 0 for a month that does not exist.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A point in time as precise as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// `2024`
    Year(u16),
    /// `"2024-11"`
    Month(u16, u8),
    /// `2024-11-30`
    Day(Day),
}

impl When {
    /// Reads `2024`, `2024-11` or `2024-11-30`; a day that no calendar has is nothing.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let year: u16 = text.get(..4)?.parse().ok().filter(|year| *year >= 1000)?;
        let two = |from: usize| text.get(from..from + 2).and_then(|digits| digits.parse::<u8>().ok());
        match text.len() {
            4 => Some(Self::Year(year)),
            7 if text.as_bytes()[4] == b'-' => {
                two(5).filter(|month| days_in(year, *month) > 0).map(|month| Self::Month(year, month))
            }
            10 if text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' => {
                let (month, day) = (two(5)?, two(8)?);
                (day >= 1 && day <= days_in(year, month)).then_some(Self::Day(Day { year, month, day }))
            }
            _ => None,
        }
    }

    /// The first day it may mean.
    #[must_use]
    pub fn first(self) -> Day {
        match self {
            Self::Year(year) => Day::first_of(year),
            Self::Month(year, month) => Day { year, month, day: 1 },
            Self::Day(day) => day,
        }
    }

    /// The last day it may mean.
    #[must_use]
    pub fn last(self) -> Day {
        match self {
            Self::Year(year) => Day::last_of(year),
            Self::Month(year, month) => Day { year, month, day: days_in(year, month) },
            Self::Day(day) => day,
        }
    }

    /// As people say it: `1er mars 2024`, `mars 2024`, `2024`, or `1 March 2024`.
    #[must_use]
    pub fn told(self, language: Language) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{} {year}", language.month(month)),
            Self::Day(Day { year, month, day }) => {
                let first = if day == 1 && language == Language::French { "er" } else { "" };
                format!("{day}{first} {} {year}", language.month(month))
            }
        }
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.first().year
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(out),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = When;
            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("a year, a month or a day")
            }
            fn visit_i64<E: Error>(self, year: i64) -> Result<When, E> {
                let year = u16::try_from(year).ok().filter(|year| (1000..=9999).contains(year));
                year.map(When::Year).ok_or_else(|| E::custom("not a year"))
            }
            fn visit_u64<E: Error>(self, year: u64) -> Result<When, E> {
                self.visit_i64(i64::try_from(year).unwrap_or_default())
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<When, E> {
                When::read(text).ok_or_else(|| E::custom("not a year, a month or a day"))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// A stretch of days asked for, both ends included: a year, several, or one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Stretch {
    /// The days that a When may mean.
    #[must_use]
    pub fn of(when: When) -> Self {
        Self { first: when.first(), last: when.last() }
    }

    /// From the first day of one year to the last of another.
    #[must_use]
    pub fn years(from: u16, to: u16) -> Self {
        Self { first: Day::first_of(from), last: Day::last_of(to) }
    }

    /// Whether the stretch shares a day with another.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl std::fmt::Display for Stretch {
    /// `2020`, `2016–2025`, `2020-12-31` or `2020-03-01–2020-04-30`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whole = self.first == Day::first_of(self.first.year) && self.last == Day::last_of(self.last.year);
        match (whole, self.first.year == self.last.year, self.first == self.last) {
            (true, true, _) => write!(out, "{}", self.first.year),
            (true, false, _) => write!(out, "{}–{}", self.first.year, self.last.year),
            (false, _, true) => write!(out, "{}", self.first),
            (false, _, false) => write!(out, "{}–{}", self.first, self.last),
        }
    }
}

/// When something held: `from`, `to` (both inclusive) and the years in which a source shows it (`seen`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Period {
    /// Since when.
    pub from: Option<When>,
    /// Until when; still to come means planned.
    pub to: Option<When>,
    /// Years in which a source shows it.
    pub seen: Vec<u16>,
}

impl Period {
    /// Whether nothing is said at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none() && self.seen.is_empty()
    }

    /// The stretches of days in which it held.
    ///
    /// `from` alone: still so. `seen` alone: those years only. `from` with `seen` and no `to`: until the last
    /// year seen. `to` without `from`: from the first year seen, else only at `to` itself.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let seen = (self.seen.iter().min().copied(), self.seen.iter().max().copied());
        let first = self.from.map(When::first);
        let last = self.to.map(When::last);
        match (first, last, seen) {
            (None, None, _) => self.seen.iter().map(|year| Stretch::years(*year, *year)).collect(),
            (Some(first), Some(last), _) => vec![Stretch { first, last }],
            (Some(first), None, (_, Some(year))) => {
                vec![Stretch { first, last: Day::last_of(year).max(first) }]
            }
            (Some(first), None, _) => vec![Stretch { first, last: Day::last_of(9999) }],
            (None, Some(last), (Some(year), _)) => {
                vec![Stretch { first: Day::first_of(year).min(last), last }]
            }
            (None, Some(last), _) => vec![Stretch { first: self.to.map_or(last, When::first), last }],
        }
    }

    /// Whether it held on some day of a stretch.
    #[must_use]
    pub fn meets(&self, asked: Stretch) -> bool {
        self.stretches().iter().any(|stretch| stretch.meets(asked))
    }

    /// The last day on which it held, where an end is known; a year only seen is no end.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.to.map(When::last)
    }
}

impl std::fmt::Display for Period {
    /// `2019–2023`, `2021–`, `–2020`, `2021, 2023`, or nothing.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let last_seen = self.seen.iter().max().map(|year| When::Year(*year));
        match (self.from, self.to.or(self.from.and(last_seen))) {
            (Some(from), Some(to)) if from == to => write!(out, "{from}"),
            (Some(from), Some(to)) => write!(out, "{from}–{to}"),
            (Some(from), None) => write!(out, "{from}–"),
            (None, Some(to)) => write!(out, "–{to}"),
            (None, None) => {
                let mut years = self.seen.clone();
                years.sort_unstable();
                out.write_str(&years.iter().map(u16::to_string).collect::<Vec<_>>().join(", "))
            }
        }
    }
}
