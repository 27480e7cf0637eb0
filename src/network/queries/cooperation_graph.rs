//! Who cooperates with whom: actors and the dynamics in which they are partners, seen as one graph.

use crate::calendar::DateRange;
use crate::network::{ActorRecord, DynamicRecord, Network};
use crate::records::TerritoryId;

/// Actors and dynamics of a stretch: those who are named by a partnership, and who is tied to what.
#[derive(Default)]
pub struct CooperationGraph<'n> {
    /// Dynamics, by id.
    pub dynamics: Vec<&'n DynamicRecord>,
    /// Partners' ids, in order.
    pub actors: Vec<&'n str>,
    /// For each dynamic, its partners, as positions among the actors.
    pub partners: Vec<Vec<usize>>,
    /// For each actor, its dynamics, as positions among the dynamics.
    pub takes_part: Vec<Vec<usize>>,
}

impl Network {
    /// The partnerships of some dynamics on some day of a stretch; one that is not dated lasts as
    /// its dynamic does.
    #[must_use]
    pub fn cooperation_graph<'n>(
        &'n self,
        dynamics: Vec<&'n DynamicRecord>,
        asked: DateRange,
    ) -> CooperationGraph<'n> {
        let there = |record: &'n DynamicRecord| {
            let rows = record.body.partners.iter();
            rows.filter(move |(_, row)| row.period().is_empty() || row.period().overlaps(asked))
                .map(|(id, _)| id.as_str())
        };
        let mut actors: Vec<&str> = dynamics.iter().flat_map(|record| there(record)).collect();
        actors.sort_unstable();
        actors.dedup();
        let mut takes_part = vec![Vec::new(); actors.len()];
        let mut partners = Vec::with_capacity(dynamics.len());
        for (place, record) in dynamics.iter().enumerate() {
            let found: Vec<usize> = there(record)
                .filter_map(|id| actors.binary_search(&id).ok())
                .collect();
            for actor in &found {
                takes_part[*actor].push(place);
            }
            partners.push(found);
        }
        CooperationGraph {
            dynamics,
            actors,
            partners,
            takes_part,
        }
    }

    /// The territory with dynamics that lies nearest to an actor, and how far it is in kilometres.
    #[must_use]
    pub fn nearest_with_dynamics<'n>(
        &'n self,
        actor: &ActorRecord,
        homes: &[&'n TerritoryId],
    ) -> Option<(&'n TerritoryId, f64)> {
        let place = actor.body.place.as_ref().unwrap_or(&actor.home);
        if let Some(own) = homes.iter().find(|home| **home == &actor.home) {
            return Some((*own, 0.0));
        }
        let from = self
            .point_of(place)
            .or_else(|| self.point_of(&actor.home))?;
        let measured = homes
            .iter()
            .filter_map(|home| Some((*home, kilometres(from, self.point_of(home)?))));
        measured
            .min_by(|(one, near), (other, far)| near.total_cmp(far).then_with(|| one.cmp(other)))
    }
}

/// The distance of two points in degrees, on a plane: near enough to tell which is nearer within a
/// region.
fn kilometres(one: (f64, f64), other: (f64, f64)) -> f64 {
    let narrow = one.1.to_radians().cos();
    let (east, north) = ((one.0 - other.0) * narrow, one.1 - other.1);
    east.hypot(north) * 111.2
}

impl CooperationGraph<'_> {
    /// The actors without whom dynamics that are joined now would be apart, as positions: the
    /// articulation points of
    /// the graph (Hopcroft and Tarjan), walked without recursion.
    #[must_use]
    pub fn articulation_points(&self) -> Vec<usize> {
        let actors = self.actors.len();
        let all = actors + self.dynamics.len();
        let (mut seen, mut low, mut cut) =
            (vec![0_usize; all], vec![0_usize; all], vec![false; all]);
        let mut clock = 0;
        for root in 0..all {
            if seen[root] > 0 {
                continue;
            }
            clock += 1;
            (seen[root], low[root]) = (clock, clock);
            let (mut way, mut branches) = (vec![(root, root, 0)], 0);
            while let Some((node, from, place)) = way.last_mut() {
                let (node, from) = (*node, *from);
                if let Some(other) = self.beside(node, *place) {
                    *place += 1;
                    if seen[other] == 0 {
                        clock += 1;
                        (seen[other], low[other]) = (clock, clock);
                        branches += usize::from(node == root);
                        way.push((other, node, 0));
                    } else if other != from {
                        low[node] = low[node].min(seen[other]);
                    }
                } else {
                    way.pop();
                    if node != root {
                        low[from] = low[from].min(low[node]);
                        cut[from] |= from != root && low[node] >= seen[from];
                    }
                }
            }
            cut[root] = branches > 1;
        }
        (0..actors).filter(|actor| cut[*actor]).collect()
    }

    /// The node at a place among those tied to a node; actors come first, dynamics after them.
    fn beside(&self, node: usize, place: usize) -> Option<usize> {
        let actors = self.actors.len();
        if node < actors {
            self.takes_part[node]
                .get(place)
                .map(|dynamic| actors + dynamic)
        } else {
            self.partners[node - actors].get(place).copied()
        }
    }

    /// How many parts the graph has, actors without a dynamic apart.
    #[must_use]
    pub fn connected_components(&self) -> usize {
        let mut part: Vec<Option<usize>> = vec![None; self.dynamics.len()];
        let mut count = 0;
        for start in 0..part.len() {
            if part[start].is_some() {
                continue;
            }
            let mut way = vec![start];
            part[start] = Some(count);
            while let Some(dynamic) = way.pop() {
                for other in self.partners[dynamic]
                    .iter()
                    .flat_map(|actor| &self.takes_part[*actor])
                {
                    if part[*other].is_none() {
                        part[*other] = Some(count);
                        way.push(*other);
                    }
                }
            }
            count += 1;
        }
        count
    }

    /// The dynamics that would be left with fewer than two partners without an actor, as positions.
    #[must_use]
    pub fn rest_on(&self, actor: usize) -> Vec<usize> {
        let thin = |dynamic: &&usize| self.partners[**dynamic].len() == 2;
        self.takes_part[actor]
            .iter()
            .filter(thin)
            .copied()
            .collect()
    }
}
