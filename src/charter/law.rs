//! The law: criteria whose expressions are read and judged, ready to be asked of records.

use super::draft::drafted;
use super::judge::{Fault, Lists};
use super::principle::Charter;
use super::statute::Statute;
use crate::language::Language;

/// Criteria in one charter at the most; those beyond are not read, and the finding says so.
pub const CRITERIA: usize = 300;

/// The criteria of a charter: those that may be asked, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct Law<'c> {
    /// In the order of the charter.
    pub statutes: Vec<Statute<'c>>,
    /// By criterion, in the order of the charter.
    pub faults: Vec<(&'c str, Fault)>,
    /// How many criteria are beyond the limit.
    pub beyond: usize,
}

impl<'c> Law<'c> {
    /// Reads and judges every criterion; `lists` knows the vocabulary, and the principles under `principles`.
    #[must_use]
    pub fn of(charter: &'c Charter, lists: &Lists, language: Language) -> Self {
        let mut law = Self { beyond: charter.criteria.0.len().saturating_sub(CRITERIA), ..Self::default() };
        for (id, criterion) in charter.criteria.0.iter().take(CRITERIA) {
            let (statute, faults) = drafted(id, criterion, lists, language);
            law.statutes.extend(statute);
            law.faults.extend(faults.into_iter().map(|fault| (id.as_str(), fault)));
        }
        law
    }
}
