//! The questions that checks, views and exports ask of the records.

use std::collections::BTreeMap;

use crate::calendar::Stretch;
use crate::language::Language;
use crate::network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
use crate::records::{ActorId, List, TerritoryId, Text};

/// Why a dynamic counts among the network's, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counted,
    /// It has no theme: a note.
    WithoutTheme,
    /// The network only tells of it.
    OnlyTold,
    /// Its form does not count: a study, an event, a course.
    FormApart,
    /// It is counted within another.
    PartOfAnother,
    /// It bears no date: it counts for no year.
    WithoutDate,
    /// Its file could not be read whole.
    Unread,
}

impl Network {
    /// Whether a dynamic counts, whenever it lives.
    #[must_use]
    pub fn standing(&self, dynamic: &DynamicRecord) -> Standing {
        let counts = |list, word: Option<&crate::records::Word>| {
            word.and_then(|word| self.vocabulary.word(list, word.as_str())).and_then(|word| word.counts)
                != Some(false)
        };
        if !dynamic.intact && (dynamic.body.theme.is_none() || dynamic.body.period().is_empty()) {
            Standing::Unread
        } else if dynamic.body.part_of.is_some() {
            Standing::PartOfAnother
        } else if !counts(List::NetworkRoles, dynamic.body.network_role.as_ref()) {
            Standing::OnlyTold
        } else if !counts(List::Forms, dynamic.body.form.as_ref()) {
            Standing::FormApart
        } else if dynamic.body.theme.is_none() {
            Standing::WithoutTheme
        } else if dynamic.body.period().is_empty() {
            Standing::WithoutDate
        } else {
            Standing::Counted
        }
    }

    /// The dynamics that count, whenever they live, by id.
    pub fn dynamics_that_count(&self) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics.iter().filter(|dynamic| self.standing(dynamic) == Standing::Counted)
    }

    /// The dynamics that count and live on some day of a stretch, by id.
    pub fn dynamics_active_in(&self, asked: Stretch) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics_that_count().filter(move |dynamic| dynamic.body.period().meets(asked))
    }

    /// The dynamics in the folder of a territory, by id.
    pub fn dynamics_of(&self, territory: &TerritoryId) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics_at.get(territory).into_iter().flatten().map(|at| &self.dynamics[*at])
    }

    /// The dynamics in which an actor takes part, by id.
    pub fn dynamics_with(&self, actor: &ActorRecord) -> impl Iterator<Item = &DynamicRecord> {
        let index = self.dynamics_of_actor.get_or_init(|| {
            let mut index: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
            for (at, dynamic) in self.dynamics.iter().enumerate() {
                for partner in dynamic.body.partners.keys() {
                    index.entry(partner.clone()).or_default().push(at);
                }
            }
            index
        });
        index.get(&actor.id).into_iter().flatten().map(|at| &self.dynamics[*at])
    }

    /// The members on some day of a stretch, by id.
    pub fn members_in(&self, asked: Stretch) -> impl Iterator<Item = &ActorRecord> {
        self.actors.iter().filter(move |actor| {
            actor.body.member.0.iter().any(|membership| membership.period().meets(asked))
        })
    }

    /// The family of an actor's kind.
    #[must_use]
    pub fn family_of(&self, actor: &ActorRecord) -> Option<&str> {
        self.vocabulary.word(List::ActorKinds, actor.body.kind.as_str())?.family.as_deref()
    }

    /// Whether any other record mentions an actor: as partner, payer, member of a collective or a network.
    #[must_use]
    pub fn is_mentioned(&self, actor: &ActorRecord) -> bool {
        let first = self.position_of_actor(actor.id.as_str());
        first.is_some_and(|at| self.actor_mentioned[at])
    }

    /// The authority that governs a territory, where a record says so.
    #[must_use]
    pub fn authority_of(&self, territory: &TerritoryRecord) -> Option<&ActorRecord> {
        let code = territory.body.code.as_deref().and_then(|code| self.governed_by.get(code));
        self.governed_by.get(&territory.id).or(code).map(|at| &self.actors[*at])
    }

    /// The text of a territory for a section of a year's report: in the language asked, else in the one it has.
    #[must_use]
    pub fn text(&self, home: &TerritoryId, year: u16, section: &str, language: Language) -> Option<&Text> {
        let of_section =
            |text: &&Text| text.key.home == *home && text.key.year == year && text.key.section == section;
        let preference = |text: &&Text| match text.key.language {
            Some(own) if own == language => 0,
            None => 1,
            Some(_) => 2,
        };
        self.texts.iter().filter(of_section).min_by_key(preference)
    }

    /// What was published for a stretch and gives dynamics by theme: the latest, then the first by id.
    #[must_use]
    pub fn published_themes_in(&self, asked: Stretch) -> Option<&PublishedRecord> {
        self.published
            .iter()
            .filter(|record| !record.body.dynamics_by_theme.is_empty())
            .filter(|record| {
                record.body.at.is_some_and(|at| asked == Stretch::of(at) || within(asked, Stretch::of(at)))
            })
            .max_by(|one, other| one.body.at.cmp(&other.body.at).then(other.id.cmp(&one.id)))
    }
}

/// Whether a stretch asked for lies inside the one that a published figure holds for.
fn within(asked: Stretch, published: Stretch) -> bool {
    published.first <= asked.first && asked.last <= published.last
}
