//! What a criterion says of a record as a whole: apart from it, holding, or failing.

use crate::charter::{CompiledCriterion, Criterion, CriterionTarget, Scope};
use crate::network::values::RecordView;
use crate::network::values::violation::rows_at;

/// What a criterion says of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does not look at this record.
    NotApplicable,
    /// What it asks is there.
    Passes,
    /// It finds something.
    Fails,
}

impl RecordView<'_> {
    /// What a criterion says of this record; `principles` are those of its charter.
    #[must_use]
    pub fn verdict(&self, compiled: &CompiledCriterion, principles: &[&str]) -> Verdict {
        let own: Vec<&str> = principles.to_vec();
        if !compiled
            .of(self.subject())
            .any(|target| self.judged_by(target, compiled.criterion, &own))
        {
            return Verdict::NotApplicable;
        }
        if self.violations(compiled, &own).is_empty() {
            Verdict::Passes
        } else {
            Verdict::Fails
        }
    }

    /// Whether a criterion looks at this record, at one of its rows, or at it for one principle.
    fn judged_by<'r>(
        &'r self,
        target: &CriterionTarget,
        criterion: &Criterion,
        principles: &[&'r str],
    ) -> bool {
        let scope = self.scope();
        let concerns = |scope: &Scope| {
            if !criterion.is_each() {
                return target.concerns(scope);
            }
            let in_turn = |principle: &&'r str| Scope {
                principle: Some(*principle),
                ..scope.clone()
            };
            principles
                .iter()
                .any(|principle| target.concerns(&in_turn(principle)))
        };
        let Some(keys) = &target.each else {
            return concerns(&scope);
        };
        let rows = rows_at(&scope.subject, keys).into_iter();
        rows.map(|(row, id, _)| Scope {
            row: (row, id),
            keys,
            ..scope.clone()
        })
        .any(|scope| concerns(&scope))
    }
}
