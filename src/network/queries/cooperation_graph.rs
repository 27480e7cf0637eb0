//! The cooperation graph: actors and the dynamics in which they are partners.

#![expect(
    clippy::indexing_slicing,
    reason = "positions come from the graph, whose lists keep their length from its making on"
)]

use crate::calendar::DateRange;
use crate::network::network::{DynamicRecord, Network};
use crate::records::ActorId;

/// The bipartite graph of actors and dynamics, tied by partnerships on some day of a range.
///
/// A node is a position: actors come first, dynamics after them.
#[derive(Default)]
pub struct CooperationGraph<'n> {
    /// Dynamics, by id.
    pub dynamics: Vec<&'n DynamicRecord>,
    /// Partners' ids, in order.
    pub actors: Vec<&'n str>,
    /// For each dynamic, the positions of its partners among the actors.
    pub partners: Vec<Vec<usize>>,
    /// For each actor, the positions of its dynamics among the dynamics.
    pub takes_part: Vec<Vec<usize>>,
}

impl Network {
    /// The graph of some dynamics with their partners on some day of a range, one actor left out; a
    /// partnership without dates lasts as long as its dynamic.
    #[must_use]
    pub fn cooperation_graph<'n>(
        &'n self,
        dynamics: Vec<&'n DynamicRecord>,
        asked: DateRange,
        left_out: Option<&ActorId>,
    ) -> CooperationGraph<'n> {
        let mut partner_ids: Vec<Vec<&str>> = dynamics
            .iter()
            .map(|dynamic| partners_in(dynamic, asked))
            .collect();
        for ids in &mut partner_ids {
            ids.retain(|id| left_out.is_none_or(|left_out| left_out.as_str() != *id));
        }
        let mut actors = partner_ids.concat();
        actors.sort_unstable();
        actors.dedup();
        let mut takes_part = vec![Vec::new(); actors.len()];
        let mut partners = Vec::with_capacity(dynamics.len());
        for (dynamic, ids) in partner_ids.iter().enumerate() {
            let found: Vec<usize> = ids
                .iter()
                .filter_map(|id| actors.binary_search(id).ok())
                .collect();
            for actor in &found {
                takes_part[*actor].push(dynamic);
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
}

/// The ids of a dynamic's partners on some day of a range.
fn partners_in(dynamic: &DynamicRecord, asked: DateRange) -> Vec<&str> {
    dynamic
        .body
        .partners
        .iter()
        .filter(|(_, partner)| partner.period().is_empty() || partner.period().overlaps(asked))
        .map(|(id, _)| id.as_str())
        .collect()
}

impl<'n> CooperationGraph<'n> {
    /// The id of the actor at a position.
    #[must_use]
    pub fn actor(&self, actor: usize) -> &'n str {
        self.actors[actor]
    }

    /// The dynamic at a position.
    #[must_use]
    pub fn dynamic(&self, dynamic: usize) -> &'n DynamicRecord {
        self.dynamics[dynamic]
    }

    /// The dynamics in which the actor at a position takes part.
    #[must_use]
    pub fn dynamics_of(&self, actor: usize) -> impl ExactSizeIterator<Item = &'n DynamicRecord> {
        self.takes_part[actor].iter().map(|at| self.dynamics[*at])
    }

    /// The positions of the partners of the dynamic at a position.
    #[must_use]
    pub fn partners_of(&self, dynamic: usize) -> &[usize] {
        &self.partners[dynamic]
    }

    /// The positions of the actors without whom dynamics that are connected now would not be: the
    /// articulation points of the graph (Hopcroft and Tarjan, 1973).
    #[must_use]
    pub fn articulation_points(&self) -> Vec<usize> {
        let mut search = DepthFirstSearch::new(self);
        for root in 0..search.order.len() {
            if search.order[root] == 0 {
                search.walk_from(root);
            }
        }
        let actors = 0..self.actors.len();
        actors.filter(|actor| search.is_cut[*actor]).collect()
    }

    /// The node at a position among those tied to a node.
    fn neighbour(&self, node: usize, position: usize) -> Option<usize> {
        let actors = self.actors.len();
        if node < actors {
            let dynamic = self.takes_part[node].get(position)?;
            Some(actors + dynamic)
        } else {
            self.partners[node - actors].get(position).copied()
        }
    }

    /// The number of connected components; each has at least one dynamic.
    #[must_use]
    pub fn connected_components(&self) -> usize {
        let mut visited = vec![false; self.dynamics.len()];
        let mut count = 0;
        for start in 0..visited.len() {
            if visited[start] {
                continue;
            }
            visited[start] = true;
            count += 1;
            let mut pending = vec![start];
            while let Some(dynamic) = pending.pop() {
                let actors = self.partners[dynamic].iter();
                for neighbour in actors.flat_map(|actor| &self.takes_part[*actor]) {
                    if !visited[*neighbour] {
                        visited[*neighbour] = true;
                        pending.push(*neighbour);
                    }
                }
            }
        }
        count
    }

    /// The positions of the dynamics that would have fewer than two partners without an actor.
    #[must_use]
    pub fn rest_on(&self, actor: usize) -> Vec<usize> {
        let dynamics = self.takes_part[actor].iter().copied();
        dynamics
            .filter(|dynamic| self.partners[*dynamic].len() == 2)
            .collect()
    }
}

/// A depth-first search for articulation points.
struct DepthFirstSearch<'g> {
    graph: &'g CooperationGraph<'g>,
    /// The rank at which each node was visited, from 1; 0 where it was not yet.
    order: Vec<usize>,
    /// For each node, the lowest rank that its subtree reaches by one tie back.
    low: Vec<usize>,
    /// Whether each node is an articulation point.
    is_cut: Vec<bool>,
    visited: usize,
}

impl<'g> DepthFirstSearch<'g> {
    fn new(graph: &'g CooperationGraph<'g>) -> Self {
        let nodes = graph.actors.len() + graph.dynamics.len();
        Self {
            graph,
            order: vec![0; nodes],
            low: vec![0; nodes],
            is_cut: vec![false; nodes],
            visited: 0,
        }
    }

    fn visit(&mut self, node: usize) {
        self.visited += 1;
        self.order[node] = self.visited;
        self.low[node] = self.visited;
    }

    /// Visits all nodes connected to a root. The path is a list, not the call stack: a long chain
    /// of partners must not exhaust the latter.
    fn walk_from(&mut self, root: usize) {
        self.visit(root);
        // A node, its parent, and how many of its neighbours were looked at.
        let mut path = vec![(root, root, 0)];
        let mut branches = 0;
        while let Some((node, parent, position)) = path.last_mut() {
            let (node, parent) = (*node, *parent);
            if let Some(neighbour) = self.graph.neighbour(node, *position) {
                *position += 1;
                if self.order[neighbour] == 0 {
                    self.visit(neighbour);
                    branches += usize::from(node == root);
                    path.push((neighbour, node, 0));
                } else if neighbour != parent {
                    self.low[node] = self.low[node].min(self.order[neighbour]);
                }
            } else {
                path.pop();
                if node != root {
                    self.low[parent] = self.low[parent].min(self.low[node]);
                    let is_cut = parent != root && self.low[node] >= self.order[parent];
                    self.is_cut[parent] |= is_cut;
                }
            }
        }
        // A root separates its branches where it has several.
        self.is_cut[root] = branches > 1;
    }
}
