//! Grants: agreements or calls, for which somebody gives money or days.

use crate::calendar::{DateRange, Day, Period};
use crate::network::queries::freshness::Whose;
use crate::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{Agreement, Call, Citation, SourceId};

/// An agreement or a call, in the record that tells of it.
#[derive(Clone, Copy)]
pub struct Grant<'n> {
    /// Its key in that record.
    pub key: &'n str,
    /// The record.
    pub whose: Whose<'n>,
    /// What it is.
    pub what: GrantTerms<'n>,
}

/// What a grant is.
#[derive(Clone, Copy)]
pub enum GrantTerms<'n> {
    /// A convention with an authority.
    Agreement(&'n TerritoryRecord, &'n Agreement),
    /// A call that was answered.
    Call(&'n Call),
}

impl<'n> Grant<'n> {
    /// What people type to choose it: the id of its record and its key there.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.whose.id, self.key)
    }

    /// Whether it is the one that was chosen.
    #[must_use]
    pub fn is(&self, chosen: &(String, String)) -> bool {
        self.whose.id == chosen.0 && self.key == chosen.1
    }

    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        match self.what {
            GrantTerms::Agreement(_, agreement) => agreement.period(),
            GrantTerms::Call(call) => call.period(),
        }
    }

    /// Whole years from its beginning to its end, or to a day where that comes first; all up to
    /// that day where
    /// nothing dates it.
    #[must_use]
    pub fn years(&self, until: Day) -> DateRange {
        let stretches = self.period().stretches();
        let first = stretches.iter().map(|stretch| stretch.first.year).min();
        let last = stretches.iter().map(|stretch| stretch.last.year).max();
        let first = first.unwrap_or(1);
        DateRange::years(first, last.unwrap_or(until.year).min(until.year).max(first))
    }

    /// The id of who gives.
    #[must_use]
    pub fn with(&self, network: &'n Network) -> Option<&'n str> {
        match self.what {
            GrantTerms::Agreement(territory, Agreement { with: None, .. }) => network
                .authority_of(territory)
                .map(|actor| actor.id.as_str()),
            GrantTerms::Agreement(_, Agreement { with, .. })
            | GrantTerms::Call(Call { with, .. }) => {
                with.as_ref().map(crate::records::ActorId::as_str)
            }
        }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Option<&'n str> {
        match self.what {
            GrantTerms::Agreement(_, Agreement { subject, .. })
            | GrantTerms::Call(Call { subject, .. }) => subject.as_deref(),
        }
    }

    /// Euros that it gives.
    #[must_use]
    pub fn amount(&self) -> Option<f64> {
        match self.what {
            GrantTerms::Agreement(_, Agreement { amount, .. })
            | GrantTerms::Call(Call { amount, .. }) => *amount,
        }
    }

    /// Where it is known from, if it says so itself.
    #[must_use]
    pub fn sources(&self) -> (Option<&'n SourceId>, &'n [Citation]) {
        match self.what {
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

    /// The call, where it is one.
    #[must_use]
    pub fn call(&self) -> Option<&'n Call> {
        match self.what {
            GrantTerms::Agreement(..) => None,
            GrantTerms::Call(call) => Some(call),
        }
    }

    /// The agreement, where it is one.
    #[must_use]
    pub fn agreement(&self) -> Option<&'n Agreement> {
        match self.what {
            GrantTerms::Agreement(_, agreement) => Some(agreement),
            GrantTerms::Call(_) => None,
        }
    }

    /// The territory that answers for it.
    #[must_use]
    pub fn territory(&self, network: &'n Network) -> Option<&'n TerritoryRecord> {
        (self.whose.kind == "territory")
            .then(|| network.territory(self.whose.id))
            .flatten()
    }

    /// The actor that answers for it.
    #[must_use]
    pub fn actor(&self, network: &'n Network) -> Option<&'n ActorRecord> {
        (self.whose.kind == "actor")
            .then(|| network.actor(self.whose.id))
            .flatten()
    }

    /// The dynamics that it is for, alive on some day of a stretch: those of a territory, the one
    /// that answers for
    /// it, those that an actor carries.
    #[must_use]
    pub fn dynamics(&self, network: &'n Network, asked: DateRange) -> Vec<&'n DynamicRecord> {
        let alive = network.dynamics_active_in(asked);
        match (self.territory(network), self.actor(network)) {
            (Some(territory), _) => {
                let id = &territory.id;
                alive
                    .filter(|record| record.home == *id || record.body.also_in.contains(id))
                    .collect()
            }
            (None, Some(actor)) => alive.filter(|record| carries(actor, record)).collect(),
            (None, None) => network
                .dynamics
                .iter()
                .filter(|record| record.id.as_str() == self.whose.id)
                .collect(),
        }
    }
}

impl Network {
    /// Every grant of the records, by record: agreements of a territory, then calls.
    pub fn grants(&self) -> impl Iterator<Item = Grant<'_>> {
        self.everyone().flat_map(move |whose| {
            let territory = (whose.kind == "territory")
                .then(|| self.territory(whose.id))
                .flatten();
            // A second record of the same id tells of its own agreements, and of those alone.
            let territory = territory.filter(|record| &*record.file == whose.file);
            let agreements = territory.into_iter().flat_map(|record| {
                let all = record.body.agreements.iter();
                all.map(move |(key, agreement)| (key, GrantTerms::Agreement(record, agreement)))
            });
            let calls = whose
                .common
                .calls
                .iter()
                .map(|(key, call)| (key, GrantTerms::Call(call)));
            agreements
                .chain(calls)
                .map(move |(key, what)| Grant { key, whose, what })
        })
    }
}

/// Whether an actor carries a dynamic.
fn carries(actor: &ActorRecord, record: &DynamicRecord) -> bool {
    let row = record.body.partners.get(actor.id.as_str());
    row.is_some_and(|row| row.role.iter().any(|role| role.as_str() == "porteur"))
}
