//! The kinds of what verbs rename, remove or merge.

use std::sync::Arc;

use clap::ValueEnum;

use crate::network::Network;
use crate::records::Record;

/// The file of the sources that several records cite.
pub const SOURCES: &str = "territories/sources.toml";

/// A kind of what has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordKind {
    /// A territory, with its folder
    #[value(alias = "territoire")]
    Territory,
    /// An actor
    #[value(alias = "acteur")]
    Actor,
    /// A dynamic
    #[value(alias = "dynamique")]
    Dynamic,
    /// Published figures
    #[value(aliases = ["publication", "publié", "publie", "chiffres"])]
    Published,
    /// A source of `territories/sources.toml`
    Source,
}

impl RecordKind {
    /// The name of the kind, which is that of its schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
            Self::Published => "published",
            Self::Source => "source",
        }
    }

    /// The file that holds what has an id.
    #[must_use]
    pub fn file(self, network: &Network, id: &str) -> Option<Arc<str>> {
        match self {
            Self::Territory => network.territory(id).map(|record| record.file.clone()),
            Self::Actor => network.actor(id).map(|record| record.file.clone()),
            Self::Dynamic => network.dynamic(id).map(|record| record.file.clone()),
            Self::Published => network.published(id).map(|record| record.file.clone()),
            Self::Source => network.sources.contains_key(id).then(|| Arc::from(SOURCES)),
        }
    }

    /// The ids of all that is of this kind.
    #[must_use]
    pub fn ids(self, network: &Network) -> Vec<String> {
        match self {
            Self::Territory => ids(&network.territories),
            Self::Actor => ids(&network.actors),
            Self::Dynamic => ids(&network.dynamics),
            Self::Published => ids(&network.published),
            Self::Source => network.sources.keys().map(ToString::to_string).collect(),
        }
    }
}

fn ids<I: std::fmt::Display, T>(records: &[Record<I, T>]) -> Vec<String> {
    records.iter().map(|record| record.id.to_string()).collect()
}
