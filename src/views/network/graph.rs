//! The graph of the network: whole for machines, reduced to a legible size for the picture.

use std::cmp::Reverse;

use crate::network::CooperationGraph;
use crate::records::List;
use crate::say;
use crate::views::view::{
    Attributes, Figure, Graph, GraphEdge, GraphNode, Picture, Question, Value,
};

use crate::views::network::data;
use crate::views::network::gathered::{NetworkFacts, family, name};

/// The largest number of nodes in a picture: beyond it, labels around the circle cannot be read.
const MOST_NODES: usize = 110;

/// The number of actors drawn where no smallest number of dynamics gives a legible picture.
const BUSIEST_ACTORS: usize = 40;

/// The largest number of dynamics drawn with the busiest actors; both together are fewer than
/// [`MOST_NODES`].
const BUSIEST_DYNAMICS: usize = 60;

/// The actors and dynamics that are drawn, as positions in the graph of cooperation, ascending.
struct Selection {
    actors: Vec<usize>,
    dynamics: Vec<usize>,
}

impl Selection {
    /// All actors and dynamics.
    fn all(cooperation: &CooperationGraph) -> Self {
        Self {
            actors: (0..cooperation.actors.len()).collect(),
            dynamics: (0..cooperation.dynamics.len()).collect(),
        }
    }

    /// The actors that take part in a number of dynamics or more, and their dynamics; from one
    /// dynamic on, dynamics without a partner as well.
    fn from_dynamics_on(cooperation: &CooperationGraph, least: usize) -> Self {
        let mut selection = Self::all(cooperation);
        selection
            .actors
            .retain(|actor| cooperation.dynamics_of(*actor).len() >= least);
        if least > 1 {
            let actors = &selection.actors;
            selection
                .dynamics
                .retain(|dynamic| partners_among(cooperation, *dynamic, actors) > 0);
        }
        selection
    }

    /// The actors with the most dynamics, and the dynamics in which most of these actors meet.
    fn busiest(cooperation: &CooperationGraph) -> Self {
        let Self {
            mut actors,
            mut dynamics,
        } = Self::all(cooperation);
        actors.sort_by_key(|actor| (Reverse(cooperation.dynamics_of(*actor).len()), *actor));
        actors.truncate(BUSIEST_ACTORS);
        actors.sort_unstable();

        dynamics.retain(|dynamic| partners_among(cooperation, *dynamic, &actors) > 1);
        dynamics.sort_by_key(|dynamic| {
            let partners = partners_among(cooperation, *dynamic, &actors);
            (Reverse(partners), *dynamic)
        });
        dynamics.truncate(BUSIEST_DYNAMICS);
        dynamics.sort_unstable();

        actors.retain(|actor| {
            let mut drawn = dynamics.iter();
            drawn.any(|dynamic| cooperation.partners_of(*dynamic).contains(actor))
        });
        Self { actors, dynamics }
    }

    /// Whether a picture of actors with at least `least` dynamics is legible, and shows more than a
    /// single actor.
    fn is_legible(&self, least: usize) -> bool {
        self.actors.len() + self.dynamics.len() <= MOST_NODES
            && (least == 1 || self.actors.len() > 1)
    }
}

/// The number of a dynamic's partners among actors in ascending order.
fn partners_among(cooperation: &CooperationGraph, dynamic: usize, actors: &[usize]) -> usize {
    let partners = cooperation.partners_of(dynamic).iter();
    partners
        .filter(|actor| actors.binary_search(actor).is_ok())
        .count()
}

/// The whole graph: every dynamic and its partners, with what their records say.
pub fn whole(question: &Question, cooperation: &CooperationGraph, facts: &NetworkFacts) -> Graph {
    let mut graph = graph(question, cooperation, &Selection::all(cooperation));
    let dynamics = data::dynamics(question, cooperation);
    let actors = data::actors(question, cooperation, facts);
    let of_dynamics = dynamics.keyed_rows().map(|row| with_kind("dynamic", row));
    let of_actors = actors.keyed_rows().map(|row| with_kind("actor", row));
    // Nodes are in the order of these tables: dynamics first, then actors.
    for (node, attributes) in graph.nodes.iter_mut().zip(of_dynamics.chain(of_actors)) {
        node.attributes = attributes;
    }
    let ties = data::ties(question, cooperation);
    for (edge, attributes) in graph.edges.iter_mut().zip(ties.keyed_rows()) {
        edge.attributes = attributes;
    }
    graph.attributes = question
        .context()
        .into_iter()
        .map(|(names, value)| (names.en.to_owned(), value))
        .collect();
    graph
}

/// The attributes of a node, of which the first says whether it is a dynamic or an actor.
fn with_kind(kind: &str, row: Attributes) -> Attributes {
    std::iter::once(("kind".to_owned(), Value::from(kind)))
        .chain(row)
        .collect()
}

/// A picture of the graph that is small enough to be read, and names what it leaves out.
pub fn picture(
    question: &Question,
    cooperation: &CooperationGraph,
    facts: &NetworkFacts,
) -> Picture {
    let language = question.language;
    let most = cooperation
        .takes_part
        .iter()
        .map(Vec::len)
        .max()
        .unwrap_or(1);
    let legible = (1..=most)
        .map(|least| (least, Selection::from_dynamics_on(cooperation, least)))
        .find(|(least, selection)| selection.is_legible(*least));
    let (least, selection) = match legible {
        Some((least, selection)) => (Some(least), selection),
        None => (None, Selection::busiest(cooperation)),
    };
    let [actors, all_actors, dynamics, all_dynamics] = [
        selection.actors.len(),
        facts.actors,
        selection.dynamics.len(),
        facts.dynamics,
    ]
    .map(|count| language.number(count as u64));
    let left_out = left_out(question, least);
    Picture {
        title: title(question, least),
        alternative: say!(language,
            fr: "Un cercle d'acteurs ({actors} sur {all_actors}) et de dynamiques ({dynamics} sur \
                {all_dynamics}), reliés par leurs partenariats\u{202f}; un acteur cerclé tient \
                ensemble des dynamiques que rien d'autre ne relie.{left_out}",
            en: "A circle of actors ({actors} of {all_actors}) and dynamics ({dynamics} of \
                {all_dynamics}), linked by their partnerships; a ringed actor holds together \
                dynamics that nothing else links.{left_out}"),
        table: None,
        figure: Figure::Graph(graph(question, cooperation, &selection)),
    }
}

/// The title of the picture, by the least number of dynamics of its actors; `None` stands for the
/// busiest actors.
fn title(question: &Question, least: Option<usize>) -> String {
    match least {
        Some(1) => question.words("Qui coopère avec qui", "Who cooperates with whom"),
        Some(least) => say!(question.language,
            fr: "Qui coopère avec qui\u{a0}: acteurs de {least} dynamiques au moins",
            en: "Who cooperates with whom: actors in at least {least} dynamics"),
        None => question.words(
            "Qui coopère avec qui\u{a0}: les acteurs du plus grand nombre de dynamiques",
            "Who cooperates with whom: the actors in the most dynamics",
        ),
    }
}

/// A sentence on the actors or dynamics that are not in the picture, after a space; empty if all
/// are.
fn left_out(question: &Question, least: Option<usize>) -> String {
    match least {
        Some(1) => String::new(),
        Some(least) => say!(question.language,
            fr: " Les acteurs de moins de {least} dynamiques n'y figurent pas, pour que le dessin \
                reste lisible.",
            en: " Actors in fewer than {least} dynamics are left out, so that the picture can be \
                read."),
        None => question.words(
            " Seules y figurent les dynamiques où au moins deux d'entre eux se rencontrent, pour \
                que le dessin reste lisible.",
            " Only dynamics in which at least two of them meet are drawn, so that the picture can \
                be read.",
        ),
    }
}

/// The graph of the selected actors and dynamics: nodes of dynamics first, then those of actors.
fn graph(question: &Question, cooperation: &CooperationGraph, selection: &Selection) -> Graph {
    let nodes: Vec<GraphNode> = dynamic_nodes(cooperation, selection)
        .chain(actor_nodes(question, cooperation, selection))
        .collect();
    let graph = Graph {
        families: families(question),
        edges: edges(cooperation, selection, &nodes),
        nodes,
        ..Graph::default()
    };
    without_empty_families(graph)
}

/// The names of the nodes' families: dynamics first, actors of an unknown family last.
fn families(question: &Question) -> Vec<String> {
    let known = question.network.vocabulary.list(List::Families);
    let labels = known
        .iter()
        .map(|(_, word)| word.short_label(question.language).to_owned());
    let dynamics = question.words("dynamiques", "dynamics");
    let unknown = question.words("famille inconnue", "unknown family");
    [dynamics]
        .into_iter()
        .chain(labels)
        .chain([unknown])
        .collect()
}

fn dynamic_nodes(
    cooperation: &CooperationGraph,
    selection: &Selection,
) -> impl Iterator<Item = GraphNode> {
    selection.dynamics.iter().map(|dynamic| {
        let record = cooperation.dynamic(*dynamic);
        GraphNode {
            id: format!("dynamic/{}", record.id),
            label: record.name(),
            family: 0,
            ..GraphNode::default()
        }
    })
}

fn actor_nodes(
    question: &Question,
    cooperation: &CooperationGraph,
    selection: &Selection,
) -> impl Iterator<Item = GraphNode> {
    let known = question.network.vocabulary.list(List::Families);
    let articulation_points = cooperation.articulation_points();
    selection.actors.iter().map(move |actor| {
        let family = family(question, cooperation, *actor);
        let position = known.iter().position(|(id, _)| Some(id.as_str()) == family);
        GraphNode {
            id: format!("actor/{}", cooperation.actor(*actor)),
            label: name(question, cooperation, *actor),
            family: position.unwrap_or(known.len()) + 1,
            bridge: articulation_points.binary_search(actor).is_ok(),
            ..GraphNode::default()
        }
    })
}

/// The partnerships between the selected actors and dynamics.
fn edges(
    cooperation: &CooperationGraph,
    selection: &Selection,
    nodes: &[GraphNode],
) -> Vec<GraphEdge> {
    let mut edges = Vec::new();
    for ((from, dynamic), start) in selection.dynamics.iter().enumerate().zip(nodes) {
        for actor in cooperation.partners_of(*dynamic) {
            let position = selection.actors.binary_search(actor);
            let to = position.map(|position| selection.dynamics.len() + position);
            if let Ok(to) = to
                && let Some(end) = nodes.get(to)
            {
                edges.push(GraphEdge {
                    from,
                    to,
                    weight: 1,
                    label: format!("{} · {}", start.label, end.label),
                    ..GraphEdge::default()
                });
            }
        }
    }
    edges
}

/// The graph without the families that no node belongs to, so that the legend does not list them.
fn without_empty_families(mut graph: Graph) -> Graph {
    let kept: Vec<usize> = (0..graph.families.len())
        .filter(|family| graph.nodes.iter().any(|node| node.family == *family))
        .collect();
    graph.families = kept
        .iter()
        .filter_map(|family| graph.families.get(*family).cloned())
        .collect();
    for node in &mut graph.nodes {
        // `kept` is in ascending order and contains the family of every node.
        node.family = kept.binary_search(&node.family).unwrap_or_default();
    }
    graph
}
