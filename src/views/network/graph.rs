//! The graph of the network: the whole of it for machines, as much as an eye can follow for the picture.

use crate::network::Ties;
use crate::records::List;
use crate::say;
use crate::views::view::{Edge, Figure, Graph, Node, Picture, Question};

use super::gathered::{NetworkFacts, family, name};

/// Nodes that a picture holds at the most.
const MOST: usize = 110;

/// The whole graph: every dynamic and every partner of it.
pub fn whole(question: &Question, ties: &Ties) -> Graph {
    drawn(question, ties, 1)
}

/// The graph of the actors that take part in at least so many dynamics, and of those dynamics.
fn drawn(question: &Question, ties: &Ties, least: usize) -> Graph {
    let (network, language) = (question.network, question.language);
    let known = network.vocabulary.list(List::Families);
    let mut families = vec![say!(language, fr: "dynamiques", en: "dynamics")];
    families.extend(known.iter().map(|(_, word)| word.short_label(language).to_owned()));
    families.push(say!(language, fr: "famille inconnue", en: "unknown family"));
    let unknown = families.len() - 1;
    let kept: Vec<usize> =
        (0..ties.actors.len()).filter(|actor| ties.takes_part[*actor].len() >= least).collect();
    let joined = |dynamic: &usize| {
        least <= 1 || ties.partners[*dynamic].iter().any(|actor| kept.binary_search(actor).is_ok())
    };
    let dynamics: Vec<usize> = (0..ties.dynamics.len()).filter(joined).collect();
    let bridges = ties.bridges();
    let mut graph = Graph { families, ..Graph::default() };
    graph.nodes.extend(dynamics.iter().map(|dynamic| Node {
        id: format!("dynamic/{}", ties.dynamics[*dynamic].id),
        label: ties.dynamics[*dynamic].name(),
        family: 0,
        bridge: false,
    }));
    graph.nodes.extend(kept.iter().map(|actor| {
        let own = family(question, ties, *actor);
        let place = known.iter().position(|(id, _)| Some(id.as_str()) == own);
        Node {
            id: format!("actor/{}", ties.actors[*actor]),
            label: name(question, ties, *actor),
            family: place.map_or(unknown, |place| place + 1),
            bridge: bridges.binary_search(actor).is_ok(),
        }
    }));
    for (from, dynamic) in dynamics.iter().enumerate() {
        for actor in &ties.partners[*dynamic] {
            if let Ok(place) = kept.binary_search(actor) {
                let to = dynamics.len() + place;
                let label = format!("{} · {}", graph.nodes[from].label, graph.nodes[to].label);
                graph.edges.push(Edge { from, to, weight: 1, label });
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
    graph.families = met.iter().map(|family| graph.families[*family].clone()).collect();
    for node in &mut graph.nodes {
        node.family = met.iter().position(|family| *family == node.family).unwrap_or_default();
    }
    graph
}

/// As much as an eye can follow, with what it leaves out said.
pub fn picture(question: &Question, ties: &Ties, facts: &NetworkFacts) -> Picture {
    let language = question.language;
    let busiest = ties.takes_part.iter().map(Vec::len).max().unwrap_or(1);
    let graphs = (1..=busiest).map(|least| (least, drawn(question, ties, least)));
    let mut graphs = graphs.skip_while(|(_, graph)| graph.nodes.len() > MOST);
    let (least, graph) = graphs.next().unwrap_or_else(|| (busiest, drawn(question, ties, busiest)));
    let actors = graph.nodes.iter().filter(|node| node.id.starts_with("actor/")).count();
    let dynamics = graph.nodes.len() - actors;
    let (all_actors, all_dynamics) = (facts.actors, facts.dynamics);
    let left_out = if least == 1 {
        String::new()
    } else {
        say!(language,
            fr: " Les acteurs de moins de {least} dynamiques n'y sont pas dessinés, pour qu'il se lise.",
            en: " Actors of fewer than {least} dynamics are not drawn, so that it can be read.")
    };
    let title = if least == 1 {
        say!(language, fr: "Qui coopère avec qui", en: "Who cooperates with whom")
    } else {
        say!(language,
            fr: "Qui coopère avec qui\u{a0}: acteurs de {least} dynamiques au moins",
            en: "Who cooperates with whom: actors of at least {least} dynamics")
    };
    Picture {
        title,
        alternative: say!(language,
            fr: "Un cercle d'acteurs ({actors} sur {all_actors}) et de dynamiques ({dynamics} sur {all_dynamics}), reliés par leurs partenariats\u{202f}; un acteur cerclé tient ensemble des dynamiques que rien d'autre ne relie.{left_out}",
            en: "A circle of actors ({actors} of {all_actors}) and dynamics ({dynamics} of {all_dynamics}), tied by their partnerships; a ringed actor holds together dynamics that nothing else links.{left_out}"),
        table: None,
        figure: Figure::Graph(graph),
    }
}
