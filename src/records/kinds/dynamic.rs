//! Dynamics: cooperation projects of a territory, with their theme, partners and purpose.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::documents::deserialize::OneOrMany;
use crate::records::kinds::actor::Governance;
use crate::records::parts::id::{ActorId, DynamicId, SourceId, TerritoryId, ThemeId, Word};
use crate::records::parts::observation::{LeverOrObstacle, Tool};
use crate::records::parts::short_or_table::ShortOrTable;
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::stage::Stages;

/// The keys of a dynamic.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Dynamic {
    /// Theme under which it is counted.
    pub theme: Option<ThemeId>,
    /// Other themes, under which it is never counted.
    pub other_themes: Vec<ThemeId>,
    /// Role of the network, from the vocabulary.
    pub network_role: Option<Word>,
    /// Commune of its symbol on the map.
    pub place: Option<TerritoryId>,
    /// Other territories in which it takes place.
    pub also_in: Vec<TerritoryId>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which a source attests it.
    pub seen: Vec<u16>,
    /// Form, from the vocabulary, which decides whether it is counted.
    pub form: Option<Word>,
    /// Larger dynamic within which it is counted.
    pub part_of: Option<DynamicId>,
    /// Dynamics that it continues, from which it splits, or that it merges.
    pub succeeds: Vec<DynamicId>,
    /// Way in which it ended, from the vocabulary.
    pub ended: Option<Word>,
    /// Levers.
    pub levers: Vec<LeverOrObstacle>,
    /// Obstacles.
    pub obstacles: Vec<LeverOrObstacle>,
    /// Tools of cooperation.
    pub tools: Vec<Tool>,
    /// Stages of the process that were reached.
    pub stages: Stages,
    /// Partners, by id of the actor.
    pub partners: SortedMap<ActorId, Partner>,
    /// Purpose.
    pub purpose: Purpose,
    /// Governance.
    pub governance: Option<Governance>,
}

impl Dynamic {
    /// Returns the period in which it is active.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// The participation of an actor in a dynamic.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<Word, PartnerRow>")]
pub struct Partner {
    /// Name, for an actor without a record.
    pub name: Option<String>,
    /// Kind, for an actor without a record.
    pub kind: Option<Word>,
    /// Roles, from the vocabulary.
    pub role: Vec<Word>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which a source attests it.
    pub seen: Vec<u16>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
    /// Comment.
    pub note: Option<String>,
    /// Source.
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
    fn from(partner: ShortOrTable<Word, PartnerRow>) -> Self {
        let row = match partner {
            ShortOrTable::Short(role) => PartnerRow {
                role: OneOrMany(vec![role]),
                ..PartnerRow::default()
            },
            ShortOrTable::Long(row) => row,
        };
        Self {
            name: row.name,
            kind: row.kind,
            role: row.role.0,
            from: row.from,
            to: row.to,
            seen: row.seen,
            inferred: row.inferred,
            note: row.note,
            source: row.source,
        }
    }
}

impl Partner {
    /// Returns the period of participation. An empty period means that of the dynamic.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// The purpose of a dynamic: objective 2 of the process.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Purpose {
    /// Needs that it answers.
    pub needs: Vec<String>,
    /// Stakeholders with whom the needs were identified.
    pub identified_with: Vec<Word>,
    /// Solution that it provides.
    pub solution: Option<String>,
}
