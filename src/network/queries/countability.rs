//! Which dynamics count among the network's.

use crate::calendar::DateRange;
use crate::network::network::{DynamicRecord, Network};
use crate::records::{List, Word};

/// Why a dynamic counts among the network's, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Countability {
    /// Counted.
    Counted,
    /// Without a theme: a note.
    WithoutTheme,
    /// Reported on by the network, which does not act in it.
    OnlyReported,
    /// Of a form that does not count: a study, an event, a course.
    FormNotCounted,
    /// Counted within another dynamic.
    PartOfAnother,
    /// Without a date: counted in no year.
    WithoutDate,
    /// Not readable whole, so that nobody knows.
    Unread,
}

/// The statements that decide whether, when and where a dynamic counts.
const DECISIVE: [&str; 7] = [
    "theme",
    "from",
    "to",
    "seen",
    "network_role",
    "form",
    "part_of",
];

impl Network {
    /// Whether a dynamic counts as it does only by what the writer of its record inferred.
    #[must_use]
    pub fn counts_by_inference(&self, dynamic: &DynamicRecord) -> bool {
        DECISIVE.iter().any(|key| dynamic.common.infers(key))
    }

    /// Whether a dynamic counts, whenever it is alive.
    #[must_use]
    pub fn countability(&self, dynamic: &DynamicRecord) -> Countability {
        let body = &dynamic.body;
        let is_undated = body.period().is_empty();
        if !dynamic.intact && (body.theme.is_none() || is_undated) {
            Countability::Unread
        } else if body.part_of.is_some() {
            Countability::PartOfAnother
        } else if !self.word_counts(List::NetworkRoles, body.network_role.as_ref()) {
            Countability::OnlyReported
        } else if !self.word_counts(List::Forms, body.form.as_ref()) {
            Countability::FormNotCounted
        } else if body.theme.is_none() {
            Countability::WithoutTheme
        } else if is_undated {
            Countability::WithoutDate
        } else {
            Countability::Counted
        }
    }

    /// Whether the vocabulary does not exclude a word from counting.
    fn word_counts(&self, list: List, word: Option<&Word>) -> bool {
        let known = word.and_then(|word| self.vocabulary.word(list, word.as_str()));
        known.and_then(|word| word.counts) != Some(false)
    }

    /// The dynamics that count, whenever they are alive, by id.
    pub fn dynamics_that_count(&self) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics
            .iter()
            .filter(|dynamic| self.countability(dynamic) == Countability::Counted)
    }

    /// The dynamics that count and are alive on some day of a range, by id.
    pub fn dynamics_active_in(&self, asked: DateRange) -> impl Iterator<Item = &DynamicRecord> {
        self.dynamics
            .iter()
            .filter(move |dynamic| self.is_active_in(dynamic, asked))
    }

    /// Whether a dynamic counts and is alive on some day of a range.
    #[must_use]
    pub fn is_active_in(&self, dynamic: &DynamicRecord, asked: DateRange) -> bool {
        self.countability(dynamic) == Countability::Counted && dynamic.body.period().overlaps(asked)
    }
}
