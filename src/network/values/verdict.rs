//! The verdict of a criterion on a whole record.

use crate::charter::{CompiledCriterion, CriterionTarget, Scope};
use crate::network::values::record_view::RecordView;

/// The verdict of a criterion on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The criterion does not apply to the record.
    NotApplicable,
    /// The record satisfies the criterion.
    Passes,
    /// The record violates the criterion.
    Fails,
}

impl RecordView<'_> {
    /// The verdict of a criterion on this record; `principles` are those of its charter.
    #[must_use]
    pub fn verdict(&self, compiled: &CompiledCriterion, principles: &[&str]) -> Verdict {
        // A copy, since violations borrow principles as long as this view.
        let principles = principles.to_vec();
        let applies = compiled.targets_of(self.subject()).any(|target| {
            self.row_scopes(target)
                .any(|(scope, _)| applies(compiled, target, &scope, &principles))
        });
        if !applies {
            Verdict::NotApplicable
        } else if self.violations(compiled, &principles).is_empty() {
            Verdict::Passes
        } else {
            Verdict::Fails
        }
    }
}

/// Whether a target selects a record or a row, for one principle at least if it runs for each.
fn applies<'s>(
    compiled: &CompiledCriterion,
    target: &CriterionTarget,
    scope: &Scope<'s>,
    principles: &[&'s str],
) -> bool {
    if !compiled.criterion.is_each() {
        return target.applies(scope);
    }
    principles.iter().any(|principle| {
        target.applies(&Scope {
            principle: Some(principle),
            ..scope.clone()
        })
    })
}
