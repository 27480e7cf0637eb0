//! The period in which something held, as records state it.

use serde::Deserialize;

use super::{DateRange, Day, PartialDate};

/// When something held: `from`, `to` (both inclusive) and the years in which a source shows it
/// (`seen`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Period {
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when; still to come means planned.
    pub to: Option<PartialDate>,
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
    /// `from` alone: still so. `seen` alone: those years only. `from` with `seen` and no `to`:
    /// until the last
    /// year seen. `to` without `from`: from the first year seen, else only at `to` itself.
    #[must_use]
    pub fn ranges(&self) -> Vec<DateRange> {
        let seen = (
            self.seen.iter().min().copied(),
            self.seen.iter().max().copied(),
        );
        let first = self.from.map(PartialDate::first);
        let last = self.to.map(PartialDate::last);
        match (first, last, seen) {
            (None, None, _) => self
                .seen
                .iter()
                .map(|year| DateRange::years(*year, *year))
                .collect(),
            (Some(first), Some(last), _) => vec![DateRange { first, last }],
            (Some(first), None, (_, Some(year))) => {
                vec![DateRange {
                    first,
                    last: Day::last_of(year).max(first),
                }]
            }
            (Some(first), None, _) => vec![DateRange {
                first,
                last: Day::last_of(9999),
            }],
            (None, Some(last), (Some(year), _)) => {
                vec![DateRange {
                    first: Day::first_of(year).min(last),
                    last,
                }]
            }
            (None, Some(last), _) => {
                vec![DateRange {
                    first: self.to.map_or(last, PartialDate::first),
                    last,
                }]
            }
        }
    }

    /// Whether it held on some day of a stretch.
    #[must_use]
    pub fn overlaps(&self, asked: DateRange) -> bool {
        self.ranges().iter().any(|stretch| stretch.overlaps(asked))
    }

    /// The last day on which it held, where an end is known; a year only seen is no end.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.to.map(PartialDate::last)
    }
}

impl std::fmt::Display for Period {
    /// `2019–2023`, `2021–`, `–2020`, `2021, 2023`, or nothing.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let last_seen = self.seen.iter().max().map(|year| PartialDate::Year(*year));
        match (self.from, self.to.or(self.from.and(last_seen))) {
            (Some(from), Some(to)) if from == to => write!(out, "{from}"),
            (Some(from), Some(to)) => write!(out, "{from}–{to}"),
            (Some(from), None) => write!(out, "{from}–"),
            (None, Some(to)) => write!(out, "–{to}"),
            (None, None) => {
                let mut years = self.seen.clone();
                years.sort_unstable();
                out.write_str(
                    &years
                        .iter()
                        .map(u16::to_string)
                        .collect::<Vec<_>>()
                        .join(", "),
                )
            }
        }
    }
}
