//! What a criterion says of a record as a whole: apart from it, holding, or failing.

use super::offence::rows_of;
use crate::charter::{Scope, Statute};
use crate::diagnostic::Route;
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
        if statute.criterion.applies_to != self.subject() {
            return Verdict::Apart;
        }
        let own: Vec<&str> = principles.to_vec();
        if !self.judged_by(statute, &own) {
            return Verdict::Apart;
        }
        if self.offences(statute, &own).is_empty() { Verdict::Holds } else { Verdict::Fails }
    }

    /// Whether a criterion looks at this record, at one of its rows, or at it for one principle.
    fn judged_by<'r>(&'r self, statute: &Statute, principles: &[&'r str]) -> bool {
        let scope = self.scope();
        let concerns = |scope: &Scope| {
            if !statute.criterion.is_each() {
                return statute.concerns(scope);
            }
            let in_turn = |principle: &&'r str| Scope { principle: Some(*principle), ..scope.clone() };
            principles.iter().any(|principle| statute.concerns(&in_turn(principle)))
        };
        let Some(keys) = &statute.each else { return concerns(&scope) };
        let rows = keys.iter().fold(scope.subject.clone(), |rows, key| rows.get(key));
        let rows = rows_of(&rows, &Route::default());
        rows.into_iter().any(|(row, id, _)| concerns(&Scope { row: (row, id), ..scope.clone() }))
    }
}
