//! Dates as people know them: days, partial dates, ranges, periods; the one place of day arithmetic.

mod date_range;
mod day;
mod partial_date;
mod period;

pub use date_range::DateRange;
pub use day::Day;
pub use partial_date::PartialDate;
pub use period::Period;
