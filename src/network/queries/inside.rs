//! The records inside a territory.
//!
//! Indexed once: asking `lies_in` of every pair would cost the square of their number.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::DateRange;
use crate::geography;
use crate::network::linking::inside_index::InsideIndex;
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::network::queries::actors::is_member_in;
use crate::records::TerritoryId;

impl Network {
    /// The dynamics that are in a territory or also take place there, by id, whether they count or
    /// not.
    #[must_use]
    pub fn dynamics_inside(&self, territory: &TerritoryId) -> Vec<&DynamicRecord> {
        if let Some(position) = self.position_of_territory(territory.as_str()) {
            let index = self.lazy.inside.get_or_init(|| self.index_inside());
            let positions = index.dynamics.get(position).into_iter().flatten();
            return positions
                .filter_map(|dynamic| self.dynamics.get(*dynamic))
                .collect();
        }
        self.dynamics
            .iter()
            .filter(|dynamic| places_of(dynamic).any(|place| self.lies_in(place, territory)))
            .collect()
    }

    /// The members on some day of a range whose record is in a territory, by id.
    #[must_use]
    pub fn members_inside(&self, territory: &TerritoryId, asked: DateRange) -> Vec<&ActorRecord> {
        let is_member = |actor: &&ActorRecord| is_member_in(actor, asked);
        if let Some(position) = self.position_of_territory(territory.as_str()) {
            let index = self.lazy.inside.get_or_init(|| self.index_inside());
            let positions = index.actors.get(position).into_iter().flatten();
            let actors = positions.filter_map(|actor| self.actors.get(*actor));
            return actors.filter(is_member).collect();
        }
        self.actors
            .iter()
            .filter(|actor| self.lies_in(&actor.home, territory))
            .filter(is_member)
            .collect()
    }

    fn index_inside(&self) -> InsideIndex {
        let mut index = InsideIndex {
            dynamics: vec![Vec::new(); self.territories.len()],
            actors: vec![Vec::new(); self.territories.len()],
            ..InsideIndex::default()
        };
        for (position, territory) in self.territories.iter().enumerate() {
            // Of two records of one id, the first is the territory.
            if self.position_of_territory(territory.id.as_str()) == Some(position) {
                self.index_parts(&mut index, (position, territory));
            }
        }
        let mut holders_of_place: BTreeMap<&TerritoryId, BTreeSet<usize>> = BTreeMap::new();
        for (position, dynamic) in self.dynamics.iter().enumerate() {
            let mut holders: BTreeSet<usize> = BTreeSet::new();
            for place in places_of(dynamic) {
                let known = holders_of_place.entry(place);
                holders.extend(
                    known
                        .or_insert_with(|| self.holders_of(&index, place))
                        .iter(),
                );
            }
            for holder in holders {
                if let Some(held) = index.dynamics.get_mut(holder) {
                    held.push(position);
                }
            }
        }
        for (position, actor) in self.actors.iter().enumerate() {
            let known = holders_of_place.entry(&actor.home);
            for holder in known
                .or_insert_with(|| self.holders_of(&index, &actor.home))
                .iter()
            {
                if let Some(held) = index.actors.get_mut(*holder) {
                    held.push(position);
                }
            }
        }
        index
    }

    /// Enters what a territory is made of.
    fn index_parts(
        &self,
        index: &mut InsideIndex,
        (position, territory): (usize, &TerritoryRecord),
    ) {
        let mut areas = BTreeSet::new();
        for part in self.parts_of(&territory.id) {
            index
                .by_part
                .entry(part.clone())
                .or_default()
                .push(position);
            areas.extend(self.area_named(part).map(|area| (area.level, area.code)));
        }
        for area in areas {
            index.by_area.entry(area).or_default().push(position);
        }
    }

    /// The positions of the territories in which a place lies: those of which `lies_in` is true.
    fn holders_of(&self, index: &InsideIndex, place: &TerritoryId) -> BTreeSet<usize> {
        let mut holders = BTreeSet::new();
        for container in self.containers_of(place) {
            holders.extend(index.by_part.get(container).into_iter().flatten());
            let Some(area) = self.area_named(container) else {
                continue;
            };
            for key in geography::itself_and_around(&area) {
                holders.extend(index.by_area.get(&key).into_iter().flatten());
            }
        }
        holders
    }
}

/// The territories where a dynamic takes place: the one whose folder it is in, then the others.
fn places_of(dynamic: &DynamicRecord) -> impl Iterator<Item = &TerritoryId> {
    std::iter::once(&dynamic.home).chain(&dynamic.body.also_in)
}
