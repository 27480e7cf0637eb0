//! Counts day after day, for the comparison with published figures.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Day};
use crate::network::counting::figures::{CountFilter, CountableFigure};
use crate::network::network::Network;
use crate::records::{Figure, Precision, ThemeId};

/// A count, day after day: on which days it changes, and its value from each of them on.
pub struct DailyCounts(Vec<(Day, u64)>);

impl DailyCounts {
    /// The counts of a figure.
    #[must_use]
    pub fn of(network: &Network, figure: &CountableFigure) -> Self {
        let presences = (figure.presences)(network, CountFilter::default());
        let ranges = presences.into_iter().map(|presence| presence.stretches);
        Self::count(ranges.collect())
    }

    /// The counts of the dynamics that count, by theme.
    #[must_use]
    pub fn by_theme(network: &Network) -> BTreeMap<&ThemeId, Self> {
        let mut themes: BTreeMap<&ThemeId, Vec<Vec<DateRange>>> = BTreeMap::new();
        for dynamic in network.dynamics_that_count() {
            if let Some(theme) = &dynamic.body.theme {
                let ranges = dynamic.body.period().ranges();
                themes.entry(theme).or_default().push(ranges);
            }
        }
        themes
            .into_iter()
            .map(|(theme, presences)| (theme, Self::count(presences)))
            .collect()
    }

    /// Counts by walking once along all beginnings and ends, sorted by day.
    fn count(presences: Vec<Vec<DateRange>>) -> Self {
        let (mut beginnings, mut ends) = (Vec::new(), Vec::new());
        for range in presences.into_iter().flat_map(disjoint) {
            beginnings.push(range.first);
            ends.push(range.last);
        }
        beginnings.sort_unstable();
        ends.sort_unstable();
        let days_after = ends.iter().map(|day| day.next());
        let mut days: Vec<Day> = beginnings.iter().copied().chain(days_after).collect();
        days.sort_unstable();
        days.dedup();
        let counts = days.into_iter().map(|day| {
            let begun = beginnings.partition_point(|beginning| *beginning <= day);
            let ended = ends.partition_point(|end| *end < day);
            (day, (begun - ended) as u64)
        });
        Self(counts.collect())
    }

    /// The lowest and the highest count on any day of a range.
    #[must_use]
    pub fn lowest_and_highest(&self, asked: DateRange) -> (u64, u64) {
        let begun = self.0.partition_point(|(day, _)| *day <= asked.first);
        let on_first_day = begun
            .checked_sub(1)
            .and_then(|position| self.0.get(position))
            .map_or(0, |(_, count)| *count);
        self.0
            .iter()
            .skip(begun)
            .take_while(|(day, _)| *day <= asked.last)
            .fold((on_first_day, on_first_day), |(low, high), (_, count)| {
                (low.min(*count), high.max(*count))
            })
    }
}

/// The days of some ranges as ranges that do not overlap, so that each day counts once; a range
/// that ends before it begins has no days.
fn disjoint(mut ranges: Vec<DateRange>) -> Vec<DateRange> {
    ranges.retain(|range| range.first <= range.last);
    ranges.sort_unstable_by_key(|range| (range.first, range.last));
    let mut merged: Vec<DateRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.first <= last.last => last.last = last.last.max(range.last),
            _ => merged.push(range),
        }
    }
    merged
}

/// A published figure beside the count of the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The published value.
    pub published: f64,
    /// The precision that it claims.
    pub precision: Precision,
    /// The lowest and the highest count of the records on any day that it may be about.
    pub recorded: (u64, u64),
}

impl Comparison {
    /// The distance of the records from the published value, negative where they are below; 0 if
    /// their count is the same on some day.
    #[must_use]
    pub fn gap(&self) -> f64 {
        let (low, high) = (as_number(self.recorded.0), as_number(self.recorded.1));
        (low - self.published).max(0.0) - (self.published - high).max(0.0)
    }

    /// Whether the records have more than was published.
    #[must_use]
    pub fn is_above(&self) -> bool {
        let is_bound = matches!(self.precision, Precision::Exact | Precision::AtMost);
        is_bound && as_number(self.recorded.0) > self.published
    }

    /// Whether the records have less than was published.
    #[must_use]
    pub fn is_below(&self) -> bool {
        let is_bound = matches!(self.precision, Precision::Exact | Precision::AtLeast);
        is_bound && as_number(self.recorded.1) < self.published
    }
}

/// A count as a number to compute with; no network has four thousand million of anything.
fn as_number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Compares a published figure with the counts of the records on every day that it may be about.
#[must_use]
pub fn compare(figure: &Figure, asked: DateRange, counts: Option<&DailyCounts>) -> Comparison {
    Comparison {
        published: figure.value,
        precision: figure.is,
        recorded: counts.map_or((0, 0), |counts| counts.lowest_and_highest(asked)),
    }
}
