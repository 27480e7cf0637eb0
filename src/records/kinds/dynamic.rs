//! A dynamic: a cooperation project, its theme, its partners, what it is for.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::{
    ActorId, DynamicId, Governance, LeverOrObstacle, OneOrMany, ShortOrTable, SortedMap, SourceId,
    Stages, TerritoryId, ThemeId, Tool, Word,
};

/// What a dynamic's file says beyond the common keys.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Dynamic {
    /// The theme that counts.
    pub theme: Option<ThemeId>,
    /// Themes that are never counted.
    pub other_themes: Vec<ThemeId>,
    /// What the network does in it, from the vocabulary.
    pub network_role: Option<Word>,
    /// Commune where it stands.
    pub place: Option<TerritoryId>,
    /// Other territories where it takes place.
    pub also_in: Vec<TerritoryId>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Years in which a source shows it.
    pub seen: Vec<u16>,
    /// Its form, from the vocabulary, which says whether it counts.
    pub form: Option<Word>,
    /// The dynamic within which it is counted.
    pub part_of: Option<DynamicId>,
    /// Dynamics that it continues, splits from or merges.
    pub succeeds: Vec<DynamicId>,
    /// How it ended, from the vocabulary.
    pub ended: Option<Word>,
    /// What helps.
    pub levers: Vec<LeverOrObstacle>,
    /// What hinders.
    pub obstacles: Vec<LeverOrObstacle>,
    /// Tools of cooperation used.
    pub tools: Vec<Tool>,
    /// Stages of the process reached.
    pub stages: Stages,
    /// Who takes part, by id.
    pub partners: SortedMap<ActorId, Partner>,
    /// Needs and solution.
    pub purpose: Purpose,
    /// How it decides.
    pub governance: Option<Governance>,
}

impl Dynamic {
    /// When it lives.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// How an actor takes part.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<Word, PartnerRow>")]
pub struct Partner {
    /// Its name, where it has no record yet.
    pub name: Option<String>,
    /// Its kind, where it has no record yet.
    pub kind: Option<Word>,
    /// What it does.
    pub role: Vec<Word>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Years in which a source shows it.
    pub seen: Vec<u16>,
    /// The writer's reading.
    pub inferred: bool,
    /// In words.
    pub note: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PartnerRow {
    name: Option<String>,
    kind: Option<Word>,
    role: OneOrMany<Word>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    seen: Vec<u16>,
    inferred: bool,
    note: Option<String>,
    source: Option<SourceId>,
}

impl From<ShortOrTable<Word, PartnerRow>> for Partner {
    fn from(written: ShortOrTable<Word, PartnerRow>) -> Self {
        let row = match written {
            ShortOrTable::Short(role) => PartnerRow {
                role: OneOrMany(vec![role]),
                ..PartnerRow::default()
            },
            ShortOrTable::Long(row) => row,
        };
        let PartnerRow {
            name,
            kind,
            role,
            from,
            to,
            seen,
            inferred,
            note,
            source,
        } = row;
        Self {
            name,
            kind,
            role: role.0,
            from,
            to,
            seen,
            inferred,
            note,
            source,
        }
    }
}

impl Partner {
    /// When it takes part; nothing said means as long as the dynamic.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// What a dynamic is for: objective 2 of the process.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Purpose {
    /// Needs it answers.
    pub needs: Vec<String>,
    /// With whom they were found.
    pub identified_with: Vec<Word>,
    /// What it brings.
    pub solution: Option<String>,
}
