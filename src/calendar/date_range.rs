//! A range of days, both ends included.

use super::day::Day;
use super::partial_date::PartialDate;

/// A range of days, both ends included: one day, a year, several years, or any other span.
///
/// `first` is never after `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// First day, included.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
}

impl From<PartialDate> for DateRange {
    /// The days that a partial date may mean.
    fn from(date: PartialDate) -> Self {
        Self {
            first: date.first(),
            last: date.last(),
        }
    }
}

impl DateRange {
    /// Returns the range of a single day.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// Returns whether every day of the range is in another.
    #[must_use]
    pub fn is_within(self, outer: Self) -> bool {
        outer.first <= self.first && self.last <= outer.last
    }

    /// Returns the days from 1 January of one year to 31 December of another.
    #[must_use]
    pub fn years(from: u16, to: u16) -> Self {
        Self {
            first: Day::first_of(from),
            last: Day::last_of(to),
        }
    }

    /// Returns whether two ranges have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl std::fmt::Display for DateRange {
    /// Writes the shortest exact form: `2020`, `2016–2025`, `2020-12-31` or
    /// `2020-03-01–2020-04-30`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let is_whole_years = self.first == Day::first_of(self.first.year)
            && self.last == Day::last_of(self.last.year);
        match (
            is_whole_years,
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
