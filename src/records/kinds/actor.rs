//! Actors: organisations and collectives that cooperate.

use serde::Deserialize;

use crate::calendar::{PartialDate, Period};
use crate::documents::deserialize::OneOrMany;
use crate::records::parts::id::{ActorId, PrincipleId, SourceId, TerritoryId, Word};
use crate::records::parts::identifiers::Number;
use crate::records::parts::short_or_table::ShortOrTable;
use crate::records::parts::sorted_map::SortedMap;

/// The keys of an actor.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Actor {
    /// Kind, from the vocabulary, which gives the family.
    pub kind: Word,
    /// Other territories in which it is active.
    pub also_in: Vec<TerritoryId>,
    /// Commune of its pin on the map.
    pub place: Option<TerritoryId>,
    /// Postal address.
    pub address: Option<String>,
    /// Generic e-mail address.
    pub email: Option<String>,
    /// Generic telephone number.
    pub phone: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Memberships of the network.
    pub member: OneOrMany<Membership>,
    /// Territory that it governs, for a local authority.
    pub governs: Option<TerritoryId>,
    /// Statuses, labels and approvals, which no official code gives.
    pub statuses: Vec<Status>,
    /// Heads of social usefulness (article 2 of the law of 31 July 2014) that its purpose meets.
    pub social_usefulness: Vec<Word>,
    /// Legal identity.
    pub legal: Legal,
    /// Other networks to which it belongs.
    pub part_of_networks: Vec<ActorId>,
    /// Commitment to the charter.
    pub charter: Option<ActorCharter>,
    /// Governance.
    pub governance: Option<Governance>,
    /// Use of its surplus.
    pub surplus: Option<Surplus>,
}

/// A membership of the network.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Membership {
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which a source attests it.
    pub seen: Vec<u16>,
    /// College of members, from the vocabulary.
    pub college: Option<Word>,
}

impl Membership {
    /// Returns the period of the membership.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
            seen: self.seen.clone(),
        }
    }
}

/// A status, label or approval.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<Word, StatusRow>")]
pub struct Status {
    /// Status, from the vocabulary.
    pub is: Word,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Evidence.
    pub evidence: Option<String>,
    /// Source.
    pub source: Option<SourceId>,
    /// Whether it is an interpretation of the author.
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
    fn from(status: ShortOrTable<Word, StatusRow>) -> Self {
        match status {
            ShortOrTable::Short(is) => Self {
                is,
                ..Self::default()
            },
            ShortOrTable::Long(row) => Self {
                is: row.is,
                from: row.from,
                to: row.to,
                evidence: row.evidence,
                source: row.source,
                inferred: row.inferred,
            },
        }
    }
}

/// The legal identity of an organisation. The numbers are texts, since some begin with a zero.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Legal {
    /// Legal category of INSEE: four digits.
    pub category: Option<String>,
    /// SIREN number: nine digits.
    pub siren: Option<String>,
    /// SIRET number of the head office: fourteen digits.
    pub siret: Option<String>,
    /// Number in the national register of associations (RNA): `W` and nine digits.
    pub rna: Option<String>,
    /// Reason for which it has no legal existence.
    pub none_because: Option<String>,
}

impl Legal {
    /// Returns the number of a kind.
    #[must_use]
    pub fn number(&self, number: Number) -> Option<&str> {
        match number {
            Number::Siren => self.siren.as_deref(),
            Number::Siret => self.siret.as_deref(),
            Number::Rna => self.rna.as_deref(),
        }
    }
}

/// The commitment to the charter, with the evidence that each principle is kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ActorCharter {
    /// Date of signature.
    pub signed: Option<PartialDate>,
    /// Pieces of evidence, by principle.
    pub evidence: SortedMap<PrincipleId, OneOrMany<Proof>>,
}

/// A piece of evidence that a principle is kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "ShortOrTable<String, ProofRow>")]
pub struct Proof {
    /// The evidence: a document, an article, a practice.
    pub what: String,
    /// Year of the evidence.
    pub year: Option<u16>,
    /// Source.
    pub source: Option<SourceId>,
    /// Whether it is an interpretation of the author.
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
    fn from(proof: ShortOrTable<String, ProofRow>) -> Self {
        match proof {
            ShortOrTable::Short(what) => Self {
                what,
                ..Self::default()
            },
            ShortOrTable::Long(row) => Self {
                what: row.what,
                year: row.year,
                source: row.source,
                inferred: row.inferred,
            },
        }
    }
}

/// The use that an actor makes of its surplus: what limits its profit.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Surplus {
    /// Whether its compulsory reserves may never be shared out.
    pub indivisible_reserves: Option<bool>,
    /// Share of the surplus that is kept for the activity, in percent.
    pub kept: Option<f64>,
}

/// The governance of an actor or of a dynamic.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Governance {
    /// Whether each person has one vote.
    pub one_person_one_vote: Option<bool>,
    /// Bodies in which decisions are taken.
    pub bodies: Vec<String>,
    /// Stakeholders who take part in decisions.
    pub hears: Vec<Word>,
}
