//! An actor: a body that takes part, its membership, its charter, its legal form.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::records::{
    ActorId, OneOrMany, PrincipleId, ShortOrTable, SortedMap, SourceId, TerritoryId, Word,
};

/// What an actor's file says beyond the common keys.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Actor {
    /// What it is, from the vocabulary, which tells its family.
    pub kind: Word,
    /// Other territories where it acts.
    pub also_in: Vec<TerritoryId>,
    /// Commune where its pin stands.
    pub place: Option<TerritoryId>,
    /// Postal address of the body.
    pub address: Option<String>,
    /// Generic address.
    pub email: Option<String>,
    /// Generic number.
    pub phone: Option<String>,
    /// Its site.
    pub website: Option<String>,
    /// When it is a member of the network.
    pub member: OneOrMany<Membership>,
    /// The territory that an authority governs.
    pub governs: Option<TerritoryId>,
    /// What no official code tells.
    pub statuses: Vec<Status>,
    /// The heads of social usefulness, by article 2 of the law of 2014, that its social object
    /// meets.
    pub social_usefulness: Vec<Word>,
    /// Official identity.
    pub legal: Legal,
    /// Networks it is part of.
    pub part_of_networks: Vec<ActorId>,
    /// Its signature of the charter.
    pub charter: Option<ActorCharter>,
    /// How it decides.
    pub governance: Option<Governance>,
}

/// A membership of the network.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Membership {
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Years in which a source shows it.
    pub seen: Vec<u16>,
    /// College, from the vocabulary.
    pub college: Option<Word>,
}

impl Membership {
    /// When it held.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// A label, an approval or a form that no official code tells.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<Word, StatusRow>")]
pub struct Status {
    /// Which, from the vocabulary.
    pub is: Word,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct StatusRow {
    is: Word,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    evidence: Option<String>,
    source: Option<SourceId>,
    inferred: bool,
}

impl From<ShortOrTable<Word, StatusRow>> for Status {
    fn from(written: ShortOrTable<Word, StatusRow>) -> Self {
        match written {
            ShortOrTable::Short(is) => Self {
                is,
                ..Self::default()
            },
            ShortOrTable::Long(StatusRow {
                is,
                from,
                to,
                evidence,
                source,
                inferred,
            }) => Self {
                is,
                from,
                to,
                evidence,
                source,
                inferred,
            },
        }
    }
}

/// Official identity of a body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Legal {
    /// INSEE legal category, four digits.
    pub category: Option<String>,
    /// Nine digits.
    pub siren: Option<String>,
    /// Fourteen digits.
    pub siret: Option<String>,
    /// `W` and nine digits.
    pub rna: Option<String>,
    /// Why it has none of these.
    pub none_because: Option<String>,
}

/// A signature of the charter and what shows that it is kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ActorCharter {
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// Proofs by principle.
    pub evidence: SortedMap<PrincipleId, OneOrMany<Proof>>,
}

/// Something that shows a principle is kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<String, ProofRow>")]
pub struct Proof {
    /// What.
    pub what: String,
    /// Of which year.
    pub year: Option<u16>,
    /// Id of the source that says so.
    pub source: Option<SourceId>,
    /// The writer's reading.
    pub inferred: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ProofRow {
    what: String,
    year: Option<u16>,
    source: Option<SourceId>,
    inferred: bool,
}

impl From<ShortOrTable<String, ProofRow>> for Proof {
    fn from(written: ShortOrTable<String, ProofRow>) -> Self {
        match written {
            ShortOrTable::Short(what) => Self {
                what,
                ..Self::default()
            },
            ShortOrTable::Long(ProofRow {
                what,
                year,
                source,
                inferred,
            }) => Self {
                what,
                year,
                source,
                inferred,
            },
        }
    }
}

/// How a body or a dynamic decides.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Governance {
    /// One person, one vote.
    pub one_person_one_vote: Option<bool>,
    /// Where decisions are taken.
    pub bodies: Vec<String>,
    /// Stakeholders who take part in deciding.
    pub hears: Vec<Word>,
}
