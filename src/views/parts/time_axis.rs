//! Positions of days on an axis of years.

use crate::calendar::{DateRange, Day, PartialDate};
use crate::views::view::TimelineSpan;

/// A day as a year and its part: 2020.0 is the first of January 2020, near enough.
///
/// Every month counts 30.5 days of 367, so that the last day of a year stays below the next year.
#[must_use]
pub fn day_position(day: Day) -> f64 {
    f64::from(day.year) + (f64::from(day.month - 1) * 30.5 + f64::from(day.day)) / 367.0
}

/// A partial date as a year and its part; a year alone is in the middle of it.
#[must_use]
pub fn date_position(date: PartialDate) -> f64 {
    match date {
        PartialDate::Year(year) => f64::from(year) + 0.5,
        date => day_position(date.first()),
    }
}

/// The band of a period up to the last day drawn; open if the period goes on beyond that day.
#[must_use]
pub fn span_until(period: DateRange, last: Day) -> TimelineSpan {
    TimelineSpan {
        from: day_position(period.first),
        to: day_position(period.last.min(last)),
        open: period.last > last,
    }
}
