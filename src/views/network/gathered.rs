//! Who cooperates with whom, gathered and counted.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::network::{CooperationGraph, DynamicRecord};
use crate::records::{List, TerritoryId};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of the network.
#[derive(Serialize)]
pub struct NetworkFacts {
    pub period: String,
    pub dynamics: usize,
    pub actors: usize,
    pub partnerships: usize,
    /// Parts between which no actor is shared.
    pub parts: usize,
    /// Dynamics by the number of families that meet in them, most first.
    pub meetings: Vec<MeetingFact>,
    /// Pairs of families by the number of dynamics in which they meet.
    pub pairs: Vec<PairFact>,
    /// Actors that hold something together, by dynamics, most first.
    pub articulation_points: Vec<BridgeFact>,
    /// Members that are in no dynamic, by name.
    pub apart: Vec<ApartFact>,
}

/// How many families meet in how many dynamics.
#[derive(Serialize)]
pub struct MeetingFact {
    pub families: usize,
    pub dynamics: usize,
}

/// Two families that meet.
#[derive(Serialize)]
pub struct PairFact {
    pub one: String,
    pub other: String,
    pub dynamics: usize,
}

/// An actor whose leaving would cut the graph, or leave a dynamic without cooperation.
#[derive(Serialize)]
pub struct BridgeFact {
    pub id: String,
    pub name: String,
    pub family: Option<String>,
    pub dynamics: usize,
    /// Whether dynamics that are joined now would be apart.
    pub joins: bool,
    /// Dynamics that would be left with fewer than two partners.
    pub rest_on_it: Vec<String>,
}

/// A member in no dynamic.
#[derive(Serialize)]
pub struct ApartFact {
    pub id: String,
    pub name: String,
    pub home: String,
    /// The nearest territory with dynamics.
    pub nearest: Option<String>,
    pub kilometres: Option<f64>,
}

/// The dynamics that count in the days asked and their partners.
pub fn ties<'n>(question: &Question<'n>) -> CooperationGraph<'n> {
    let network = question.network;
    let kept = network
        .dynamics_active_in(question.asked)
        .filter(|record| filtered(question, record));
    network.cooperation_graph(kept.collect::<Vec<&DynamicRecord>>(), question.asked)
}

/// Gathers the facts.
pub fn gather(question: &Question, ties: &CooperationGraph) -> NetworkFacts {
    NetworkFacts {
        period: question.asked.to_string(),
        dynamics: ties.dynamics.len(),
        actors: ties.actors.len(),
        partnerships: ties.partners.iter().map(Vec::len).sum(),
        parts: ties.connected_components(),
        meetings: meetings(question, ties),
        pairs: pairs(question, ties),
        articulation_points: articulation_points(question, ties),
        apart: apart(question, ties),
    }
}

/// The name of a partner: its record's, else the one told in place, else its id.
pub fn name(question: &Question, ties: &CooperationGraph, actor: usize) -> String {
    let id = ties.actors[actor];
    let told = || {
        let row = ties.takes_part[actor].iter().find_map(|dynamic| {
            let partners = &ties.dynamics[*dynamic].body.partners;
            partners.get(id).and_then(|row| row.name.clone())
        });
        row.unwrap_or_else(|| id.to_owned())
    };
    question
        .network
        .actor(id)
        .map_or_else(told, crate::records::Record::name)
}

/// The family of a partner, by its record's kind or the one told in place.
pub fn family<'n>(
    question: &Question<'n>,
    ties: &CooperationGraph<'n>,
    actor: usize,
) -> Option<&'n str> {
    let (network, id) = (question.network, ties.actors[actor]);
    if let Some(record) = network.actor(id) {
        return network.family_of(record);
    }
    let kind = ties.takes_part[actor].iter().find_map(|dynamic| {
        ties.dynamics[*dynamic]
            .body
            .partners
            .get(id)
            .and_then(|row| row.kind.as_ref())
    })?;
    network
        .vocabulary
        .word(List::ActorKinds, kind.as_str())?
        .family
        .as_deref()
}

fn families<'n>(
    question: &Question<'n>,
    ties: &CooperationGraph<'n>,
    dynamic: usize,
) -> Vec<&'n str> {
    let mut met: Vec<&str> = ties.partners[dynamic]
        .iter()
        .filter_map(|actor| family(question, ties, *actor))
        .collect();
    met.sort_unstable();
    met.dedup();
    met
}

fn meetings(question: &Question, ties: &CooperationGraph) -> Vec<MeetingFact> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for dynamic in 0..ties.dynamics.len() {
        *counts
            .entry(families(question, ties, dynamic).len())
            .or_default() += 1;
    }
    counts
        .into_iter()
        .rev()
        .map(|(families, dynamics)| MeetingFact { families, dynamics })
        .collect()
}

fn pairs(question: &Question, ties: &CooperationGraph) -> Vec<PairFact> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for dynamic in 0..ties.dynamics.len() {
        let met = families(question, ties, dynamic);
        for (place, one) in met.iter().enumerate() {
            for other in &met[place + 1..] {
                *counts.entry((one, other)).or_default() += 1;
            }
        }
    }
    let label = |id: &str| {
        question
            .network
            .vocabulary
            .label(List::Families, id, question.language)
            .to_owned()
    };
    let mut pairs: Vec<PairFact> = counts
        .into_iter()
        .map(|((one, other), dynamics)| PairFact {
            one: label(one),
            other: label(other),
            dynamics,
        })
        .collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.dynamics));
    pairs
}

fn articulation_points(question: &Question, ties: &CooperationGraph) -> Vec<BridgeFact> {
    let joining = ties.articulation_points();
    let fact = |actor: usize| {
        let joins = joining.binary_search(&actor).is_ok();
        let rest = ties.rest_on(actor);
        (joins || !rest.is_empty()).then(|| BridgeFact {
            id: ties.actors[actor].to_owned(),
            name: name(question, ties, actor),
            family: family(question, ties, actor).map(|id| {
                question
                    .network
                    .vocabulary
                    .label(List::Families, id, question.language)
                    .to_owned()
            }),
            dynamics: ties.takes_part[actor].len(),
            joins,
            rest_on_it: rest
                .iter()
                .map(|dynamic| ties.dynamics[*dynamic].name())
                .collect(),
        })
    };
    let mut articulation_points: Vec<BridgeFact> =
        (0..ties.actors.len()).filter_map(fact).collect();
    let alphabet = Alphabet::new();
    articulation_points.sort_by(|one, other| {
        (other.joins, other.dynamics)
            .cmp(&(one.joins, one.dynamics))
            .then_with(|| alphabet.compare(&one.name, &other.name))
            .then_with(|| one.id.cmp(&other.id))
    });
    articulation_points
}

fn apart(question: &Question, ties: &CooperationGraph) -> Vec<ApartFact> {
    let network = question.network;
    let mut homes: Vec<&TerritoryId> = network
        .dynamics_active_in(question.asked)
        .map(|record| &record.home)
        .collect();
    homes.sort_unstable();
    homes.dedup();
    let inside = |actor: &&crate::network::ActorRecord| {
        question.covers_any(&actor.home, &actor.body.also_in)
    };
    let alone = network
        .members_in(question.asked)
        .filter(|actor| ties.actors.binary_search(&actor.id.as_str()).is_err())
        .filter(inside);
    let mut apart: Vec<ApartFact> = alone
        .map(|actor| {
            let nearest = network.nearest_with_dynamics(actor, &homes);
            ApartFact {
                id: actor.id.to_string(),
                name: actor.name(),
                home: network.territory_label(&actor.home),
                nearest: nearest.map(|(home, _)| network.territory_label(home)),
                kilometres: nearest.map(|(_, far)| far.round()),
            }
        })
        .collect();
    let alphabet = Alphabet::new();
    apart.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    apart
}
