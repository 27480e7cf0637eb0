//! What lies inside which territory, filled on first use by `Network::index_inside`.

use std::collections::BTreeMap;

use crate::geography::AreaLevel;
use crate::records::TerritoryId;

/// Which territories hold which places, and which dynamics are inside which territory.
#[derive(Debug, Default)]
pub(in crate::network) struct InsideIndex {
    /// Positions of territories by the official areas that they are, or are made of.
    pub(in crate::network) by_area: BTreeMap<(AreaLevel, &'static str), Vec<usize>>,
    /// Positions of territories by the names of themselves and of all that they are made of.
    pub(in crate::network) by_part: BTreeMap<TerritoryId, Vec<usize>>,
    /// For each territory, the positions of the dynamics inside it, in order.
    pub(in crate::network) dynamics: Vec<Vec<usize>>,
    /// For each territory, the positions of the actors whose record is inside it, in order.
    pub(in crate::network) actors: Vec<Vec<usize>>,
}
