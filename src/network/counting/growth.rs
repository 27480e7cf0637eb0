//! How dynamics grow by theme: those of a year, those that begin and end with it, those that change
//! theme.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::network::{DynamicRecord, Network};
use crate::records::{TerritoryId, ThemeId};

/// What a year brought: `began` are among `active`, as are those `ended`, which do not live in the
/// next year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// Which year.
    pub year: u16,
    /// Dynamics that live on at least one day of it.
    pub active: u64,
    /// Of these, those that did not live in the year before.
    pub began: u64,
    /// Of these, those that do not live in the year after.
    pub ended: u64,
}

impl Growth {
    /// Those that go on beyond the year.
    #[must_use]
    pub fn going_on(self) -> u64 {
        self.active - self.ended
    }
}

/// A dynamic that continues one of another theme.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'n> {
    /// The one that was continued.
    pub before: &'n DynamicRecord,
    /// The one that continues it.
    pub after: &'n DynamicRecord,
    /// Their themes.
    pub themes: (&'n ThemeId, &'n ThemeId),
}

/// The growth of some dynamics, year after year.
#[must_use]
pub fn growth(dynamics: &[&DynamicRecord], years: std::ops::RangeInclusive<u16>) -> Vec<Growth> {
    let lives = |dynamic: &DynamicRecord, year: u16| {
        dynamic.body.period().overlaps(DateRange::years(year, year))
    };
    let of_year = |year: u16| {
        let active: Vec<_> = dynamics
            .iter()
            .filter(|dynamic| lives(dynamic, year))
            .collect();
        let apart = |other: u16| {
            active
                .iter()
                .filter(|dynamic| !lives(dynamic, other))
                .count() as u64
        };
        Growth {
            year,
            active: active.len() as u64,
            began: apart(year - 1),
            ended: apart(year + 1),
        }
    };
    years.map(of_year).collect()
}

/// How many of some dynamics each territory has of each theme, counted where they lie.
#[must_use]
pub fn by_home_and_theme<'n>(
    dynamics: &[&'n DynamicRecord],
) -> BTreeMap<(&'n TerritoryId, &'n ThemeId), u64> {
    let mut counts = BTreeMap::new();
    for dynamic in dynamics {
        if let Some(theme) = &dynamic.body.theme {
            *counts.entry((&dynamic.home, theme)).or_default() += 1;
        }
    }
    counts
}

impl Network {
    /// Every dynamic that continues another, both with a theme: a theme changes where the two
    /// differ.
    ///
    /// A record knows one theme; that it once had another is known to the history of its file
    /// alone.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        self.dynamics.iter().flat_map(move |after| {
            after.body.succeeds.iter().filter_map(move |id| {
                let before = self.dynamic(id.as_str())?;
                let themes = (before.body.theme.as_ref()?, after.body.theme.as_ref()?);
                Some(Passage {
                    before,
                    after,
                    themes,
                })
            })
        })
    }
}
