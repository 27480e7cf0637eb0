//! The growth of dynamics by theme: active, begun and ended, continued in another theme.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::network::network::{DynamicRecord, Network};
use crate::records::{TerritoryId, ThemeId};

/// The dynamics of a year, of which `began` to `unattested` are parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// The year.
    pub year: u16,
    /// Dynamics that are alive on at least one day of it.
    pub active: u64,
    /// Active dynamics whose record says that they began in it.
    pub began: u64,
    /// Active dynamics that are not attested in the year before, without a written beginning.
    pub appeared: u64,
    /// Active dynamics whose record says that they ended in it.
    pub ended: u64,
    /// Active dynamics that are not attested in the year after, without a written end.
    pub unattested: u64,
}

impl Growth {
    /// The active dynamics that were active in the year before.
    #[must_use]
    pub fn continued(self) -> u64 {
        self.active - self.began - self.appeared
    }

    /// The active dynamics that go on beyond the year.
    #[must_use]
    pub fn going_on(self) -> u64 {
        self.active - self.ended - self.unattested
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
            if !is_alive_in(dynamic, year - 1) {
                let is_written = dynamic.body.from.is_some_and(|from| from.year() == year);
                growth.began += u64::from(is_written);
                growth.appeared += u64::from(!is_written);
            }
            if !is_alive_in(dynamic, year + 1) {
                let is_written = ends_in(dynamic, year);
                growth.ended += u64::from(is_written);
                growth.unattested += u64::from(!is_written);
            }
        }
    }
    growth
}

/// Whether the record of a dynamic that is alive in a year, and not in the next, says that it
/// ended: by a date, or by a kind of end. The last year in which somebody saw it is no end.
fn ends_in(dynamic: &DynamicRecord, year: u16) -> bool {
    match dynamic.body.to {
        Some(to) => to.last().year == year,
        None => dynamic.body.ended.is_some(),
    }
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
