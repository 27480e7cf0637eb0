//! Actors: their dynamics, memberships, families, the territories that they govern.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{ActorId, List, Record};

impl Network {
    /// The name of an actor; the id of one without a record.
    #[must_use]
    pub fn actor_name(&self, id: &str) -> String {
        let actor = self.actor(id);
        actor.map_or_else(|| id.to_owned(), Record::name)
    }

    /// The dynamics in which an actor takes part, by id.
    pub fn dynamics_with(&self, actor: &ActorRecord) -> impl Iterator<Item = &DynamicRecord> {
        let index = self
            .lazy
            .dynamics_of_actor
            .get_or_init(|| self.index_partners());
        let positions = index.get(&actor.id).into_iter().flatten();
        positions.filter_map(|position| self.dynamics.get(*position))
    }

    /// The positions of dynamics by the actors that take part in them.
    fn index_partners(&self) -> BTreeMap<ActorId, Vec<usize>> {
        let mut index: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
        for (position, dynamic) in self.dynamics.iter().enumerate() {
            for partner in dynamic.body.partners.keys() {
                index.entry(partner.clone()).or_default().push(position);
            }
        }
        index
    }

    /// The actors that are members on some day of a range, by id.
    pub fn members_in(&self, asked: DateRange) -> impl Iterator<Item = &ActorRecord> {
        self.actors
            .iter()
            .filter(move |actor| is_member_in(actor, asked))
    }

    /// The partners of a dynamic that are based or active in its territories, or in one that
    /// contains them, in the order of the record.
    pub fn local_partners<'n>(
        &'n self,
        dynamic: &'n DynamicRecord,
    ) -> impl Iterator<Item = &'n ActorRecord> {
        let partners = dynamic.body.partners.keys();
        partners
            .filter_map(|id| self.actor(id.as_str()))
            .filter(|actor| self.is_local(actor, dynamic))
    }

    fn is_local(&self, actor: &ActorRecord, dynamic: &DynamicRecord) -> bool {
        let seat = actor.body.place.as_ref().unwrap_or(&actor.home);
        let whole = self.settings.territory.as_ref();
        std::iter::once(seat).chain(&actor.body.also_in).any(|at| {
            let mut areas = std::iter::once(&dynamic.home).chain(&dynamic.body.also_in);
            // Whoever works in the whole area of the network is not local to a part of it.
            areas.any(|area| self.lies_in(at, area) || whole != Some(at) && self.lies_in(area, at))
        })
    }

    /// The family of an actor's kind.
    #[must_use]
    pub fn family_of(&self, actor: &ActorRecord) -> Option<&str> {
        self.family_of_kind(actor.body.kind.as_str())
    }

    /// The family of a kind of actor.
    #[must_use]
    pub fn family_of_kind(&self, kind: &str) -> Option<&str> {
        let word = self.vocabulary.word(List::ActorKinds, kind)?;
        word.family.as_deref()
    }

    /// Whether any other record mentions an actor: as partner, payer, member of a collective or a
    /// network.
    #[must_use]
    pub fn is_mentioned(&self, actor: &ActorRecord) -> bool {
        let position = self.position_of_actor(actor.id.as_str());
        position
            .and_then(|position| self.actor_mentioned.get(position))
            .is_some_and(|is_mentioned| *is_mentioned)
    }

    /// The authority that governs a territory, if a record names one: by the territory's id, else
    /// by its code.
    #[must_use]
    pub fn authority_of(&self, territory: &TerritoryRecord) -> Option<&ActorRecord> {
        let by_id = self.governed_by.get(&territory.id);
        let position = by_id.or_else(|| self.governed_by.get(territory.body.code.as_deref()?))?;
        self.actors.get(*position)
    }

    /// The record of the network itself, which `apes.toml` names.
    #[must_use]
    pub fn own_actor(&self) -> Option<&ActorRecord> {
        self.actor(self.settings.actor.as_ref()?.as_str())
    }
}

/// Whether an actor is a member on some day of a range.
#[must_use]
pub fn is_member_in(actor: &ActorRecord, asked: DateRange) -> bool {
    let memberships = &actor.body.member.0;
    memberships
        .iter()
        .any(|membership| membership.period().overlaps(asked))
}
