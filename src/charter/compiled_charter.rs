//! A compiled charter: criteria ready to be evaluated, and the errors of the others.

use crate::calendar::Day;
use crate::charter::charter::Charter;
use crate::charter::compile::compile;
use crate::charter::compiled_criterion::CompiledCriterion;
use crate::charter::error::CriterionError;
use crate::charter::type_check::WordLists;
use crate::language::Language;

/// Criteria of one charter at most; those beyond are not compiled, and the excess is reported.
///
/// Each is evaluated on every record: without a limit, one file could keep a run busy for hours.
pub const MAX_CRITERIA: usize = 300;

/// The compiled criteria of a charter.
#[derive(Debug, Default)]
pub struct CompiledCharter<'c> {
    /// Criteria without errors, in the order of the charter.
    pub criteria: Vec<CompiledCriterion<'c>>,
    /// Errors, each with the id of its criterion, in the order of the charter.
    pub errors: Vec<(&'c str, CriterionError)>,
    /// Number of criteria beyond the limit.
    pub beyond_limit: usize,
}

impl<'c> CompiledCharter<'c> {
    /// Compiles a charter.
    #[must_use]
    pub fn compile(charter: &'c Charter, lists: &WordLists, language: Language) -> Self {
        let mut compiled_charter = Self {
            beyond_limit: charter.criteria.len().saturating_sub(MAX_CRITERIA),
            ..Self::default()
        };
        for (id, criterion) in charter.criteria.iter().take(MAX_CRITERIA) {
            let (compiled, errors) = compile(id, criterion, lists, language);
            compiled_charter.criteria.extend(compiled);
            let errors = errors.into_iter().map(|error| (id.as_str(), error));
            compiled_charter.errors.extend(errors);
        }
        compiled_charter
    }

    /// The criteria in force on a day.
    pub fn in_force(&self, day: Day) -> impl Iterator<Item = &CompiledCriterion<'c>> {
        self.criteria
            .iter()
            .filter(move |compiled| compiled.criterion.in_force(day))
    }
}
