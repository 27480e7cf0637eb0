//! What the reading of a workspace brought in, before anything is linked.

use std::sync::Arc;

use crate::charter::Charter;
use crate::network::{ActorRecord, DynamicRecord, PublishedRecord, TerritoryRecord};
use crate::records::{People, Settings, SkipReason, Sources, Text, Vocabulary};

/// A file under `territories/` that no record is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFile {
    /// Its path below the root.
    pub file: Arc<str>,
    /// Why.
    pub why: SkipReason,
}

/// A file that names a base which cannot stand below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBase {
    /// The file.
    pub file: Arc<str>,
    /// What it names.
    pub named: String,
    /// Why that is no base.
    pub why: InvalidBaseReason,
}

/// Why what a file names is no base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidBaseReason {
    /// There is no such file in the workspace.
    Unknown,
    /// It starts, in the end, from itself.
    Circle,
    /// Too many files lie below one another.
    TooDeep,
}

/// Everything that was read, as it was written.
#[derive(Debug, Default)]
pub struct RawRecords {
    /// `apes.toml`.
    pub settings: Settings,
    /// `schemas/vocabulary.toml`.
    pub vocabulary: Arc<Vocabulary>,
    /// `schemas/charter.toml`.
    pub charter: Charter,
    /// `territories/sources.toml`.
    pub sources: Sources,
    /// The private folder of persons, where `apes.toml` names one that is there.
    pub people: Option<People>,
    /// Every territory.
    pub territories: Vec<TerritoryRecord>,
    /// Every actor.
    pub actors: Vec<ActorRecord>,
    /// Every dynamic.
    pub dynamics: Vec<DynamicRecord>,
    /// Every record of published figures.
    pub published: Vec<PublishedRecord>,
    /// Every text for reports.
    pub texts: Vec<Text>,
    /// Files that are not read.
    pub unread: Vec<UnreadFile>,
    /// Files that the workspace does not have, in whose place those of Apes are read.
    pub default_files: Vec<&'static str>,
    /// The files that all others rest on (settings, vocabulary, charter, sources), where they were
    /// not read whole.
    pub broken: Vec<Arc<str>>,
    /// Files that name a base which cannot stand below them.
    pub bases: Vec<InvalidBase>,
}

impl RawRecords {
    /// Both harvests; this one's settings, words and charter.
    #[must_use]
    pub fn and(mut self, mut other: Self) -> Self {
        self.sources.extend(other.sources);
        self.territories.append(&mut other.territories);
        self.actors.append(&mut other.actors);
        self.dynamics.append(&mut other.dynamics);
        self.published.append(&mut other.published);
        self.texts.append(&mut other.texts);
        self.unread.append(&mut other.unread);
        self.broken.append(&mut other.broken);
        self
    }
}
