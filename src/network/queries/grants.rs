//! Grants: agreements or calls, for which somebody gives money or days.

use crate::calendar::{DateRange, Day, Period};
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::network::queries::records::RecordRef;
use crate::records::{ActorId, Agreement, Call, Citation, SourceId};

/// The role of the partner who leads a dynamic.
const LEAD_ROLE: &str = "porteur";

/// An agreement or a call, in the record that holds it.
#[derive(Clone, Copy)]
pub struct Grant<'n> {
    /// The grant's key in that record.
    pub key: &'n str,
    /// The record.
    pub record: RecordRef<'n>,
    /// The agreement or the call.
    pub terms: GrantTerms<'n>,
}

/// The agreement or the call that a grant is.
#[derive(Clone, Copy)]
pub enum GrantTerms<'n> {
    /// An agreement of a territory with an authority.
    Agreement(&'n TerritoryRecord, &'n Agreement),
    /// A call that was answered.
    Call(&'n Call),
}

impl<'n> Grant<'n> {
    /// The id that people type to choose a grant: that of its record, then its key there.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.record.id(), self.key)
    }

    /// Whether this is the grant chosen, by the id of its record and its key.
    #[must_use]
    pub fn is(&self, chosen: &(String, String)) -> bool {
        self.record.id() == chosen.0 && self.key == chosen.1
    }

    /// Whether the writer of the record inferred the grant.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        let common = self.record.common();
        match self.terms {
            GrantTerms::Agreement(_, agreement) => {
                common.infers_row("agreements", self.key, agreement.inferred)
            }
            GrantTerms::Call(call) => common.infers_row("calls", self.key, call.inferred),
        }
    }

    /// The period in which the grant is in force.
    #[must_use]
    pub fn period(&self) -> Period {
        match self.terms {
            GrantTerms::Agreement(_, agreement) => agreement.period(),
            GrantTerms::Call(call) => call.period(),
        }
    }

    /// The whole years from the beginning to the end of the grant, or to a day if that comes
    /// first; all years up to that day for a grant without dates.
    #[must_use]
    pub fn years(&self, until: Day) -> DateRange {
        let stretches = self.period().ranges();
        let first = stretches.iter().map(|stretch| stretch.first.year).min();
        let last = stretches.iter().map(|stretch| stretch.last.year).max();
        let first = first.unwrap_or(1);
        DateRange::years(first, last.unwrap_or(until.year).min(until.year).max(first))
    }

    /// The id of the actor who gives.
    #[must_use]
    pub fn with(&self, network: &'n Network) -> Option<&'n str> {
        match self.terms {
            GrantTerms::Agreement(territory, Agreement { with: None, .. }) => network
                .authority_of(territory)
                .map(|actor| actor.id.as_str()),
            GrantTerms::Agreement(_, Agreement { with, .. })
            | GrantTerms::Call(Call { with, .. }) => with.as_ref().map(ActorId::as_str),
        }
    }

    /// The subject of the grant.
    #[must_use]
    pub fn subject(&self) -> Option<&'n str> {
        match self.terms {
            GrantTerms::Agreement(_, Agreement { subject, .. })
            | GrantTerms::Call(Call { subject, .. }) => subject.as_deref(),
        }
    }

    /// The amount given, in euros.
    #[must_use]
    pub fn amount(&self) -> Option<f64> {
        match self.terms {
            GrantTerms::Agreement(_, Agreement { amount, .. })
            | GrantTerms::Call(Call { amount, .. }) => *amount,
        }
    }

    /// The sources that the grant itself cites: one by its id, others by citation.
    #[must_use]
    pub fn sources(&self) -> (Option<&'n SourceId>, &'n [Citation]) {
        match self.terms {
            GrantTerms::Agreement(
                _,
                Agreement {
                    source, sources, ..
                },
            )
            | GrantTerms::Call(Call {
                source, sources, ..
            }) => (source.as_ref(), sources),
        }
    }

    /// The call, if the grant is one.
    #[must_use]
    pub fn call(&self) -> Option<&'n Call> {
        match self.terms {
            GrantTerms::Agreement(..) => None,
            GrantTerms::Call(call) => Some(call),
        }
    }

    /// The agreement, if the grant is one.
    #[must_use]
    pub fn agreement(&self) -> Option<&'n Agreement> {
        match self.terms {
            GrantTerms::Agreement(_, agreement) => Some(agreement),
            GrantTerms::Call(_) => None,
        }
    }

    /// The dynamics that the grant is for: those of its territory, the dynamic that holds it, or
    /// those that its actor leads; of territories and actors only the dynamics that count and are
    /// alive on some day of a range.
    #[must_use]
    pub fn dynamics(&self, network: &'n Network, asked: DateRange) -> Vec<&'n DynamicRecord> {
        match self.record {
            RecordRef::Territory(territory) => {
                let own = network.dynamics_of(&territory.id);
                let mut dynamics: Vec<_> = own
                    .chain(network.dynamics_also_in(&territory.id))
                    .filter(|dynamic| network.is_active_in(dynamic, asked))
                    .collect();
                dynamics.sort_by_key(|dynamic| (&dynamic.id, &dynamic.file));
                // A dynamic may name its own territory among the others.
                dynamics.dedup_by_key(|dynamic| (&dynamic.id, &dynamic.file));
                dynamics
            }
            RecordRef::Actor(actor) => network
                .dynamics_with(actor)
                .filter(|dynamic| leads(actor, dynamic) && network.is_active_in(dynamic, asked))
                .collect(),
            RecordRef::Dynamic(dynamic) => vec![dynamic],
            RecordRef::Published(_) => Vec::new(),
        }
    }
}

impl Network {
    /// Every grant of the records, by record: agreements of a territory, then calls.
    pub fn grants(&self) -> impl Iterator<Item = Grant<'_>> {
        self.records().flat_map(|record| {
            let agreements = record.territory().into_iter().flat_map(agreements_of);
            let calls = record.common().calls.iter();
            agreements
                .chain(calls.map(|(key, call)| (key, GrantTerms::Call(call))))
                .map(move |(key, terms)| Grant { key, record, terms })
        })
    }
}

/// The agreements of a territory with their keys.
fn agreements_of(territory: &TerritoryRecord) -> impl Iterator<Item = (&String, GrantTerms<'_>)> {
    let agreements = territory.body.agreements.iter();
    agreements.map(move |(key, agreement)| (key, GrantTerms::Agreement(territory, agreement)))
}

/// Whether an actor leads a dynamic.
pub(in crate::network) fn leads(actor: &ActorRecord, dynamic: &DynamicRecord) -> bool {
    let partner = dynamic.body.partners.get(actor.id.as_str());
    partner.is_some_and(|partner| partner.role.iter().any(|role| role.as_str() == LEAD_ROLE))
}
