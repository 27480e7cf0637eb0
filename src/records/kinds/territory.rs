//! Territories in which the network works, with their agreements and their collective.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::documents::deserialize::OneOrMany;
use crate::records::parts::id::{ActorId, SourceId, TerritoryId, Word};
use crate::records::parts::observation::{LeverOrObstacle, Tool};
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::sources::Citation;
use crate::records::parts::stage::Stages;
use crate::records::parts::year::Figure;

/// The keys of a territory.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Territory {
    /// Kind, from the vocabulary.
    pub kind: Word,
    /// Official code: INSEE code, or SIREN of an EPCI.
    pub code: Option<String>,
    /// Official codes of its parts, for a territory without a code.
    pub made_of: Vec<TerritoryId>,
    /// Territories around it, where no official code gives them.
    pub within: OneOrMany<TerritoryId>,
    /// Territories that it replaces after a merger.
    pub succeeds: Vec<TerritoryId>,
    /// Periods in which the network works there.
    pub followed: OneOrMany<Period>,
    /// Levers.
    pub levers: Vec<LeverOrObstacle>,
    /// Obstacles.
    pub obstacles: Vec<LeverOrObstacle>,
    /// Tools of cooperation.
    pub tools: Vec<Tool>,
    /// Agreements with local authorities, by key.
    pub agreements: SortedMap<String, Agreement>,
    /// Stages of the process that were reached.
    pub stages: Stages,
    /// Collective of the actors who cooperate there.
    pub collective: Option<Collective>,
}

/// An agreement with a local authority.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Agreement {
    /// Authority; by default, the actor that governs the territory.
    pub with: Option<ActorId>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Key of the agreement it renews.
    pub renews: Option<String>,
    /// Date of the vote of the authority.
    pub voted: Option<PartialDate>,
    /// Work of the network, in days.
    pub days: Option<f64>,
    /// Amount, in euros.
    pub amount: Option<f64>,
    /// Subject.
    pub subject: Option<String>,
    /// Source.
    pub source: Option<SourceId>,
    /// Several sources.
    pub sources: Vec<Citation>,
    /// Whether it is an interpretation of the author.
    pub inferred: bool,
    /// Comment.
    pub note: Option<String>,
}

impl Agreement {
    /// Returns the period in which it is in force.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: Vec::new(),
        }
    }
}

/// The collective of a territory: objective 1 of the process.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Collective {
    /// Actor, if the collective is an organisation.
    pub actor: Option<ActorId>,
    /// Name, if it is not.
    pub name: Option<String>,
    /// Date of formation.
    pub formed: Option<PartialDate>,
    /// Member actors.
    pub members: Vec<ActorId>,
    /// Number of participants.
    pub size: Option<Figure>,
    /// Priorities.
    pub priorities: Vec<String>,
    /// Stakeholders with whom the priorities were identified.
    pub identified_with: Vec<Word>,
}
