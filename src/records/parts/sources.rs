//! Sources: the documents and pages that support records.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::records::parts::id::SourceId;
use crate::records::parts::short_or_table::ShortOrTable;

/// The sources of `territories/sources.toml`, which several records cite.
pub type Sources = BTreeMap<SourceId, SourceEntry>;

/// A source: a document or a page.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct SourceEntry {
    /// Id, for a source that is described where it is cited.
    pub id: Option<SourceId>,
    /// Title.
    pub title: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Name of the document, for a source that is not a page.
    pub document: Option<String>,
    /// Year of publication.
    pub year: Option<u16>,
    /// Date on which it was consulted.
    pub read_on: Option<PartialDate>,
}

/// A citation of a source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<SourceId, SourceEntry>")]
pub enum Citation {
    /// By its id.
    Id(SourceId),
    /// Described in place.
    InPlace(Box<SourceEntry>),
}

impl From<ShortOrTable<SourceId, SourceEntry>> for Citation {
    fn from(citation: ShortOrTable<SourceId, SourceEntry>) -> Self {
        match citation {
            ShortOrTable::Short(id) => Self::Id(id),
            ShortOrTable::Long(entry) => Self::InPlace(Box::new(entry)),
        }
    }
}

impl Citation {
    /// Returns whether the source is described in place under an id.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        match self {
            Self::Id(_) => false,
            Self::InPlace(entry) => entry.id.as_ref().is_some_and(|known| known.as_str() == id),
        }
    }
}
