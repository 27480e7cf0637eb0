//! Sources: the documents and pages that records rest on.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::records::{ShortOrTable, SourceId};

/// `territories/sources.toml`: sources that several records cite.
pub type Sources = BTreeMap<SourceId, SourceEntry>;

/// One source.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct SourceEntry {
    /// Its id, where it is written in place and bears one.
    pub id: Option<SourceId>,
    /// Its title.
    pub title: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it is called where it is no page.
    pub document: Option<String>,
    /// When it appeared.
    pub year: Option<u16>,
    /// When it was read.
    pub read_on: Option<PartialDate>,
}

/// A source cited by id, or written in place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<SourceId, SourceEntry>")]
pub enum Citation {
    /// By id.
    Id(SourceId),
    /// In place.
    InPlace(Box<SourceEntry>),
}

impl From<ShortOrTable<SourceId, SourceEntry>> for Citation {
    fn from(written: ShortOrTable<SourceId, SourceEntry>) -> Self {
        match written {
            ShortOrTable::Short(id) => Self::Id(id),
            ShortOrTable::Long(entry) => Self::InPlace(Box::new(entry)),
        }
    }
}

impl Citation {
    /// Whether the source is described in place, under this id.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        matches!(self, Self::InPlace(entry) if entry.id.as_ref().is_some_and(|known| known.as_str() == id))
    }
}
