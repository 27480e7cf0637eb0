//! Figures that the network has published: assertions about the records, as balance assertions are
//! in a ledger.

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::records::{Figure, SortedMap, ThemeId, Word};

/// What a published record says beyond the common keys.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Published {
    /// For when the figures hold; a year means on some day of that year.
    pub at: Option<PartialDate>,
    /// Whether the records are to give the same numbers.
    pub records: Completeness,
    /// Figures by name.
    pub figures: SortedMap<Word, Figure>,
    /// Dynamics by theme.
    pub dynamics_by_theme: SortedMap<ThemeId, Figure>,
}

/// How much of what was published has records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Completeness {
    /// What the records lack is known by count alone.
    #[default]
    Partial,
    /// The records must give the same numbers.
    Complete,
}
