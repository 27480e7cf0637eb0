//! The network: every record in order of id, with its indexes built once.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::charter::Charter;
use crate::network::linking::index::Index;
use crate::network::linking::links::{self, Dangling};
use crate::network::{InvalidBase, RawRecords, UnreadFile};
use crate::records::{
    Actor, ActorId, Dynamic, DynamicId, People, Published, PublishedId, Record, Settings,
    SkipReason, Sources, Target, Territory, TerritoryId, Text, Vocabulary,
};

/// A territory's record.
pub type TerritoryRecord = Record<TerritoryId, Territory>;
/// An actor's record.
pub type ActorRecord = Record<ActorId, Actor>;
/// A dynamic's record.
pub type DynamicRecord = Record<DynamicId, Dynamic>;
/// A record of published figures.
pub type PublishedRecord = Record<PublishedId, Published>;

/// All records of a workspace, linked.
#[derive(Debug, Default)]
pub struct Network {
    /// Who this network is.
    pub settings: Settings,
    /// Its words.
    pub vocabulary: Arc<Vocabulary>,
    /// Its charter.
    pub charter: Charter,
    /// Sources that several records cite.
    pub sources: Sources,
    /// Persons behind contacts, where their folder is there; no report shows them by itself.
    pub people: Option<People>,
    /// Territories by id, then file; an id given twice stands twice.
    pub territories: Vec<TerritoryRecord>,
    /// Actors by id, then file.
    pub actors: Vec<ActorRecord>,
    /// Dynamics by id, then file.
    pub dynamics: Vec<DynamicRecord>,
    /// Published figures by id, then file.
    pub published: Vec<PublishedRecord>,
    /// Texts for reports, by territory, year, section and language.
    pub texts: Vec<Text>,
    /// Files under `territories/` that no record is read from, by path.
    pub unread: Vec<UnreadFile>,
    /// Mentions that lead nowhere.
    pub dangling: Vec<Dangling>,
    /// Where ids stand in these lists.
    indexes: Indexes,
    /// For each actor, whether any other record mentions it.
    pub(super) actor_mentioned: Vec<bool>,
    /// Dynamics by the actors that take part in them; built when it is first asked for.
    pub(super) dynamics_of_actor: OnceLock<BTreeMap<ActorId, Vec<usize>>>,
    /// Dynamics by the territory in whose folder they lie.
    pub(super) dynamics_at: BTreeMap<TerritoryId, Vec<usize>>,
    /// The authority that governs each territory, by the name of the territory in its record.
    pub(super) governed_by: BTreeMap<TerritoryId, usize>,
    /// Files that name a base which cannot stand below them.
    pub bases: Vec<InvalidBase>,
    broken: Vec<Arc<str>>,
    default_files: Vec<&'static str>,
}

impl Network {
    /// Links all that was read.
    #[must_use]
    pub fn link(raw: RawRecords) -> Self {
        let RawRecords {
            settings,
            vocabulary,
            charter,
            sources,
            people,
            broken,
            bases,
            ..
        } = raw;
        let mut network = Self {
            settings,
            vocabulary,
            charter,
            sources,
            people,
            bases,
            broken,
            ..Self::default()
        };
        network.default_files = raw.default_files;
        network.territories = sorted(raw.territories);
        network.actors = sorted(raw.actors);
        network.dynamics = sorted(raw.dynamics);
        network.published = sorted(raw.published);
        network.indexes = Indexes {
            territories: Index::of(&network.territories),
            actors: Index::of(&network.actors),
            dynamics: Index::of(&network.dynamics),
            published: Index::of(&network.published),
        };
        network.texts = raw.texts;
        network
            .texts
            .sort_by(|one, other| (&one.key, &one.file).cmp(&(&other.key, &other.file)));
        network.unread = raw.unread;
        network
            .unread
            .sort_by(|one, other| one.file.cmp(&other.file));
        links::link(&mut network);
        network
    }

    /// A territory by its id.
    #[must_use]
    pub fn territory(&self, id: &str) -> Option<&TerritoryRecord> {
        self.indexes.territories.find(&self.territories, id)
    }

    /// An actor by its id.
    #[must_use]
    pub fn actor(&self, id: &str) -> Option<&ActorRecord> {
        self.indexes.actors.find(&self.actors, id)
    }

    /// Where the first record of an actor stands among the actors.
    pub(super) fn position_of_actor(&self, id: &str) -> Option<usize> {
        self.indexes.actors.position(&self.actors, id)
    }

    /// A dynamic by its id.
    #[must_use]
    pub fn dynamic(&self, id: &str) -> Option<&DynamicRecord> {
        self.indexes.dynamics.find(&self.dynamics, id)
    }

    /// A record of published figures by its id.
    #[must_use]
    pub fn published(&self, id: &str) -> Option<&PublishedRecord> {
        self.indexes.published.find(&self.published, id)
    }

    /// Whether the words or the charter are the network's own, rather than those of Apes in their
    /// place.
    #[must_use]
    pub fn has_own(&self, file: &str) -> bool {
        !self.default_files.contains(&file)
    }

    /// Whether every file could be read whole: if not, totals and absences cannot be judged.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let unopened =
            |unread: &UnreadFile| !matches!(unread.why, SkipReason::Place | SkipReason::Ending);
        self.broken.is_empty()
            && !self.unread.iter().any(unopened)
            && self.territories.iter().all(|record| record.intact)
            && self.actors.iter().all(|record| record.intact)
            && self.dynamics.iter().all(|record| record.intact)
            && self.published.iter().all(|record| record.intact)
    }

    /// Whether the file of the network's sources, words or principles could be read whole: if not,
    /// what it does not
    /// have may only be unread.
    #[must_use]
    pub fn knows_all(&self, of: Target) -> bool {
        let file = match of {
            Target::Source => "territories/sources.",
            Target::Word(_) | Target::Teller => "schemas/vocabulary.",
            Target::Principle => "schemas/charter.",
            _ => return true,
        };
        let unread = self.unread.iter().map(|unread| &unread.file);
        !self
            .broken
            .iter()
            .chain(unread)
            .any(|path| path.starts_with(file))
    }

    /// How many records there are.
    #[must_use]
    pub fn size(&self) -> usize {
        self.territories.len() + self.actors.len() + self.dynamics.len() + self.published.len()
    }
}

/// Sorted by names kept apart: a record is too large to be moved about while sorting.
fn sorted<I: Ord + Clone, T>(mut records: Vec<Record<I, T>>) -> Vec<Record<I, T>> {
    records.sort_by_cached_key(|record| (record.id.clone(), record.file.clone()));
    records
}

/// Where ids stand in each list.
#[derive(Debug, Default)]
struct Indexes {
    territories: Index,
    actors: Index,
    dynamics: Index,
    published: Index,
}
