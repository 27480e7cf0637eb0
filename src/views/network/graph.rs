//! The graph of the network: the whole of it for machines, as much as an eye can follow for the
//! picture.

use crate::network::CooperationGraph;
use crate::records::List;
use crate::say;
use crate::views::view::{Figure, Graph, GraphEdge, GraphNode, Picture, Question};

use crate::views::network::gathered::{NetworkFacts, family, name};

/// Nodes that a picture holds at the most.
const MOST: usize = 110;

/// Where even those who take part in most are too many to be drawn with their dynamics: so many of
/// them, and so many
/// dynamics in which at least two of them meet.
const BUSIEST: usize = 40;
const MEETINGS: usize = 60;

/// The whole graph: every dynamic and every partner of it.
pub fn whole(question: &Question, ties: &CooperationGraph) -> Graph {
    drawn(
        question,
        ties,
        &(0..ties.actors.len()).collect::<Vec<_>>(),
        &all(ties),
    )
}

fn all(ties: &CooperationGraph) -> Vec<usize> {
    (0..ties.dynamics.len()).collect()
}

/// The actors that take part in at least so many dynamics, and those dynamics.
fn at_least(ties: &CooperationGraph, least: usize) -> (Vec<usize>, Vec<usize>) {
    let kept: Vec<usize> = (0..ties.actors.len())
        .filter(|actor| ties.takes_part[*actor].len() >= least)
        .collect();
    let joined = |dynamic: &usize| {
        least <= 1
            || ties.partners[*dynamic]
                .iter()
                .any(|actor| kept.binary_search(actor).is_ok())
    };
    let dynamics = all(ties).into_iter().filter(joined).collect();
    (kept, dynamics)
}

/// The actors of most dynamics, and the dynamics in which most of them meet.
fn busiest(ties: &CooperationGraph) -> (Vec<usize>, Vec<usize>) {
    let mut kept: Vec<usize> = (0..ties.actors.len()).collect();
    kept.sort_by_key(|actor| (std::cmp::Reverse(ties.takes_part[*actor].len()), *actor));
    kept.truncate(BUSIEST);
    kept.sort_unstable();
    let meet = |dynamic: &usize| {
        ties.partners[*dynamic]
            .iter()
            .filter(|actor| kept.binary_search(actor).is_ok())
            .count()
    };
    let mut dynamics: Vec<usize> = all(ties)
        .into_iter()
        .filter(|dynamic| meet(dynamic) > 1)
        .collect();
    dynamics.sort_by_key(|dynamic| (std::cmp::Reverse(meet(dynamic)), *dynamic));
    dynamics.truncate(MEETINGS);
    dynamics.sort_unstable();
    let is_drawn = |actor: &usize| {
        dynamics
            .iter()
            .any(|dynamic| ties.partners[*dynamic].contains(actor))
    };
    let kept = kept.iter().copied().filter(is_drawn).collect();
    (kept, dynamics)
}

/// The graph of these actors and dynamics, each in ascending order.
fn drawn(
    question: &Question,
    ties: &CooperationGraph,
    kept: &[usize],
    dynamics: &[usize],
) -> Graph {
    let (network, language) = (question.network, question.language);
    let known = network.vocabulary.list(List::Families);
    let mut families = vec![say!(language, fr: "dynamiques", en: "dynamics")];
    families.extend(
        known
            .iter()
            .map(|(_, word)| word.short_label(language).to_owned()),
    );
    families.push(say!(language, fr: "famille inconnue", en: "unknown family"));
    let unknown = families.len() - 1;
    let articulation_points = ties.articulation_points();
    let mut graph = Graph {
        families,
        ..Graph::default()
    };
    graph.nodes.extend(dynamics.iter().map(|dynamic| GraphNode {
        id: format!("dynamic/{}", ties.dynamics[*dynamic].id),
        label: ties.dynamics[*dynamic].name(),
        family: 0,
        bridge: false,
    }));
    graph.nodes.extend(kept.iter().map(|actor| {
        let own = family(question, ties, *actor);
        let place = known.iter().position(|(id, _)| Some(id.as_str()) == own);
        GraphNode {
            id: format!("actor/{}", ties.actors[*actor]),
            label: name(question, ties, *actor),
            family: place.map_or(unknown, |place| place + 1),
            bridge: articulation_points.binary_search(actor).is_ok(),
        }
    }));
    for (from, dynamic) in dynamics.iter().enumerate() {
        for actor in &ties.partners[*dynamic] {
            if let Ok(place) = kept.binary_search(actor) {
                let to = dynamics.len() + place;
                let label = format!("{} · {}", graph.nodes[from].label, graph.nodes[to].label);
                graph.edges.push(GraphEdge {
                    from,
                    to,
                    weight: 1,
                    label,
                });
            }
        }
    }
    only_met(graph)
}

/// Families that no node belongs to have no place in the legend.
fn only_met(mut graph: Graph) -> Graph {
    let met: Vec<usize> = (0..graph.families.len())
        .filter(|family| graph.nodes.iter().any(|node| node.family == *family))
        .collect();
    graph.families = met
        .iter()
        .map(|family| graph.families[*family].clone())
        .collect();
    for node in &mut graph.nodes {
        node.family = met
            .iter()
            .position(|family| *family == node.family)
            .unwrap_or_default();
    }
    graph
}

/// As much as an eye can follow, with what it leaves out said.
pub fn picture(question: &Question, ties: &CooperationGraph, facts: &NetworkFacts) -> Picture {
    let language = question.language;
    let most = ties.takes_part.iter().map(Vec::len).max().unwrap_or(1);
    let can_be_followed = |(least, (kept, dynamics)): &(usize, (Vec<usize>, Vec<usize>))| {
        kept.len() + dynamics.len() <= MOST && (*least == 1 || kept.len() > 1)
    };
    let chosen = (1..=most)
        .map(|least| (least, at_least(ties, least)))
        .find(can_be_followed);
    let least = chosen.as_ref().map(|(least, _)| *least);
    let (kept, dynamics) = chosen.map_or_else(|| busiest(ties), |(_, graph)| graph);
    let [actors, all_actors, dynamics_drawn, all_dynamics] =
        [kept.len(), facts.actors, dynamics.len(), facts.dynamics]
            .map(|count| language.number(count as u64));
    let (title, left_out) = told(question, least);
    Picture {
        title,
        alternative: say!(language,
            fr: "Un cercle d'acteurs ({actors} sur {all_actors}) et de dynamiques \
                ({dynamics_drawn} sur {all_dynamics}), reliés par leurs partenariats\u{202f}; un \
                acteur cerclé tient ensemble des dynamiques que rien d'autre ne relie.{left_out}",
            en: "A circle of actors ({actors} of {all_actors}) and dynamics ({dynamics_drawn} of \
                {all_dynamics}), tied by their partnerships; a ringed actor holds together \
                dynamics that nothing else links.{left_out}"),
        table: None,
        figure: Figure::Graph(drawn(question, ties, &kept, &dynamics)),
    }
}

/// The title of the picture, and what it leaves out: actors of too few dynamics, or all but the
/// busiest.
fn told(question: &Question, least: Option<usize>) -> (String, String) {
    let language = question.language;
    match least {
        Some(1) => (
            say!(language, fr: "Qui coopère avec qui", en: "Who cooperates with whom"),
            String::new(),
        ),
        Some(least) => (
            say!(language,
                fr: "Qui coopère avec qui\u{a0}: acteurs de {least} dynamiques au moins",
                en: "Who cooperates with whom: actors of at least {least} dynamics"),
            say!(language,
                fr: " Les acteurs de moins de {least} dynamiques n'y sont pas dessinés, pour qu'il \
                    se lise.",
                en: " Actors of fewer than {least} dynamics are not drawn, so that it can be read."),
        ),
        None => (
            say!(language,
                fr: "Qui coopère avec qui\u{a0}: les acteurs du plus grand nombre de dynamiques",
                en: "Who cooperates with whom: the actors of most dynamics"),
            say!(language,
                fr: " Seules y sont les dynamiques où au moins deux d'entre eux se rencontrent, \
                    pour qu'il se lise.",
                en: " Only the dynamics in which at least two of them meet are drawn, so that it \
                    can be read."),
        ),
    }
}
