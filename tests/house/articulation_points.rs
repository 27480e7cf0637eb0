//! Articulation points of small random graphs: the actors without whom a component falls apart.

use apes::network::{CooperationGraph, DynamicRecord};

/// Pseudo-random numbers, the same on every machine (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

const NAMES: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

/// A graph of actors and dynamics, in which one in `one_in` pairs is tied.
fn random_graph<'r>(
    chance: &mut Chance,
    record: &'r DynamicRecord,
    actors: usize,
    dynamics: usize,
    one_in: usize,
) -> CooperationGraph<'r> {
    let mut ties = CooperationGraph {
        dynamics: vec![record; dynamics],
        actors: NAMES[..actors].to_vec(),
        partners: vec![Vec::new(); dynamics],
        takes_part: vec![Vec::new(); actors],
    };
    for dynamic in 0..dynamics {
        for actor in 0..actors {
            if chance.below(one_in) == 0 {
                ties.partners[dynamic].push(actor);
                ties.takes_part[actor].push(dynamic);
            }
        }
    }
    ties
}

/// For each dynamic the first of its component, with one of the actors left out.
fn components(graph: &CooperationGraph, without: Option<usize>) -> Vec<usize> {
    let mut first: Vec<usize> = (0..graph.dynamics.len()).collect();
    for _ in 0..graph.dynamics.len() {
        for (_, own) in graph
            .takes_part
            .iter()
            .enumerate()
            .filter(|(actor, _)| Some(*actor) != without)
        {
            let least = own
                .iter()
                .map(|dynamic| first[*dynamic])
                .min()
                .unwrap_or_default();
            for dynamic in own {
                first[*dynamic] = least;
            }
        }
    }
    first
}

#[test]
fn an_articulation_point_is_an_actor_without_whom_connected_dynamics_are_apart() {
    let (record, mut chance) = (DynamicRecord::default(), Chance(0x5eed_a9e5));
    let (mut graphs, mut found) = (0, 0);
    for actors in 1..=7 {
        for dynamics in 1..=7 {
            for one_in in 1..=5 {
                for _ in 0..20 {
                    let graph = random_graph(&mut chance, &record, actors, dynamics, one_in);
                    let now = components(&graph, None);
                    let is_cut = |actor: &usize| components(&graph, Some(*actor)) != now;
                    let articulation_points: Vec<usize> = (0..actors).filter(is_cut).collect();
                    assert_eq!(
                        graph.articulation_points(),
                        articulation_points,
                        "{:?}",
                        graph.partners
                    );
                    let mut roots = now.clone();
                    roots.sort_unstable();
                    roots.dedup();
                    assert_eq!(
                        graph.connected_components(),
                        roots.len(),
                        "{:?}",
                        graph.partners
                    );
                    (graphs, found) = (graphs + 1, found + articulation_points.len());
                }
            }
        }
    }
    assert!(
        graphs == 4900 && found > 1000,
        "{found} articulation points in {graphs} graphs"
    );
}

#[test]
fn a_dynamic_rests_on_an_actor_where_nobody_else_would_be_left_to_cooperate() {
    let (record, mut chance) = (DynamicRecord::default(), Chance(0x5eed));
    let mut found = 0;
    for _ in 0..500 {
        let graph = random_graph(&mut chance, &record, 6, 6, 3);
        for actor in 0..6 {
            let rests = |dynamic: &usize| {
                let partners = &graph.partners[*dynamic];
                partners.contains(&actor) && partners.len() >= 2 && partners.len() - 1 < 2
            };
            let resting: Vec<usize> = (0..6).filter(rests).collect();
            found += resting.len();
            assert_eq!(
                graph.rest_on(actor),
                resting,
                "{actor} in {:?}",
                graph.partners
            );
        }
    }
    assert!(found > 1000, "{found}");
}
