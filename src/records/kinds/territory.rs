//! A territory: where the network works, how far its collective has come, what it agreed with whom.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::{
    ActorId, Citation, Figure, LeverOrObstacle, OneOrMany, SortedMap, SourceId, Stages,
    TerritoryId, Tool, Word,
};

/// What a territory's file says beyond the common keys.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Territory {
    /// What it is, from the vocabulary.
    pub kind: Word,
    /// EPCI SIREN or INSEE code.
    pub code: Option<String>,
    /// Official codes it is made of, where it has none itself.
    pub made_of: Vec<TerritoryId>,
    /// What contains it, where no code tells.
    pub within: OneOrMany<TerritoryId>,
    /// Territories it was before a merger.
    pub succeeds: Vec<TerritoryId>,
    /// When the network works there.
    pub followed: OneOrMany<Period>,
    /// What helps.
    pub levers: Vec<LeverOrObstacle>,
    /// What hinders.
    pub obstacles: Vec<LeverOrObstacle>,
    /// Tools of cooperation used.
    pub tools: Vec<Tool>,
    /// Conventions with local authorities, by key.
    pub agreements: SortedMap<String, Agreement>,
    /// Stages of the process reached.
    pub stages: Stages,
    /// Those who cooperate there.
    pub collective: Option<Collective>,
}

/// A convention with a local authority.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Agreement {
    /// The authority; by default the actor that governs the territory.
    pub with: Option<ActorId>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Key of the agreement it renews.
    pub renews: Option<String>,
    /// When the authority voted it.
    pub voted: Option<PartialDate>,
    /// Days of the network's work.
    pub days: Option<f64>,
    /// Euros.
    pub amount: Option<f64>,
    /// About what.
    pub subject: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// Where it is known from.
    pub sources: Vec<Citation>,
    /// The writer's reading.
    pub inferred: bool,
    /// In words.
    pub note: Option<String>,
}

impl Agreement {
    /// When it is in force.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: Vec::new(),
        }
    }
}

/// Those who cooperate on a territory: objective 1 of the process.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Collective {
    /// If it is a body of its own.
    pub actor: Option<ActorId>,
    /// Its name otherwise.
    pub name: Option<String>,
    /// When it formed.
    pub formed: Option<PartialDate>,
    /// Actors in it.
    pub members: Vec<ActorId>,
    /// How many take part.
    pub size: Option<Figure>,
    /// What it works on first.
    pub priorities: Vec<String>,
    /// With whom the priorities were found.
    pub identified_with: Vec<Word>,
}
