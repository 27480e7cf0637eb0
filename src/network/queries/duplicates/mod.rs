//! Pairs of records that are likely one body, one project or one territory, with reasons.

mod candidates;
mod evidence;
mod traits;

pub use evidence::Reason;

use crate::network::network::Network;
use crate::network::queries::duplicates::candidates::candidates;
use crate::network::queries::duplicates::evidence::reasons;
use crate::network::queries::duplicates::traits::Traits;
use crate::network::queries::records::RecordRef;

/// The score from which on a pair is likely one.
pub const LIKELY: u32 = 60;

/// The highest score: nobody doubts it.
const SURE: u32 = 100;

/// Two records that are likely one.
#[derive(Clone, Debug)]
pub struct DuplicatePair<'n> {
    /// Both records, by id.
    pub records: [RecordRef<'n>; 2],
    /// From 60 to 100.
    pub score: u32,
    /// What they have in common, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// A kind of record among which duplicates are sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateKind {
    /// Actors.
    Actors,
    /// Dynamics.
    Dynamics,
    /// Territories.
    Territories,
}

impl Network {
    /// The pairs of records of a kind that are likely one, the likeliest first, then by id.
    #[must_use]
    pub fn duplicates(&self, kind: DuplicateKind) -> Vec<DuplicatePair<'_>> {
        let traits: Vec<Traits> = match kind {
            DuplicateKind::Actors => self.traits_of(self.actors.iter().map(RecordRef::Actor)),
            DuplicateKind::Dynamics => self.traits_of(self.dynamics.iter().map(RecordRef::Dynamic)),
            DuplicateKind::Territories => {
                self.traits_of(self.territories.iter().map(RecordRef::Territory))
            }
        };
        let mut pairs: Vec<DuplicatePair> = candidates(&traits)
            .into_iter()
            .filter_map(|(one, other)| pair(traits.get(one)?, traits.get(other)?))
            .collect();
        pairs.sort_by(|one, other| {
            let key = |pair: &DuplicatePair| pair.records.map(|record| record.id().to_owned());
            (other.score, key(one)).cmp(&(one.score, key(other)))
        });
        pairs
    }

    fn traits_of<'n>(&'n self, records: impl Iterator<Item = RecordRef<'n>>) -> Vec<Traits<'n>> {
        records.map(|record| Traits::of(self, record)).collect()
    }
}

fn pair<'n>(one: &Traits<'n>, other: &Traits<'n>) -> Option<DuplicatePair<'n>> {
    // Two files of one id are another fault, which checks report.
    if one.record.id() == other.record.id() {
        return None;
    }
    let mut reasons = reasons(one, other)?;
    reasons.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    let score = reasons.iter().map(|(_, points)| points).sum::<u32>();
    (score >= LIKELY).then(|| DuplicatePair {
        records: [one.record, other.record],
        score: score.min(SURE),
        reasons: reasons.into_iter().map(|(reason, _)| reason).collect(),
    })
}
