//! Follows every mention once: marks what is mentioned, keeps what leads nowhere, builds the
//! indexes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{At, Place};
use crate::geography;
use crate::network::Network;
use crate::records::{Citation, LazyRoute, List, Mention, Mentions, Record, Target};

/// A mention that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// What it should name.
    pub to: Target,
    /// The name.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// What is found while following the mentions.
#[derive(Default)]
struct Followed {
    dangling: Vec<Dangling>,
    actor_mentioned: Vec<bool>,
    /// Whether a code is official: records name the same few again and again, and the gazetteer is
    /// large.
    official: BTreeMap<String, bool>,
    communes: BTreeMap<String, bool>,
}

impl Followed {
    /// Follows each mention of a file; its lines may cite the sources that it describes itself.
    fn along(
        &mut self,
        network: &Network,
        file: &Arc<str>,
        described: &[Citation],
    ) -> impl FnMut(Mention) {
        |mention| {
            let in_place = || {
                mention.to == Target::Source
                    && described.iter().any(|source| source.is(mention.text))
            };
            if !self.leads_somewhere(network, &mention) && !in_place() {
                self.dangling.push(dangling(&mention, file));
            }
        }
    }

    /// Whether a mention names something that is there; an empty text was put aside as a fault of
    /// shape.
    fn leads_somewhere(&mut self, network: &Network, mention: &Mention) -> bool {
        let text = mention.text;
        text.is_empty()
            || match mention.to {
                Target::Word(list) => network.vocabulary.word(list, text).is_some(),
                Target::Principle => network.charter.principles.get(text).is_some(),
                Target::Actor => self.is_actor(network, text),
                Target::NamedInPlace => {
                    self.is_actor(network, text);
                    true
                }
                Target::Informant => {
                    network.vocabulary.word(List::Stakeholders, text).is_some()
                        || self.is_actor(network, text)
                }
                Target::Dynamic => network.dynamic(text).is_some(),
                // Without the private folder, contacts are roles and nothing more.
                Target::Person => network
                    .people
                    .as_ref()
                    .is_none_or(|people| people.persons.contains_key(text)),
                Target::Source => network.sources.contains_key(text),
                Target::Territory => {
                    network.territory(text).is_some()
                        || once(&mut self.official, text, geography::is_official)
                }
                Target::Commune => once(&mut self.communes, text, geography::is_commune),
            }
    }

    fn is_actor(&mut self, network: &Network, name: &str) -> bool {
        let found = network.position_of_actor(name);
        if let Some(at) = found {
            self.actor_mentioned[at] = true;
        }
        found.is_some()
    }
}

/// An answer that is looked up once.
fn once(known: &mut BTreeMap<String, bool>, code: &str, ask: fn(&str) -> bool) -> bool {
    if let Some(answer) = known.get(code) {
        return *answer;
    }
    let answer = ask(code);
    known.insert(code.to_owned(), answer);
    answer
}

pub(in crate::network) fn link(network: &mut Network) {
    for (at, record) in network.dynamics.iter().enumerate() {
        network
            .dynamics_at
            .entry(record.home.clone())
            .or_default()
            .push(at);
    }
    for (at, record) in network.actors.iter().enumerate() {
        if let Some(territory) = &record.body.governs {
            network.governed_by.entry(territory.clone()).or_insert(at);
        }
    }
    let mut followed = Followed {
        actor_mentioned: vec![false; network.actors.len()],
        ..Followed::default()
    };
    follow(network, &network.territories, &mut followed);
    follow(network, &network.actors, &mut followed);
    follow(network, &network.dynamics, &mut followed);
    follow(network, &network.published, &mut followed);
    network.settings.mentions(
        &LazyRoute::default(),
        &mut followed.along(network, &"apes.toml".into(), &[]),
    );
    let vocabulary = "schemas/vocabulary.toml".into();
    network.vocabulary.mentions(
        &LazyRoute::default(),
        &mut followed.along(network, &vocabulary, &[]),
    );
    network.dangling = followed.dangling;
    network.actor_mentioned = followed.actor_mentioned;
}

fn follow<I, T: Mentions>(network: &Network, records: &[Record<I, T>], followed: &mut Followed) {
    for record in records {
        let mut visit = followed.along(network, &record.file, &record.common.sources);
        record.common.mentions(&LazyRoute::default(), &mut visit);
        record.body.mentions(&LazyRoute::default(), &mut visit);
    }
}

fn dangling(mention: &Mention, file: &Arc<str>) -> Dangling {
    let route = mention.route.route();
    let at = if mention.is_key {
        At::Key(route)
    } else {
        At::Value(route)
    };
    Dangling {
        to: mention.to,
        text: mention.text.to_owned(),
        place: Place {
            file: file.clone(),
            at,
        },
    }
}
