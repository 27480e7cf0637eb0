//! Bars of counts.

use crate::views::view::Bar;

/// A row of bars with whole numbers, one a series.
#[must_use]
pub fn bar(label: impl Into<String>, counts: &[u64]) -> Bar {
    Bar {
        label: label.into(),
        values: counts.iter().copied().map(count_as_number).collect(),
    }
}

/// A count as a floating-point number, exact up to 2³² and no higher.
#[must_use]
pub fn count_as_number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
