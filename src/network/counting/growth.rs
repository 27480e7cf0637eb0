//! The growth of dynamics by theme: active, begun and ended, continued in another theme.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::network::network::{DynamicRecord, Network};
use crate::records::{TerritoryId, ThemeId};

/// The dynamics of a year: `began` and `ended` are among `active`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// The year.
    pub year: u16,
    /// Dynamics that are alive on at least one day of it.
    pub active: u64,
    /// Active dynamics that were not alive in the year before.
    pub began: u64,
    /// Active dynamics that are not alive in the year after.
    pub ended: u64,
}

impl Growth {
    /// The active dynamics that go on beyond the year.
    #[must_use]
    pub fn going_on(self) -> u64 {
        self.active - self.ended
    }
}

/// A dynamic that continues another, with the themes of both.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'n> {
    /// The dynamic that was continued.
    pub before: &'n DynamicRecord,
    /// The dynamic that continues it.
    pub after: &'n DynamicRecord,
    /// The themes of both.
    pub themes: (&'n ThemeId, &'n ThemeId),
}

/// The growth of some dynamics, year after year.
#[must_use]
pub fn growth(dynamics: &[&DynamicRecord], years: std::ops::RangeInclusive<u16>) -> Vec<Growth> {
    years.map(|year| growth_of_year(dynamics, year)).collect()
}

fn growth_of_year(dynamics: &[&DynamicRecord], year: u16) -> Growth {
    let mut growth = Growth {
        year,
        ..Growth::default()
    };
    for dynamic in dynamics {
        if is_alive_in(dynamic, year) {
            growth.active += 1;
            growth.began += u64::from(!is_alive_in(dynamic, year - 1));
            growth.ended += u64::from(!is_alive_in(dynamic, year + 1));
        }
    }
    growth
}

/// Whether a dynamic is alive on some day of a year.
fn is_alive_in(dynamic: &DynamicRecord, year: u16) -> bool {
    let year = DateRange::years(year, year);
    dynamic.body.period().overlaps(year)
}

/// The number of dynamics by the territory in whose folder they are and by theme.
#[must_use]
pub fn by_home_and_theme<'n>(
    dynamics: &[&'n DynamicRecord],
) -> BTreeMap<(&'n TerritoryId, &'n str), u64> {
    let mut counts = BTreeMap::new();
    for dynamic in dynamics {
        if let Some(theme) = &dynamic.body.theme {
            *counts.entry((&dynamic.home, theme.as_str())).or_default() += 1;
        }
    }
    counts
}

impl Network {
    /// Every dynamic that continues another, if both have a theme.
    ///
    /// A record has one theme; that it once had another is known to the history of its file alone.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        self.dynamics.iter().flat_map(move |after| {
            let continued = after.body.succeeds.iter();
            let before = continued.filter_map(|id| self.dynamic(id.as_str()));
            before.filter_map(move |before| passage(before, after))
        })
    }
}

fn passage<'n>(before: &'n DynamicRecord, after: &'n DynamicRecord) -> Option<Passage<'n>> {
    let themes = (before.body.theme.as_ref()?, after.body.theme.as_ref()?);
    Some(Passage {
        before,
        after,
        themes,
    })
}
