//! The period over which a record holds, as records state it.

use serde::Deserialize;

use super::date_range::DateRange;
use super::day::Day;
use super::partial_date::PartialDate;

/// The last year of the calendar, in which a period without an end is taken to end.
const LAST_YEAR: u16 = 9999;

/// The period over which a record holds: `from` and `to`, both included, and the years in which a
/// source attests it (`seen`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Period {
    /// First day, as precise as it is known.
    pub from: Option<PartialDate>,
    /// Last day, as precise as it is known; a day in the future is a planned end.
    pub to: Option<PartialDate>,
    /// Years in which a source attests it, in any order.
    pub seen: Vec<u16>,
}

impl Period {
    /// Returns whether the record states no date at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none() && self.seen.is_empty()
    }

    /// Returns the ranges of days over which the record holds.
    ///
    /// - `from` and `to`: from the first day that `from` may mean to the last that `to` may mean.
    /// - `from` alone: still in force, until the end of the calendar.
    /// - `from` and `seen`: until the end of the last year seen, since nothing attests more.
    /// - `to` and `seen`: from the beginning of the first year seen.
    /// - `to` alone: the days that `to` may mean.
    /// - `seen` alone: those years, and no year between them.
    #[must_use]
    pub fn ranges(&self) -> Vec<DateRange> {
        let first_seen = self.seen.iter().min().copied().map(Day::first_of);
        let last_seen = self.seen.iter().max().copied().map(Day::last_of);
        match (self.from, self.to) {
            (None, None) => self
                .seen
                .iter()
                .map(|year| DateRange::years(*year, *year))
                .collect(),
            (Some(from), to) => {
                let first = from.first();
                let last = match to {
                    Some(to) => to.last(),
                    None => last_seen.map_or(Day::last_of(LAST_YEAR), |day| day.max(first)),
                };
                vec![DateRange { first, last }]
            }
            (None, Some(to)) => {
                let last = to.last();
                let first = first_seen.map_or(to.first(), |day| day.min(last));
                vec![DateRange { first, last }]
            }
        }
    }

    /// Returns whether the record holds on some day of a range.
    #[must_use]
    pub fn overlaps(&self, range: DateRange) -> bool {
        self.ranges().iter().any(|own| own.overlaps(range))
    }

    /// Returns the last day on which the record holds. Returns `None` without a `to`: the last year
    /// seen is not an end.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.to.map(PartialDate::last)
    }
}

impl std::fmt::Display for Period {
    /// Writes `2019–2023`, `2021–`, `–2020`, `2021, 2023`, or nothing for an empty period; the last
    /// year seen in brackets behind an open one, `2021– (2023)`, since it is no end.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let last_seen = self.seen.iter().max();
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(out, "{from}"),
            (Some(from), Some(to)) => write!(out, "{from}–{to}"),
            (Some(from), None) => match last_seen {
                Some(year) => write!(out, "{from}– ({year})"),
                None => write!(out, "{from}–"),
            },
            (None, Some(to)) => write!(out, "–{to}"),
            (None, None) => {
                let mut years = self.seen.clone();
                years.sort_unstable();
                let years: Vec<String> = years.iter().map(u16::to_string).collect();
                out.write_str(&years.join(", "))
            }
        }
    }
}
