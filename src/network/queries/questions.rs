//! The questions that checks, views and exports ask of the records.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::DateRange;
use crate::language::Language;
use crate::network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
use crate::records::{ActorId, Common, List, Record, TerritoryId, Text};

/// Why a dynamic counts among the network's, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Countability {
    /// It counts.
    Counted,
    /// It has no theme: a note.
    WithoutTheme,
    /// The network only tells of it.
    OnlyReported,
    /// Its form does not count: a study, an event, a course.
    FormNotCounted,
    /// It is counted within another.
    PartOfAnother,
    /// It bears no date: it counts for no year.
    WithoutDate,
    /// Its file could not be read whole.
    Unread,
}

/// What every record has, whatever its kind.
#[derive(Clone, Copy, Debug)]
pub struct RecordRef<'n> {
    /// The territory in whose folder it lies.
    pub home: &'n TerritoryId,
    /// Its file.
    pub file: &'n Arc<str>,
    /// Whether that could be read whole.
    pub intact: bool,
    /// The keys that every record may bear.
    pub common: &'n Common,
}

impl<'n> RecordRef<'n> {
    fn of<I, T>(record: &'n Record<I, T>) -> Self {
        Self {
            home: &record.home,
            file: &record.file,
            intact: record.intact,
            common: &record.common,
        }
    }
}

impl Network {
    /// Whether a dynamic counts, whenever it lives.
    #[must_use]
    pub fn countability(&self, dynamic: &DynamicRecord) -> Countability {
        let counts = |list, word: Option<&crate::records::Word>| {
            word.and_then(|word| self.vocabulary.word(list, word.as_str()))
                .and_then(|word| word.counts)
                != Some(false)
        };
        if !dynamic.intact && (dynamic.body.theme.is_none() || dynamic.body.period().is_empty()) {
            Countability::Unread
        } else if dynamic.body.part_of.is_some() {
            Countability::PartOfAnother
        } else if !counts(List::NetworkRoles, dynamic.body.network_role.as_ref()) {
            Countability::OnlyReported
        } else if !counts(List::Forms, dynamic.body.form.as_ref()) {
            Countability::FormNotCounted
        } else if dynamic.body.theme.is_none() {
            Countability::WithoutTheme
        } else if dynamic.body.period().is_empty() {
            Countability::WithoutDate
        } else {
            Countability::Counted
        }
    }

    /// What every record has, kind after kind, each by id.
    pub fn record_refs(&self) -> impl Iterator<Item = RecordRef<'_>> {
        let territories = self.territories.iter().map(RecordRef::of);
        let actors = self.actors.iter().map(RecordRef::of);
        let dynamics = self.dynamics.iter().map(RecordRef::of);
        let published = self.published.iter().map(RecordRef::of);
        territories.chain(actors).chain(dynamics).chain(published)
    }

    /// The dynamics that count, whenever they live, by id.
    pub fn dynamics_that_count(&self) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics
            .iter()
            .filter(|dynamic| self.countability(dynamic) == Countability::Counted)
    }

    /// The dynamics that count and live on some day of a stretch, by id.
    pub fn dynamics_active_in(&self, asked: DateRange) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics_that_count()
            .filter(move |dynamic| dynamic.body.period().overlaps(asked))
    }

    /// The dynamics in the folder of a territory, by id.
    pub fn dynamics_of(&self, territory: &TerritoryId) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics_at
            .get(territory)
            .into_iter()
            .flatten()
            .map(|at| &self.dynamics[*at])
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
        index
            .get(&actor.id)
            .into_iter()
            .flatten()
            .map(|at| &self.dynamics[*at])
    }

    /// The members on some day of a stretch, by id.
    pub fn members_in(&self, asked: DateRange) -> impl Iterator<Item = &ActorRecord> {
        self.actors.iter().filter(move |actor| {
            actor
                .body
                .member
                .0
                .iter()
                .any(|membership| membership.period().overlaps(asked))
        })
    }

    /// The family of an actor's kind.
    #[must_use]
    pub fn family_of(&self, actor: &ActorRecord) -> Option<&str> {
        self.vocabulary
            .word(List::ActorKinds, actor.body.kind.as_str())?
            .family
            .as_deref()
    }

    /// Whether any other record mentions an actor: as partner, payer, member of a collective or a
    /// network.
    #[must_use]
    pub fn is_mentioned(&self, actor: &ActorRecord) -> bool {
        let first = self.position_of_actor(actor.id.as_str());
        first.is_some_and(|at| self.actor_mentioned[at])
    }

    /// The authority that governs a territory, where a record says so.
    #[must_use]
    pub fn authority_of(&self, territory: &TerritoryRecord) -> Option<&ActorRecord> {
        let code = territory
            .body
            .code
            .as_deref()
            .and_then(|code| self.governed_by.get(code));
        self.governed_by
            .get(&territory.id)
            .or(code)
            .map(|at| &self.actors[*at])
    }

    /// The text of a territory for a section of a year's report: in the language asked, else in the
    /// one it has.
    #[must_use]
    pub fn text(
        &self,
        home: &TerritoryId,
        year: u16,
        section: &str,
        language: Language,
    ) -> Option<&Text> {
        let of_section = |text: &&Text| {
            text.key.home == *home && text.key.year == year && text.key.section == section
        };
        let preference = |text: &&Text| match text.key.language {
            Some(own) if own == language => 0,
            None => 1,
            Some(_) => 2,
        };
        self.texts.iter().filter(of_section).min_by_key(preference)
    }

    /// What was published for a stretch and gives dynamics by theme: the latest, then the first by
    /// id.
    #[must_use]
    pub fn published_themes_in(&self, asked: DateRange) -> Option<&PublishedRecord> {
        self.published
            .iter()
            .filter(|record| !record.body.dynamics_by_theme.is_empty())
            .filter(|record| {
                record.body.at.is_some_and(|at| {
                    asked == DateRange::of(at) || within(asked, DateRange::of(at))
                })
            })
            .max_by(|one, other| one.body.at.cmp(&other.body.at).then(other.id.cmp(&one.id)))
    }
}

/// Whether a stretch asked for lies inside the one that a published figure holds for.
fn within(asked: DateRange, published: DateRange) -> bool {
    published.first <= asked.first && asked.last <= published.last
}
