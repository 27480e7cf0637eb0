//! A range of days, both ends included.

use super::{Day, PartialDate};

/// A stretch of days asked for, both ends included: a year, several, or one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl DateRange {
    /// The days that a When may mean.
    #[must_use]
    pub fn of(when: PartialDate) -> Self {
        Self {
            first: when.first(),
            last: when.last(),
        }
    }

    /// The range of a single day.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// From the first day of one year to the last of another.
    #[must_use]
    pub fn years(from: u16, to: u16) -> Self {
        Self {
            first: Day::first_of(from),
            last: Day::last_of(to),
        }
    }

    /// Whether every day of the range lies in another.
    #[must_use]
    pub fn is_within(self, outer: Self) -> bool {
        outer.first <= self.first && self.last <= outer.last
    }

    /// Whether the stretch shares a day with another.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl std::fmt::Display for DateRange {
    /// `2020`, `2016–2025`, `2020-12-31` or `2020-03-01–2020-04-30`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whole = self.first == Day::first_of(self.first.year)
            && self.last == Day::last_of(self.last.year);
        match (
            whole,
            self.first.year == self.last.year,
            self.first == self.last,
        ) {
            (true, true, _) => write!(out, "{}", self.first.year),
            (true, false, _) => write!(out, "{}–{}", self.first.year, self.last.year),
            (false, _, true) => write!(out, "{}", self.first),
            (false, _, false) => write!(out, "{}–{}", self.first, self.last),
        }
    }
}
