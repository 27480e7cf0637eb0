//! What belongs to a place: its dynamics, the partners met in them, the territories followed inside
//! it.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{ActorId, List, Partner, TerritoryId};

/// A partner with the dynamics in which it takes part.
#[derive(Clone, Debug)]
pub struct PartnerCount<'n> {
    /// Its id.
    pub id: &'n ActorId,
    /// Its name: its record's, or the one written where it has none.
    pub name: String,
    /// The family of its kind, where that is known.
    pub family: Option<&'n str>,
    /// How many of the dynamics it takes part in.
    pub dynamics: usize,
}

impl Network {
    /// The dynamics that lie in a territory or also take place there, by id, whether they count or
    /// not.
    pub fn dynamics_inside<'n>(
        &'n self,
        territory: &'n TerritoryId,
    ) -> impl Iterator<Item = &'n DynamicRecord> {
        self.dynamics.iter().filter(move |dynamic| {
            let mut places = std::iter::once(&dynamic.home).chain(&dynamic.body.also_in);
            places.any(|place| self.lies_in(place, territory))
        })
    }

    /// Partners of some dynamics, each once, by id.
    #[must_use]
    pub fn partner_counts<'n>(
        &'n self,
        dynamics: impl Iterator<Item = &'n DynamicRecord>,
    ) -> Vec<PartnerCount<'n>> {
        let mut met: BTreeMap<&ActorId, (usize, &Partner)> = BTreeMap::new();
        for (id, partner) in dynamics.flat_map(|dynamic| dynamic.body.partners.iter()) {
            met.entry(id).or_insert((0, partner)).0 += 1;
        }
        met.into_iter()
            .map(|(id, (dynamics, partner))| self.tie(id, partner, dynamics))
            .collect()
    }

    fn tie<'n>(
        &'n self,
        id: &'n ActorId,
        partner: &'n Partner,
        dynamics: usize,
    ) -> PartnerCount<'n> {
        let record = self.actor(id.as_str());
        let name = record
            .map(crate::records::Record::name)
            .or_else(|| partner.name.clone());
        let kind = partner
            .kind
            .as_ref()
            .and_then(|kind| self.vocabulary.word(List::ActorKinds, kind.as_str()));
        let written = || kind.and_then(|kind| kind.family.as_deref());
        let family = record
            .and_then(|record| self.family_of(record))
            .or_else(written);
        PartnerCount {
            id,
            name: name.unwrap_or_else(|| id.to_string()),
            family,
            dynamics,
        }
    }

    /// Members on some day of a stretch whose record lies in a territory, by id.
    pub fn members_inside<'n>(
        &'n self,
        territory: &'n TerritoryId,
        asked: DateRange,
    ) -> impl Iterator<Item = &'n ActorRecord> {
        self.members_in(asked)
            .filter(move |actor| self.lies_in(&actor.home, territory))
    }

    /// Territories that the network follows or followed, by id.
    pub fn followed_ever(&self) -> impl Iterator<Item = &TerritoryRecord> {
        self.territories
            .iter()
            .filter(|record| !record.body.followed.0.is_empty())
    }

    /// Territories that the network follows on some day of a stretch, by id.
    pub fn followed_in(&self, asked: DateRange) -> impl Iterator<Item = &TerritoryRecord> {
        let follows = move |record: &&TerritoryRecord| {
            record
                .body
                .followed
                .0
                .iter()
                .any(|period| period.overlaps(asked))
        };
        self.territories.iter().filter(follows)
    }
}
