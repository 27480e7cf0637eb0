//! Territories and the records inside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::DateRange;
use crate::network::network::{DynamicRecord, Network, TerritoryRecord};
use crate::records::{Record, TerritoryId};

impl Network {
    /// The dynamics in the folder of a territory, by id.
    pub fn dynamics_of(&self, territory: &TerritoryId) -> impl Iterator<Item = &DynamicRecord> {
        let positions = self.dynamics_at.get(territory).into_iter().flatten();
        positions.filter_map(|position| self.dynamics.get(*position))
    }

    /// The dynamics of other folders that also take place in a territory, by id.
    pub fn dynamics_also_in(
        &self,
        territory: &TerritoryId,
    ) -> impl Iterator<Item = &DynamicRecord> {
        let index = self.lazy.dynamics_also_in.get_or_init(|| {
            let mut index: BTreeMap<TerritoryId, Vec<usize>> = BTreeMap::new();
            for (position, dynamic) in self.dynamics.iter().enumerate() {
                for place in &dynamic.body.also_in {
                    index.entry(place.clone()).or_default().push(position);
                }
            }
            index
        });
        let positions = index.get(territory).into_iter().flatten();
        positions.filter_map(|position| self.dynamics.get(*position))
    }

    /// The territories that a list of a file's record names, in its order; none for another key.
    #[must_use]
    pub fn territories_listed(&self, file: &Arc<str>, key: &str) -> &[TerritoryId] {
        let listed = match key {
            "also_in" => record_of(&self.actors, file)
                .map(|actor| &actor.body.also_in)
                .or_else(|| record_of(&self.dynamics, file).map(|dynamic| &dynamic.body.also_in)),
            "made_of" => record_of(&self.territories, file).map(|record| &record.body.made_of),
            "within" => record_of(&self.territories, file).map(|record| &record.body.within.0),
            _ => None,
        };
        listed.map_or(&[], Vec::as_slice)
    }

    /// The territories that the network follows or followed, by id.
    pub fn followed_ever(&self) -> impl Iterator<Item = &TerritoryRecord> {
        self.territories
            .iter()
            .filter(|record| !record.body.followed.0.is_empty())
    }

    /// The territories that the network follows on some day of a range, by id.
    pub fn followed_in(&self, asked: DateRange) -> impl Iterator<Item = &TerritoryRecord> {
        self.territories.iter().filter(move |record| {
            let periods = &record.body.followed.0;
            periods.iter().any(|period| period.overlaps(asked))
        })
    }
}

/// The record of a file.
fn record_of<'r, I, T>(records: &'r [Record<I, T>], file: &Arc<str>) -> Option<&'r Record<I, T>> {
    records.iter().find(|record| record.file == *file)
}
