//! Linking of records: sorts and indexes them, follows every mention once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{At, Place};
use crate::geography;
use crate::network::linking::index::Index;
use crate::network::linking::raw_records::RawRecords;
use crate::network::linking::unresolved::DanglingMention;
use crate::network::network::{Indexes, Network};
use crate::records::{Citation, LazyRoute, List, Mention, Mentions, Record, Target};

impl Network {
    /// Links the records that were read.
    #[must_use]
    pub fn link(raw: RawRecords) -> Self {
        let mut network = sorted_network(raw);
        let ((actors, territories), (dynamics, published)) = rayon::join(
            || (Index::of(&network.actors), Index::of(&network.territories)),
            || (Index::of(&network.dynamics), Index::of(&network.published)),
        );
        network.indexes = Indexes {
            territories,
            actors,
            dynamics,
            published,
        };
        index_relations(&mut network);
        let followed = follow_mentions(&network);
        network.dangling = followed.dangling;
        network.actor_mentioned = followed.actor_mentioned;
        network
    }
}

/// The network with its records in order, not yet indexed.
fn sorted_network(raw: RawRecords) -> Network {
    let mut network = Network {
        settings: raw.settings,
        vocabulary: raw.vocabulary,
        charter: raw.charter,
        sources: raw.sources,
        people: raw.people,
        bases: raw.bases,
        editor_schemas: raw.editor_schemas,
        broken: raw.broken,
        default_files: raw.default_files,
        as_shipped: raw.as_shipped,
        territories: sorted(raw.territories),
        actors: sorted(raw.actors),
        dynamics: sorted(raw.dynamics),
        published: sorted(raw.published),
        texts: raw.texts,
        unread: raw.unread,
        ..Network::default()
    };
    network
        .texts
        .sort_by(|left, right| (&left.key, &left.file).cmp(&(&right.key, &right.file)));
    network
        .unread
        .sort_by(|left, right| left.file.cmp(&right.file));
    network
}

/// Records by id, then by file.
fn sorted<I: Ord + Clone, T>(mut records: Vec<Record<I, T>>) -> Vec<Record<I, T>> {
    // Keys are cached: a record is too large to be moved about while sorting.
    records.sort_by_cached_key(|record| (record.id.clone(), record.file.clone()));
    records
}

/// Indexes dynamics by their territory, and authorities by the territory that they govern.
fn index_relations(network: &mut Network) {
    for (position, record) in network.dynamics.iter().enumerate() {
        let in_territory = network.dynamics_at.entry(record.home.clone());
        in_territory.or_default().push(position);
    }
    for (position, record) in network.actors.iter().enumerate() {
        if let Some(territory) = &record.body.governs {
            let governing = network.governed_by.entry(territory.clone());
            governing.or_insert(position);
        }
    }
}

/// Follows every mention of every record, several threads at once.
fn follow_mentions(network: &Network) -> FollowedMentions {
    let is_mentioned = network.actors.iter().map(|_| AtomicBool::new(false));
    let is_mentioned: Vec<AtomicBool> = is_mentioned.collect();
    let mut dangling = follow_records(network, &network.territories, &is_mentioned);
    dangling.extend(follow_records(network, &network.actors, &is_mentioned));
    dangling.extend(follow_records(network, &network.dynamics, &is_mentioned));
    dangling.extend(follow_records(network, &network.published, &is_mentioned));
    let top = LazyRoute::default();
    let (settings, vocabulary) = ("apes.toml".into(), "schemas/vocabulary.toml".into());
    let mut follower = Follower::new(network, &is_mentioned);
    network
        .settings
        .mentions(&top, &mut follower.visitor(&settings, &[]));
    network
        .vocabulary
        .mentions(&top, &mut follower.visitor(&vocabulary, &[]));
    dangling.extend(follower.dangling);
    let actor_mentioned = is_mentioned.into_iter().map(AtomicBool::into_inner);
    FollowedMentions {
        dangling,
        actor_mentioned: actor_mentioned.collect(),
    }
}

/// Records whose mentions one thread follows at a time.
const RECORDS_AT_ONCE: usize = 1_024;

/// Follows the mentions of some records. Returns those of something unknown, in the order of the
/// records.
fn follow_records<I: Sync, T: Mentions + Sync>(
    network: &Network,
    records: &[Record<I, T>],
    is_mentioned: &[AtomicBool],
) -> Vec<DanglingMention> {
    let dangling: Vec<Vec<DanglingMention>> = records
        .par_chunks(RECORDS_AT_ONCE)
        .map(|some| {
            let mut follower = Follower::new(network, is_mentioned);
            for record in some {
                let mut visit = follower.visitor(&record.file, &record.common.sources);
                record.common.mentions(&LazyRoute::default(), &mut visit);
                record.body.mentions(&LazyRoute::default(), &mut visit);
            }
            follower.dangling
        })
        .collect();
    dangling.into_iter().flatten().collect()
}

/// The results of following mentions.
struct FollowedMentions {
    dangling: Vec<DanglingMention>,
    actor_mentioned: Vec<bool>,
}

/// A visitor of mentions.
struct Follower<'n> {
    network: &'n Network,
    dangling: Vec<DanglingMention>,
    /// For each actor, whether any record mentions it.
    is_mentioned: &'n [AtomicBool],
    /// Whether each code asked for is official. Records name the same few codes again and again,
    /// and the gazetteer is large.
    official: BTreeMap<String, bool>,
    communes: BTreeMap<String, bool>,
}

impl<'n> Follower<'n> {
    fn new(network: &'n Network, is_mentioned: &'n [AtomicBool]) -> Self {
        Self {
            network,
            dangling: Vec::new(),
            is_mentioned,
            official: BTreeMap::new(),
            communes: BTreeMap::new(),
        }
    }

    /// A visitor that follows each mention of a file; `described` are the sources that the record
    /// describes itself and may cite.
    fn visitor(&mut self, file: &Arc<str>, described: &[Citation]) -> impl FnMut(Mention) {
        |mention| {
            if !self.is_resolved(&mention) && !is_described(&mention, described) {
                self.dangling.push(dangling(&mention, file));
            }
        }
    }

    /// Whether a mention names something known. An empty text counts as known, since the schema
    /// reports it already.
    fn is_resolved(&mut self, mention: &Mention) -> bool {
        let (network, text) = (self.network, mention.text);
        text.is_empty()
            || match mention.to {
                Target::Word(list) => network.vocabulary.word(list, text).is_some(),
                Target::Principle => network.charter.principles.get(text).is_some(),
                Target::Actor => self.mark_actor(text),
                Target::NamedInPlace => {
                    self.mark_actor(text);
                    true
                }
                Target::Informant => {
                    network.vocabulary.word(List::Stakeholders, text).is_some()
                        || self.mark_actor(text)
                }
                Target::Dynamic => network.dynamic(text).is_some(),
                // Without the private folder, contacts are roles and nothing more; of one that was
                // not read, nobody knows whom it lacks.
                Target::Person => network.people.as_ref().is_none_or(|people| {
                    people.unread.is_some() || people.persons.contains_key(text)
                }),
                Target::Source => network.sources.contains_key(text),
                Target::Territory => {
                    network.territory(text).is_some()
                        || cached(&mut self.official, text, geography::is_official)
                }
                Target::Commune => cached(&mut self.communes, text, geography::is_commune),
            }
    }

    /// Marks an actor as mentioned; returns whether it has a record.
    fn mark_actor(&self, name: &str) -> bool {
        let position = self.network.position_of_actor(name);
        if let Some(mentioned) = position.and_then(|at| self.is_mentioned.get(at)) {
            mentioned.store(true, Ordering::Relaxed);
        }
        position.is_some()
    }
}

/// Whether a mention cites a source that its own record describes.
fn is_described(mention: &Mention, described: &[Citation]) -> bool {
    mention.to == Target::Source && described.iter().any(|source| source.is(mention.text))
}

/// The answer for a code, looked up once.
fn cached(known: &mut BTreeMap<String, bool>, code: &str, look_up: fn(&str) -> bool) -> bool {
    if let Some(answer) = known.get(code) {
        return *answer;
    }
    let answer = look_up(code);
    known.insert(code.to_owned(), answer);
    answer
}

fn dangling(mention: &Mention, file: &Arc<str>) -> DanglingMention {
    let route = mention.route.route();
    let at = if mention.is_key {
        At::Key(route)
    } else {
        At::Value(route)
    };
    DanglingMention {
        to: mention.to,
        text: mention.text.to_owned(),
        place: Place {
            file: file.clone(),
            at,
        },
    }
}
