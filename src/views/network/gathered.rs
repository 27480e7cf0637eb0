//! The cooperation of actors in dynamics, gathered and counted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::network::{ActorRecord, CooperationGraph, DynamicRecord, HomesByLatitude};
use crate::records::{ActorId, List, TerritoryId};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of the network, as templates and machines read them.
#[derive(Serialize)]
pub struct NetworkFacts {
    /// The days asked for.
    pub period: String,
    /// Number of dynamics that count in the period.
    pub dynamics: usize,
    /// Number of their partners.
    pub actors: usize,
    /// Number of partnerships.
    pub partnerships: usize,
    /// Number of groups of dynamics between which no actor is shared.
    #[serde(rename = "parts")]
    pub groups: usize,
    /// Dynamics by the number of families that meet in them, most families first.
    pub meetings: Vec<MeetingFact>,
    /// Pairs of families by the number of dynamics in which they meet, most first.
    pub pairs: Vec<PairFact>,
    /// Actors on whom a link depends, those that link dynamics first, then by number of dynamics.
    pub articulation_points: Vec<ArticulationPointFact>,
    /// Members in no dynamic, by name.
    pub apart: Vec<MemberApartFact>,
    /// Number of members of the period that have a record.
    pub members: usize,
    /// The network's own actor, where it is left out of the graph.
    pub left_out: Option<LeftOutFact>,
    /// Number of partnerships that the writer of the record inferred.
    pub inferred: usize,
}

/// An actor that is left out of the graph.
#[derive(Serialize)]
pub struct LeftOutFact {
    /// Id of the actor.
    pub id: String,
    /// Name of the actor.
    pub name: String,
    /// Number of the graph's dynamics in which the actor is a partner.
    pub dynamics: usize,
}

/// The number of dynamics in which a number of families meet.
#[derive(Serialize)]
pub struct MeetingFact {
    /// Number of families.
    pub families: usize,
    /// Number of dynamics.
    pub dynamics: usize,
}

/// Two families that meet.
#[derive(Serialize)]
pub struct PairFact {
    /// Ids of the two families.
    #[serde(skip)]
    pub ids: [String; 2],
    /// Label of a family.
    #[serde(rename = "one")]
    pub first: String,
    /// Label of another family.
    #[serde(rename = "other")]
    pub second: String,
    /// Number of dynamics in which they meet.
    pub dynamics: usize,
}

/// An actor whose departure would cut the graph, or leave a dynamic without cooperation.
#[derive(Serialize)]
pub struct ArticulationPointFact {
    /// Id of the actor.
    pub id: String,
    /// Name of the actor.
    pub name: String,
    /// Label of the actor's family.
    pub family: Option<String>,
    /// Number of the actor's dynamics.
    pub dynamics: usize,
    /// Whether dynamics would be cut off from each other without the actor.
    #[serde(rename = "joins")]
    pub is_link: bool,
    /// Names of the dynamics that would have fewer than two partners without the actor.
    #[serde(rename = "rest_on_it")]
    pub dependent_dynamics: Vec<String>,
}

/// A member in no dynamic.
#[derive(Serialize)]
pub struct MemberApartFact {
    /// Id of the actor.
    pub id: String,
    /// Name of the actor.
    pub name: String,
    /// Name of the actor's territory.
    pub home: String,
    /// Id of the nearest territory with dynamics.
    #[serde(skip)]
    pub nearest_id: Option<String>,
    /// Name of the nearest territory with dynamics.
    pub nearest: Option<String>,
    /// Distance to that territory, in whole kilometres.
    pub kilometres: Option<f64>,
}

/// The graph of the dynamics that count in the period and of their partners, without the network
/// itself unless it is asked for: what it holds together is not what holds by itself.
pub fn cooperation<'n>(question: &Question<'n>) -> CooperationGraph<'n> {
    let network = question.network;
    let dynamics: Vec<&DynamicRecord> = network
        .dynamics_active_in(question.asked)
        .filter(|record| filtered(question, record))
        .collect();
    network.cooperation_graph(dynamics, question.asked, left_out(question))
}

/// The network's own actor, if it is left out.
fn left_out<'n>(question: &Question<'n>) -> Option<&'n ActorId> {
    let own = question.network.settings.actor.as_ref();
    own.filter(|_| !question.with_us)
}

/// The name of the network's own actor, and the number of the graph's dynamics in which it would
/// be a partner; `None` if it is not left out, or would be in none.
fn without(question: &Question, cooperation: &CooperationGraph) -> Option<LeftOutFact> {
    let id = left_out(question)?;
    let dynamics = cooperation
        .dynamics
        .iter()
        .filter(|dynamic| dynamic.body.partners.get(id.as_str()).is_some())
        .count();
    (dynamics > 0).then(|| LeftOutFact {
        id: id.to_string(),
        name: question.network.actor_name(id.as_str()),
        dynamics,
    })
}

/// Gathers the facts of the network from its graph of cooperation.
pub fn gather(question: &Question, cooperation: &CooperationGraph) -> NetworkFacts {
    NetworkFacts {
        period: question.asked.to_string(),
        dynamics: cooperation.dynamics.len(),
        actors: cooperation.actors.len(),
        partnerships: cooperation.partners.iter().map(Vec::len).sum(),
        groups: cooperation.connected_components(),
        meetings: meetings(question, cooperation),
        pairs: pairs(question, cooperation),
        articulation_points: articulation_points(question, cooperation),
        apart: members_apart(question, cooperation),
        members: members(question).count(),
        left_out: without(question, cooperation),
        inferred: inferred_partnerships(cooperation),
    }
}

/// The name of a partner: the one of its record, else the one that a partnership gives, else the
/// id.
pub fn name(question: &Question, cooperation: &CooperationGraph, actor: usize) -> String {
    let id = cooperation.actor(actor);
    if let Some(record) = question.network.actor(id) {
        return record.name();
    }
    let name = cooperation.dynamics_of(actor).find_map(|dynamic| {
        let partner = dynamic.body.partners.get(id)?;
        partner.name.clone()
    });
    name.unwrap_or_else(|| id.to_owned())
}

/// The id of a partner's family, by the kind that its record gives, or else a partnership.
pub fn family<'n>(
    question: &Question<'n>,
    cooperation: &CooperationGraph<'n>,
    actor: usize,
) -> Option<&'n str> {
    let (network, id) = (question.network, cooperation.actor(actor));
    if let Some(record) = network.actor(id) {
        return network.family_of(record);
    }
    let kind = cooperation.dynamics_of(actor).find_map(|dynamic| {
        let partner = dynamic.body.partners.get(id)?;
        partner.kind.as_ref()
    })?;
    network
        .vocabulary
        .word(List::ActorKinds, kind.as_str())?
        .family
        .as_deref()
}

/// The ids of the families that meet in each dynamic, each family once.
fn families_by_dynamic<'n>(
    question: &Question<'n>,
    cooperation: &CooperationGraph<'n>,
) -> Vec<Vec<&'n str>> {
    cooperation
        .partners
        .iter()
        .map(|partners| {
            let mut families: Vec<&str> = partners
                .iter()
                .filter_map(|actor| family(question, cooperation, *actor))
                .collect();
            families.sort_unstable();
            families.dedup();
            families
        })
        .collect()
}

fn meetings(question: &Question, cooperation: &CooperationGraph) -> Vec<MeetingFact> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for families in families_by_dynamic(question, cooperation) {
        *counts.entry(families.len()).or_default() += 1;
    }
    counts
        .into_iter()
        .rev()
        .map(|(families, dynamics)| MeetingFact { families, dynamics })
        .collect()
}

fn pairs(question: &Question, cooperation: &CooperationGraph) -> Vec<PairFact> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for families in families_by_dynamic(question, cooperation) {
        for (index, first) in families.iter().enumerate() {
            for second in families.iter().skip(index + 1) {
                *counts.entry((first, second)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<PairFact> = counts
        .into_iter()
        .map(|((first, second), dynamics)| PairFact {
            ids: [first.to_owned(), second.to_owned()],
            first: question.label(List::Families, first),
            second: question.label(List::Families, second),
            dynamics,
        })
        .collect();
    // The sort is stable: pairs that meet equally often stay in the order of their ids.
    pairs.sort_by_key(|pair| Reverse(pair.dynamics));
    pairs
}

fn articulation_points(
    question: &Question,
    cooperation: &CooperationGraph,
) -> Vec<ArticulationPointFact> {
    let links = cooperation.articulation_points();
    let mut facts: Vec<ArticulationPointFact> = (0..cooperation.actors.len())
        .map(|actor| articulation_point(question, cooperation, &links, actor))
        .filter(|fact| fact.is_link || !fact.dependent_dynamics.is_empty())
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|left, right| {
        (right.is_link, right.dynamics)
            .cmp(&(left.is_link, left.dynamics))
            .then_with(|| alphabet.compare(&left.name, &right.name))
            .then_with(|| left.id.cmp(&right.id))
    });
    facts
}

/// An actor and all that depends on it; `links` are the positions of those that link dynamics, in
/// ascending order.
fn articulation_point(
    question: &Question,
    cooperation: &CooperationGraph,
    links: &[usize],
    actor: usize,
) -> ArticulationPointFact {
    let dependent = cooperation.rest_on(actor);
    ArticulationPointFact {
        id: cooperation.actor(actor).to_owned(),
        name: name(question, cooperation, actor),
        family: family(question, cooperation, actor).map(|id| question.label(List::Families, id)),
        dynamics: cooperation.dynamics_of(actor).len(),
        is_link: links.binary_search(&actor).is_ok(),
        dependent_dynamics: dependent
            .iter()
            .map(|dynamic| cooperation.dynamic(*dynamic).name())
            .collect(),
    }
}

/// The members of the period in the territory asked for.
fn members<'q>(question: &'q Question) -> impl Iterator<Item = &'q ActorRecord> {
    question
        .network
        .members_in(question.asked)
        .filter(|actor| question.covers_any(&actor.home, &actor.body.also_in))
}

/// The number of partnerships that the writer of the record inferred.
fn inferred_partnerships(cooperation: &CooperationGraph) -> usize {
    let pairs = cooperation.dynamics.iter().zip(&cooperation.partners);
    pairs
        .flat_map(|(dynamic, actors)| actors.iter().map(move |actor| (dynamic, actor)))
        .filter(|(dynamic, actor)| {
            let id = cooperation.actor(**actor);
            let partner = dynamic.body.partners.get(id);
            let says_so = partner.is_some_and(|partner| partner.inferred);
            dynamic.common.infers_row("partners", id, says_so)
        })
        .count()
}

/// The members that are partners in none of the graph's dynamics.
fn members_apart(question: &Question, cooperation: &CooperationGraph) -> Vec<MemberApartFact> {
    let network = question.network;
    // The filters do not apply here: the nearest dynamics may be outside the territory asked for.
    let homes: BTreeSet<&TerritoryId> = network
        .dynamics_active_in(question.asked)
        .map(|record| &record.home)
        .collect();
    let by_latitude = HomesByLatitude::new(network, &homes);
    let mut members: Vec<MemberApartFact> = members(question)
        .filter(|actor| {
            cooperation
                .actors
                .binary_search(&actor.id.as_str())
                .is_err()
        })
        .map(|actor| member_apart(question, actor, &homes, &by_latitude))
        .collect();
    let alphabet = Alphabet::new();
    members.sort_by(|left, right| {
        alphabet
            .compare(&left.name, &right.name)
            .then_with(|| left.id.cmp(&right.id))
    });
    members
}

fn member_apart(
    question: &Question,
    actor: &ActorRecord,
    homes: &BTreeSet<&TerritoryId>,
    by_latitude: &HomesByLatitude,
) -> MemberApartFact {
    let network = question.network;
    let nearest = match homes.get(&actor.home) {
        Some(own) => Some((*own, 0.0)),
        None => by_latitude.nearest(actor),
    };
    MemberApartFact {
        id: actor.id.to_string(),
        name: actor.name(),
        home: network.territory_label(&actor.home),
        nearest_id: nearest.map(|(home, _)| home.to_string()),
        nearest: nearest.map(|(home, _)| network.territory_label(home)),
        kilometres: nearest.map(|(_, distance)| distance.round()),
    }
}
