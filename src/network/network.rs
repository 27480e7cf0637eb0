//! The network: every record in order of id, with its indexes built once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::charter::Charter;
use crate::geography::Area;
use crate::network::linking::index::Index;
use crate::network::linking::inside_index::InsideIndex;
use crate::network::linking::unresolved::{DanglingMention, EditorSchema, InvalidBase, UnreadFile};
use crate::records::{
    Actor, ActorId, Dynamic, DynamicId, People, Published, PublishedId, Record, ReportText,
    Settings, SkipReason, Sources, Target, Territory, TerritoryId, Vocabulary,
};

/// A territory's record.
pub type TerritoryRecord = Record<TerritoryId, Territory>;
/// An actor's record.
pub type ActorRecord = Record<ActorId, Actor>;
/// A dynamic's record.
pub type DynamicRecord = Record<DynamicId, Dynamic>;
/// A record of published figures.
pub type PublishedRecord = Record<PublishedId, Published>;

/// All records of a workspace, linked; made by `Network::link`.
#[derive(Debug, Default)]
pub struct Network {
    /// Settings: the network's name, language and territory.
    pub settings: Settings,
    /// The vocabulary.
    pub vocabulary: Arc<Vocabulary>,
    /// The charter.
    pub charter: Charter,
    /// Sources that several records cite.
    pub sources: Sources,
    /// Persons behind contacts, if their folder exists; no report shows them by itself.
    pub people: Option<People>,
    /// Territories by id, then file; an id given twice has two records.
    pub territories: Vec<TerritoryRecord>,
    /// Actors by id, then file.
    pub actors: Vec<ActorRecord>,
    /// Dynamics by id, then file.
    pub dynamics: Vec<DynamicRecord>,
    /// Published figures by id, then file.
    pub published: Vec<PublishedRecord>,
    /// Texts for reports, by territory, year, section and language.
    pub texts: Vec<ReportText>,
    /// Files under `territories/` that no record is read from, by path.
    pub unread: Vec<UnreadFile>,
    /// Mentions of something unknown.
    pub dangling: Vec<DanglingMention>,
    /// Files whose base is not one.
    pub bases: Vec<InvalidBase>,
    /// Schemas that were written for editors.
    pub editor_schemas: Vec<EditorSchema>,
    /// Positions of ids in the lists of records.
    pub(in crate::network) indexes: Indexes,
    /// For each actor, whether any other record mentions it.
    pub(in crate::network) actor_mentioned: Vec<bool>,
    /// Indexes that few questions need.
    pub(in crate::network) lazy: LazyIndexes,
    /// Dynamics by the territory in whose folder they are.
    pub(in crate::network) dynamics_at: BTreeMap<TerritoryId, Vec<usize>>,
    /// The authority that governs each territory, by the territory's name in the authority's
    /// record.
    pub(in crate::network) governed_by: BTreeMap<TerritoryId, usize>,
    /// Files that all others depend on, as far as they could not be read whole.
    pub(in crate::network) broken: Vec<Arc<str>>,
    /// Files that the workspace does not have, replaced by those of Apes.
    pub(in crate::network) default_files: Vec<&'static str>,
    /// Files whose text is that of Apes, to the byte.
    pub(in crate::network) as_shipped: Vec<Arc<str>>,
}

/// Positions of ids in each list.
#[derive(Debug, Default)]
pub(in crate::network) struct Indexes {
    pub(in crate::network) territories: Index,
    pub(in crate::network) actors: Index,
    pub(in crate::network) dynamics: Index,
    pub(in crate::network) published: Index,
}

/// Indexes built on first use.
#[derive(Debug, Default)]
pub(in crate::network) struct LazyIndexes {
    /// Dynamics by the actors that take part in them.
    pub(in crate::network) dynamics_of_actor: OnceLock<BTreeMap<ActorId, Vec<usize>>>,
    /// Dynamics by the territories where they also take place.
    pub(in crate::network) dynamics_also_in: OnceLock<BTreeMap<TerritoryId, Vec<usize>>>,
    /// The dynamics that another one succeeds.
    pub(in crate::network) succeeded: OnceLock<BTreeSet<DynamicId>>,
    /// The official area of each territory.
    pub(in crate::network) areas: OnceLock<Vec<Option<Area>>>,
    /// What lies inside each territory.
    pub(in crate::network) inside: OnceLock<InsideIndex>,
}

impl Network {
    /// The territory of an id.
    #[must_use]
    pub fn territory(&self, id: &str) -> Option<&TerritoryRecord> {
        self.indexes.territories.find(&self.territories, id)
    }

    /// The position of a territory's first record among the territories.
    pub(in crate::network) fn position_of_territory(&self, id: &str) -> Option<usize> {
        self.indexes.territories.position(&self.territories, id)
    }

    /// The actor of an id.
    #[must_use]
    pub fn actor(&self, id: &str) -> Option<&ActorRecord> {
        self.indexes.actors.find(&self.actors, id)
    }

    /// The position of an actor's first record among the actors.
    pub(in crate::network) fn position_of_actor(&self, id: &str) -> Option<usize> {
        self.indexes.actors.position(&self.actors, id)
    }

    /// The dynamic of an id.
    #[must_use]
    pub fn dynamic(&self, id: &str) -> Option<&DynamicRecord> {
        self.indexes.dynamics.find(&self.dynamics, id)
    }

    /// The record of published figures of an id.
    #[must_use]
    pub fn published(&self, id: &str) -> Option<&PublishedRecord> {
        self.indexes.published.find(&self.published, id)
    }

    /// Whether the vocabulary or the charter is the network's own, rather than the one of Apes
    /// that replaces it.
    #[must_use]
    pub fn has_own(&self, file: &str) -> bool {
        !self.default_files.contains(&file)
    }

    /// Whether every file could be read whole: if not, totals and absences cannot be checked.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.broken.is_empty()
            && !self.unread.iter().any(could_hold_records)
            && self.territories.iter().all(|record| record.intact)
            && self.actors.iter().all(|record| record.intact)
            && self.dynamics.iter().all(|record| record.intact)
            && self.published.iter().all(|record| record.intact)
    }

    /// Whether everything that a kind of name may mean could be read: the file of the network's
    /// sources, words or principles, the folders of its records. If not, a name that is missing may
    /// only be unread.
    #[must_use]
    pub fn knows_all(&self, target: Target) -> bool {
        // Without the ending: the file may be TOML or YAML.
        let stem = match target {
            Target::Source => "territories/sources.",
            Target::Word(_) | Target::Informant => "schemas/vocabulary.",
            Target::Principle => "schemas/charter.",
            Target::Actor | Target::Dynamic | Target::Territory => return self.lists_all(),
            _ => return true,
        };
        if matches!(target, Target::Source | Target::Informant) && !self.lists_all() {
            return false;
        }
        let unread = self.unread.iter().map(|unread| &unread.file);
        let mut incomplete = self.broken.iter().chain(unread);
        !incomplete.any(|path| path.starts_with(stem))
    }

    /// Whether every record is listed, if only by its id: a folder that could not be entered may
    /// hold any.
    fn lists_all(&self) -> bool {
        !self.unread.iter().any(|unread| {
            let name = unread.file.rsplit('/').next().unwrap_or_default();
            let is_below = unread.file.starts_with("territories");
            match unread.why {
                SkipReason::TooMany => true,
                SkipReason::Link | SkipReason::Refused(..) | SkipReason::Exhausted(..) => {
                    is_below && !name.contains('.')
                }
                _ => false,
            }
        })
    }

    /// The number of records.
    #[must_use]
    pub fn size(&self) -> usize {
        self.territories.len() + self.actors.len() + self.dynamics.len() + self.published.len()
    }
}

/// Whether an unread file may hold records, rather than being out of place or of another ending.
pub(in crate::network) fn could_hold_records(unread: &UnreadFile) -> bool {
    !matches!(
        unread.why,
        SkipReason::Place | SkipReason::Ending | SkipReason::Outside
    )
}
