//! A record of any kind, for questions that do not depend on the kind.

use std::sync::Arc;

use crate::network::network::{
    ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord,
};
use crate::records::{Common, TerritoryId};

/// A record of any kind.
#[derive(Clone, Copy, Debug)]
pub enum RecordRef<'n> {
    /// A territory.
    Territory(&'n TerritoryRecord),
    /// An actor.
    Actor(&'n ActorRecord),
    /// A dynamic.
    Dynamic(&'n DynamicRecord),
    /// Published figures.
    Published(&'n PublishedRecord),
}

/// Evaluates an expression for the record of whatever kind.
macro_rules! of_any_kind {
    ($reference:expr, $record:ident => $value:expr) => {
        match $reference {
            RecordRef::Territory($record) => $value,
            RecordRef::Actor($record) => $value,
            RecordRef::Dynamic($record) => $value,
            RecordRef::Published($record) => $value,
        }
    };
}

impl<'n> RecordRef<'n> {
    /// The kind's name in ids such as `territory/dunkerque`.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Territory(_) => "territory",
            Self::Actor(_) => "actor",
            Self::Dynamic(_) => "dynamic",
            Self::Published(_) => "published",
        }
    }

    /// The record's id.
    #[must_use]
    pub fn id(self) -> &'n str {
        of_any_kind!(self, record => record.id.as_str())
    }

    /// The name that people use.
    #[must_use]
    pub fn name(self) -> String {
        of_any_kind!(self, record => record.name())
    }

    /// The territory in whose folder the record is.
    #[must_use]
    pub fn home(self) -> &'n TerritoryId {
        of_any_kind!(self, record => &record.home)
    }

    /// The record's file.
    #[must_use]
    pub fn file(self) -> &'n Arc<str> {
        of_any_kind!(self, record => &record.file)
    }

    /// Whether the file could be read whole.
    #[must_use]
    pub fn is_intact(self) -> bool {
        of_any_kind!(self, record => record.intact)
    }

    /// The keys that every record may have.
    #[must_use]
    pub fn common(self) -> &'n Common {
        of_any_kind!(self, record => &record.common)
    }

    /// The territory, if the record is one.
    #[must_use]
    pub fn territory(self) -> Option<&'n TerritoryRecord> {
        match self {
            Self::Territory(record) => Some(record),
            _ => None,
        }
    }

    /// The actor, if the record is one.
    #[must_use]
    pub fn actor(self) -> Option<&'n ActorRecord> {
        match self {
            Self::Actor(record) => Some(record),
            _ => None,
        }
    }
}

impl<'n> RecordRef<'n> {
    /// The dynamic, if the record is one.
    #[must_use]
    pub fn dynamic(self) -> Option<&'n DynamicRecord> {
        match self {
            Self::Dynamic(record) => Some(record),
            _ => None,
        }
    }

    /// The published figures, if the record holds some.
    #[must_use]
    pub fn published(self) -> Option<&'n PublishedRecord> {
        match self {
            Self::Published(record) => Some(record),
            _ => None,
        }
    }
}

impl Network {
    /// Every record: territories, actors, dynamics, published figures, each kind by id.
    pub fn records(&self) -> impl Iterator<Item = RecordRef<'_>> {
        let territories = self.territories.iter().map(RecordRef::Territory);
        let actors = self.actors.iter().map(RecordRef::Actor);
        let dynamics = self.dynamics.iter().map(RecordRef::Dynamic);
        let published = self.published.iter().map(RecordRef::Published);
        territories.chain(actors).chain(dynamics).chain(published)
    }
}
