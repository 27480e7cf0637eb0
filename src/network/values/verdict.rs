//! The verdict of a criterion on a record as a whole: not applicable, holding, or failing.

use crate::charter::{CompiledCriterion, Criterion, CriterionTarget, Scope};
use crate::network::values::record_view::RecordView;
use crate::network::values::violation::{rows_at, scope_of_row};

/// The verdict of a criterion on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The criterion does not look at this record.
    NotApplicable,
    /// The record has what the criterion asks.
    Holds,
    /// The criterion finds something.
    Fails,
}

impl RecordView<'_> {
    /// The verdict of a criterion on this record; `principles` are those of its charter.
    #[must_use]
    pub fn verdict(&self, compiled: &CompiledCriterion, principles: &[&str]) -> Verdict {
        // Names must live as long as this view for both questions below.
        let own: Vec<&str> = principles.to_vec();
        let mut targets = compiled.of(self.subject());
        if !targets.any(|target| self.is_looked_at(target, compiled.criterion, &own)) {
            Verdict::NotApplicable
        } else if self.violations(compiled, &own).is_empty() {
            Verdict::Passes
        } else {
            Verdict::Fails
        }
    }

    /// Whether a criterion looks at this record, at one of its rows, or at it for one principle.
    fn is_looked_at<'r>(
        &'r self,
        target: &CriterionTarget,
        criterion: &Criterion,
        principles: &[&'r str],
    ) -> bool {
        let scope = self.scope();
        let Some(keys) = &target.each else {
            return concerns(target, criterion, &scope, principles);
        };
        rows_at(&scope.subject, keys).into_iter().any(|row| {
            let scope = scope_of_row(&scope, keys, row.value, row.id);
            concerns(target, criterion, &scope, principles)
        })
    }
}

/// Whether a target concerns a scope: as it is, or for one of the principles.
fn concerns<'r>(
    target: &CriterionTarget,
    criterion: &Criterion,
    scope: &Scope<'r>,
    principles: &[&'r str],
) -> bool {
    if !criterion.is_each() {
        return target.concerns(scope);
    }
    principles.iter().any(|principle| {
        target.concerns(&Scope {
            principle: Some(*principle),
            ..scope.clone()
        })
    })
}
