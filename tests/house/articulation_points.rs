//! Actors who hold a network together: on small graphs made by chance, the same as taking each away
//! and looking.

use apes::network::{CooperationGraph, DynamicRecord};

/// Numbers that look like chance and are the same everywhere (xorshift).
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

/// A graph of so many actors and dynamics, of which each pair is tied once in so many times.
fn graph<'r>(
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

/// For each dynamic the first one that it is joined with, without one of the actors.
fn joined(ties: &CooperationGraph, without: Option<usize>) -> Vec<usize> {
    let mut first: Vec<usize> = (0..ties.dynamics.len()).collect();
    for _ in 0..ties.dynamics.len() {
        for (_, own) in ties
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
fn a_bridge_is_an_actor_without_whom_dynamics_that_were_joined_are_apart() {
    let (record, mut chance) = (DynamicRecord::default(), Chance(0x5eed_a9e5));
    let (mut graphs, mut found) = (0, 0);
    for actors in 1..=7 {
        for dynamics in 1..=7 {
            for one_in in 1..=5 {
                for _ in 0..20 {
                    let ties = graph(&mut chance, &record, actors, dynamics, one_in);
                    let now = joined(&ties, None);
                    let parts = |actor: &usize| joined(&ties, Some(*actor)) != now;
                    let articulation_points: Vec<usize> = (0..actors).filter(parts).collect();
                    assert_eq!(
                        ties.articulation_points(),
                        articulation_points,
                        "{:?}",
                        ties.partners
                    );
                    let mut roots = now.clone();
                    roots.sort_unstable();
                    roots.dedup();
                    assert_eq!(
                        ties.connected_components(),
                        roots.len(),
                        "{:?}",
                        ties.partners
                    );
                    (graphs, found) = (graphs + 1, found + articulation_points.len());
                }
            }
        }
    }
    assert!(
        graphs == 4900 && found > 1000,
        "{found} bridges in {graphs} graphs say something"
    );
}

#[test]
fn a_dynamic_rests_on_an_actor_where_nobody_else_would_be_left_to_cooperate() {
    let (record, mut chance) = (DynamicRecord::default(), Chance(0x5eed));
    let mut found = 0;
    for _ in 0..500 {
        let ties = graph(&mut chance, &record, 6, 6, 3);
        for actor in 0..6 {
            let left = |dynamic: &usize| {
                let partners = &ties.partners[*dynamic];
                partners.contains(&actor) && partners.len() >= 2 && partners.len() - 1 < 2
            };
            let rest: Vec<usize> = (0..6).filter(left).collect();
            found += rest.len();
            assert_eq!(ties.rest_on(actor), rest, "{actor} in {:?}", ties.partners);
        }
    }
    assert!(found > 1000, "{found}");
}
