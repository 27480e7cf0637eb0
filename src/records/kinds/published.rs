//! Published figures: assertions about the records, like the balance assertions of plain-text
//! accounting.

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::records::parts::id::{ThemeId, Word};
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::year::Figure;

/// The keys of a record of published figures.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Published {
    /// Date of the figures. A year means some day of that year.
    pub at: Option<PartialDate>,
    /// Completeness of the records behind the figures.
    pub records: Completeness,
    /// Figures, by name.
    pub figures: SortedMap<Word, Figure>,
    /// Numbers of dynamics, by theme.
    pub dynamics_by_theme: SortedMap<ThemeId, Figure>,
}

/// The completeness of the records behind published figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Completeness {
    /// Some of what was counted has no record.
    #[default]
    Partial,
    /// The records must give the published numbers.
    Complete,
}
