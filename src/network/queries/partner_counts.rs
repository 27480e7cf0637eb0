//! Partners of some dynamics, with the number of dynamics in which each takes part.

use std::collections::BTreeMap;

use crate::network::network::{DynamicRecord, Network};
use crate::records::{ActorId, Partner, Record};

/// A partner with the number of dynamics in which it takes part.
#[derive(Clone, Debug)]
pub struct PartnerCount<'n> {
    /// The partner's id.
    pub id: &'n ActorId,
    /// The name in its record, else the one written in the dynamic, else its id.
    pub name: String,
    /// The family of its kind, if that is known.
    pub family: Option<&'n str>,
    /// The number of dynamics in which it takes part.
    pub dynamics: usize,
}

impl Network {
    /// The partners of some dynamics, each once, by id.
    #[must_use]
    pub fn partner_counts<'n>(
        &'n self,
        dynamics: impl Iterator<Item = &'n DynamicRecord>,
    ) -> Vec<PartnerCount<'n>> {
        // A partner without a record has its name and kind from the first dynamic that names it.
        let mut counts: BTreeMap<&ActorId, (usize, &Partner)> = BTreeMap::new();
        for (id, partner) in dynamics.flat_map(|dynamic| dynamic.body.partners.iter()) {
            counts.entry(id).or_insert((0, partner)).0 += 1;
        }
        counts
            .into_iter()
            .map(|(id, (dynamics, partner))| self.partner_count(id, partner, dynamics))
            .collect()
    }

    fn partner_count<'n>(
        &'n self,
        id: &'n ActorId,
        partner: &'n Partner,
        dynamics: usize,
    ) -> PartnerCount<'n> {
        let record = self.actor(id.as_str());
        let name = record.map(Record::name).or_else(|| partner.name.clone());
        let own_family = record.and_then(|record| self.family_of(record));
        let written_family = || self.family_of_kind(partner.kind.as_ref()?.as_str());
        PartnerCount {
            id,
            name: name.unwrap_or_else(|| id.to_string()),
            family: own_family.or_else(written_family),
            dynamics,
        }
    }
}
