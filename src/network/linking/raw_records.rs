//! The records of a workspace as they were read, before they are linked.

use std::sync::Arc;

use crate::charter::Charter;
use crate::network::linking::unresolved::{EditorSchema, InvalidBase, UnreadFile};
use crate::network::network::{ActorRecord, DynamicRecord, PublishedRecord, TerritoryRecord};
use crate::records::{People, ReportText, Settings, Sources, Vocabulary};

/// The records of a workspace as they were read.
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
    /// The private folder of persons, if `apes.toml` names one that exists.
    pub people: Option<People>,
    /// Territories.
    pub territories: Vec<TerritoryRecord>,
    /// Actors.
    pub actors: Vec<ActorRecord>,
    /// Dynamics.
    pub dynamics: Vec<DynamicRecord>,
    /// Records of published figures.
    pub published: Vec<PublishedRecord>,
    /// Texts for reports.
    pub texts: Vec<ReportText>,
    /// Files that are not read.
    pub unread: Vec<UnreadFile>,
    /// Files that the workspace does not have, replaced by those of Apes.
    pub default_files: Vec<&'static str>,
    /// Files whose text is that of Apes, to the byte.
    pub as_shipped: Vec<Arc<str>>,
    /// Files that all others depend on (settings, vocabulary, charter, sources), as far as they
    /// could not be read whole.
    pub broken: Vec<Arc<str>>,
    /// Files whose base is not one.
    pub bases: Vec<InvalidBase>,
    /// Schemas that were written for editors.
    pub editor_schemas: Vec<EditorSchema>,
}

impl RawRecords {
    /// Adds the records, texts and unread files of another batch; keeps the settings, vocabulary
    /// and charter of this one.
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
