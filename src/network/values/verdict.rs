//! What a criterion says of a record as a whole: apart from it, holding, or failing.

use super::offence::rows_at;
use crate::charter::{Criterion, Reach, Scope, Statute};
use crate::network::values::Judged;

/// What a criterion says of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does not look at this record.
    Apart,
    /// What it asks is there.
    Holds,
    /// It finds something.
    Fails,
}

impl Judged<'_> {
    /// What a criterion says of this record; `principles` are those of its charter.
    #[must_use]
    pub fn verdict(&self, statute: &Statute, principles: &[&str]) -> Verdict {
        let own: Vec<&str> = principles.to_vec();
        if !statute.of(self.subject()).any(|reach| self.judged_by(reach, statute.criterion, &own)) {
            return Verdict::Apart;
        }
        if self.offences(statute, &own).is_empty() { Verdict::Holds } else { Verdict::Fails }
    }

    /// Whether a criterion looks at this record, at one of its rows, or at it for one principle.
    fn judged_by<'r>(&'r self, reach: &Reach, criterion: &Criterion, principles: &[&'r str]) -> bool {
        let scope = self.scope();
        let concerns = |scope: &Scope| {
            if !criterion.is_each() {
                return reach.concerns(scope);
            }
            let in_turn = |principle: &&'r str| Scope { principle: Some(*principle), ..scope.clone() };
            principles.iter().any(|principle| reach.concerns(&in_turn(principle)))
        };
        let Some(keys) = &reach.each else { return concerns(&scope) };
        let rows = rows_at(&scope.subject, keys).into_iter();
        rows.map(|(row, id, _)| Scope { row: (row, id), keys, ..scope.clone() }).any(|scope| concerns(&scope))
    }
}
