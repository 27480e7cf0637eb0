//! `apes.toml`: who this network is, and how its checks are set.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::language::Language;
use crate::records::{ActorId, LocalizedText, TerritoryId};

/// What `apes.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of the workspace's format.
    pub format: u16,
    /// The network's name.
    pub name: String,
    /// What stands in large letters above its map.
    pub motto: LocalizedText,
    /// Language in which it is answered.
    pub language: Option<Language>,
    /// The territory that holds all others.
    pub territory: Option<TerritoryId>,
    /// The network's own record among its actors.
    pub actor: Option<ActorId>,
    /// Whether the records are invented: then every output says so.
    pub invented: bool,
    /// Folder of persons, outside the workspace.
    pub people: Option<String>,
    /// Licence of the records, as an SPDX id.
    pub licence: Option<String>,
    /// Whom to name when the records are used.
    pub attribution: Option<String>,
    /// Levels of checks that differ from their default.
    pub checks: BTreeMap<String, LevelSetting>,
}

/// A check's level in this network, and why.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct LevelSetting {
    /// The level.
    pub level: CheckLevel,
    /// The reason.
    pub because: String,
}

/// Levels as `apes.toml` names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    /// A contradiction.
    #[default]
    Error,
    /// Worth a look.
    Warning,
    /// For information.
    Note,
    /// Not told.
    Off,
}

impl CheckLevel {
    /// The severity it gives; nothing where the check is off.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}
