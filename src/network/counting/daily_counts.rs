//! How many there were day after day, and how a published figure compares with that.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Day};
use crate::network::Network;
use crate::network::counting::figures::{CountFilter, CountableFigure};
use crate::records::{Figure, Precision, ThemeId};

/// How many of something there were, day after day.
pub struct DailyCounts(Vec<(Day, u64)>);

impl DailyCounts {
    /// The tally of a figure.
    #[must_use]
    pub fn of(network: &Network, figure: &CountableFigure) -> Self {
        Self::count(
            (figure.presences)(network, CountFilter::default())
                .into_iter()
                .map(|there| there.stretches)
                .collect(),
        )
    }

    /// The tallies of the dynamics that count, by theme.
    #[must_use]
    pub fn by_theme(network: &Network) -> BTreeMap<&ThemeId, Self> {
        let mut themes: BTreeMap<&ThemeId, Vec<Vec<DateRange>>> = BTreeMap::new();
        for dynamic in network.dynamics_that_count() {
            if let Some(theme) = &dynamic.body.theme {
                themes
                    .entry(theme)
                    .or_default()
                    .push(dynamic.body.period().stretches());
            }
        }
        themes
            .into_iter()
            .map(|(theme, presences)| (theme, Self::count(presences)))
            .collect()
    }

    /// Walks once along all comings and goings, sorted by day.
    fn count(presences: Vec<Vec<DateRange>>) -> Self {
        let (mut comings, mut goings) = (Vec::new(), Vec::new());
        for stretch in presences.into_iter().flat_map(apart) {
            comings.push(stretch.first);
            goings.push(stretch.last);
        }
        comings.sort_unstable();
        goings.sort_unstable();
        let mut days: Vec<Day> = comings
            .iter()
            .copied()
            .chain(goings.iter().map(|day| day.next()))
            .collect();
        days.sort_unstable();
        days.dedup();
        let on = |day: Day| {
            let come = comings.partition_point(|coming| *coming <= day);
            (
                day,
                (come - goings.partition_point(|going| *going < day)) as u64,
            )
        };
        Self(days.into_iter().map(on).collect())
    }

    /// The lowest and the highest number on any day of a stretch.
    #[must_use]
    pub fn lowest_and_highest(&self, asked: DateRange) -> (u64, u64) {
        let begun = self.0.partition_point(|(day, _)| *day <= asked.first);
        let at_first = begun.checked_sub(1).map_or(0, |place| self.0[place].1);
        let inside = self.0[begun..]
            .iter()
            .take_while(|(day, _)| *day <= asked.last);
        inside.fold((at_first, at_first), |(low, high), (_, count)| {
            (low.min(*count), high.max(*count))
        })
    }
}

/// The same days in stretches that do not meet, so that each day counts once; one that ends before
/// it begins has none.
fn apart(mut stretches: Vec<DateRange>) -> Vec<DateRange> {
    stretches.retain(|stretch| stretch.first <= stretch.last);
    stretches.sort_unstable_by_key(|stretch| (stretch.first, stretch.last));
    let mut merged: Vec<DateRange> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if stretch.first <= last.last => last.last = last.last.max(stretch.last),
            _ => merged.push(stretch),
        }
    }
    merged
}

/// A published figure beside what the records give.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What was published.
    pub published: f64,
    /// How exact it claims to be.
    pub precision: Precision,
    /// The lowest and the highest number that the records give on any day that it may speak of.
    pub recorded: (u64, u64),
}

impl Comparison {
    /// How far the records are from what was published: nothing where a day of theirs gives the
    /// same number.
    #[must_use]
    pub fn gap(&self) -> f64 {
        let (low, high) = (as_number(self.recorded.0), as_number(self.recorded.1));
        (low - self.published).max(0.0) - (self.published - high).max(0.0)
    }

    /// Whether the records say more than what was published.
    #[must_use]
    pub fn is_above(&self) -> bool {
        let exact = matches!(self.precision, Precision::Exact | Precision::AtMost);
        exact && as_number(self.recorded.0) > self.published
    }

    /// Whether the records say less than what was published.
    #[must_use]
    pub fn is_below(&self) -> bool {
        let exact = matches!(self.precision, Precision::Exact | Precision::AtLeast);
        exact && as_number(self.recorded.1) < self.published
    }
}

fn as_number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Compares one published figure with the records, on every day that it may speak of.
#[must_use]
pub fn compare(figure: &Figure, asked: DateRange, tally: Option<&DailyCounts>) -> Comparison {
    let recorded = tally.map_or((0, 0), |tally| tally.lowest_and_highest(asked));
    Comparison {
        published: figure.value,
        precision: figure.is,
        recorded,
    }
}
