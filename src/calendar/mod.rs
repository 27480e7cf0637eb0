//! Dates as records state them, in the proleptic Gregorian calendar.
//!
//! A [`Day`] is exact. A [`PartialDate`] is known to the year, the month or the day, an idea of the
//! Extended Date/Time Format (EDTF, ISO 8601-2:2019, level 0). A [`DateRange`] is the days from one
//! day to another, both included. A [`Period`] is the `from`, `to` and `seen` of a record.
//!
//! All arithmetic on days belongs here. There are no time zones: a day is a day of the network.

mod date_range;
mod day;
mod partial_date;
mod period;
mod period_in_words;
mod phrases;

pub use date_range::DateRange;
pub use day::Day;
pub use partial_date::PartialDate;
pub use period::Period;
pub use period_in_words::describe_period;
