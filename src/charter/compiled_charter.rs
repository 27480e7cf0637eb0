//! The law: criteria whose expressions are read and judged, ready to be asked of records.

use crate::charter::compile::compile;
use crate::charter::compiled::CompiledCriterion;
use crate::charter::principle::Charter;
use crate::charter::type_check::{Fault, Lists};
use crate::language::Language;

/// Criteria in one charter at the most; those beyond are not read, and the finding says so.
pub const CRITERIA: usize = 300;

/// The criteria of a charter: those that may be asked, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct CompiledCharter<'c> {
    /// In the order of the charter.
    pub statutes: Vec<CompiledCriterion<'c>>,
    /// By criterion, in the order of the charter.
    pub faults: Vec<(&'c str, Fault)>,
    /// How many criteria are beyond the limit.
    pub beyond: usize,
}

impl<'c> CompiledCharter<'c> {
    /// Reads and judges every criterion; `lists` knows the vocabulary, and the principles under
    /// `principles`.
    #[must_use]
    pub fn of(charter: &'c Charter, lists: &Lists, language: Language) -> Self {
        let mut law = Self {
            beyond: charter.criteria.len().saturating_sub(CRITERIA),
            ..Self::default()
        };
        for (id, criterion) in charter.criteria.iter().take(CRITERIA) {
            let (compiled, faults) = compile(id, criterion, lists, language);
            law.statutes.extend(compiled);
            law.faults
                .extend(faults.into_iter().map(|fault| (id.as_str(), fault)));
        }
        law
    }
}
