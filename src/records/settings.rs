//! The settings of a workspace, in `apes.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::language::Language;
use crate::records::parts::id::{ActorId, TerritoryId};
use crate::records::parts::localized_text::LocalizedText;

/// The settings of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of the format of the workspace.
    pub format: u16,
    /// Name of the network.
    pub name: String,
    /// Motto, printed in large letters above the map.
    pub motto: LocalizedText,
    /// Language of reports and messages.
    pub language: Option<Language>,
    /// Territory that contains all others.
    pub territory: Option<TerritoryId>,
    /// Actor that is the network itself.
    pub actor: Option<ActorId>,
    /// Whether the records are invented, as every output then states.
    pub invented: bool,
    /// Path of the private folder of persons, outside the workspace.
    pub people: Option<String>,
    /// Licence of the records, as an SPDX identifier.
    pub licence: Option<String>,
    /// Attribution that users of the records must give.
    pub attribution: Option<String>,
    /// Levels of checks and criteria that differ from the default, by name.
    pub checks: BTreeMap<String, LevelSetting>,
}

/// The level of a check in this network.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct LevelSetting {
    /// Level.
    pub level: CheckLevel,
    /// Reason for the level.
    pub because: String,
}

/// A level of `apes.toml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    /// Contradictions, or names of what does not exist.
    #[default]
    Error,
    /// Something missing or doubtful.
    Warning,
    /// For information.
    Note,
    /// Not reported.
    Off,
}

impl CheckLevel {
    /// Returns the severity of findings. Returns `None` for a check that is off.
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
