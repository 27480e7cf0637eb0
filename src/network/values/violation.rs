//! Asking a criterion of a record: of the record itself or of each row, once or for each principle.

use crate::charter::{CompiledCriterion, Criterion, CriterionTarget, Scope, Value};
use crate::diagnostic::{At, Route};
use crate::network::values::RecordView;

/// Where a criterion found something in a record.
pub struct Violation<'r> {
    /// What was asked.
    pub target: &'r CriterionTarget<'r>,
    /// What the names of its expressions stood for.
    pub scope: Scope<'r>,
    /// The keys that are there, of those that the criterion looks at.
    pub at: At,
}

impl RecordView<'_> {
    /// Everything that a criterion finds in this record; `principles` are those of the charter.
    #[must_use]
    pub fn violations<'r>(
        &'r self,
        compiled: &'r CompiledCriterion,
        principles: &[&'r str],
    ) -> Vec<Violation<'r>> {
        let mut violations = Vec::new();
        let asked = Asked {
            criterion: compiled.criterion,
            principles,
        };
        for target in compiled.of(self.subject()) {
            let scope = self.scope();
            let Some(keys) = &target.each else {
                asked.of(target, &scope, &Route::default(), &mut violations);
                continue;
            };
            for (row, id, route) in rows_at(&scope.subject, keys) {
                asked.of(
                    target,
                    &Scope {
                        row: (row, id),
                        keys,
                        ..scope.clone()
                    },
                    &route,
                    &mut violations,
                );
            }
        }
        violations
    }
}

/// The rows to which some keys of a record lead, each with its id and the way to it.
pub(super) fn rows_at<'r>(
    record: &Value<'r>,
    keys: &[&str],
) -> Vec<(Value<'r>, Option<&'r str>, Route)> {
    let (mut rows, mut route) = (record.clone(), Route::default());
    for key in keys {
        rows = rows.get(key);
        route = route.then(*key);
    }
    rows_of(&rows, &route)
}

/// Rows one by one, each with its id and the way to it.
fn rows_of<'r>(rows: &Value<'r>, route: &Route) -> Vec<(Value<'r>, Option<&'r str>, Route)> {
    match rows {
        Value::Rows(rows) => {
            let rows: &'r dyn crate::charter::Rows = *rows;
            let row = |place| {
                let id = rows.id(place);
                let route = id.map_or_else(|| route.then(place), |id| route.then(id));
                (rows.at(place), id, route)
            };
            (0..rows.len()).map(row).collect()
        }
        others => others
            .items()
            .into_iter()
            .map(|row| (row, None, route.clone()))
            .collect(),
    }
}

/// A criterion put to a record.
struct Asked<'a, 'r> {
    criterion: &'a Criterion,
    principles: &'a [&'r str],
}

impl<'r> Asked<'_, 'r> {
    /// Asks it once, or once for each principle.
    fn of(
        &self,
        target: &'r CriterionTarget,
        scope: &Scope<'r>,
        route: &Route,
        violations: &mut Vec<Violation<'r>>,
    ) {
        let mut ask = |scope: Scope<'r>| {
            if target.offended(&scope) {
                let looks_at = self.criterion.looks_at.as_deref().unwrap_or_default();
                let base = if target.each.is_some() {
                    &scope.row.0
                } else {
                    &scope.subject
                };
                let at = place(base, route, looks_at);
                violations.push(Violation { target, scope, at });
            }
        };
        if self.criterion.is_each() {
            self.principles.iter().for_each(|one| {
                ask(Scope {
                    principle: Some(one),
                    ..scope.clone()
                });
            });
        } else {
            ask(scope.clone());
        }
    }
}

/// The furthest of some dotted keys that is there.
fn place(base: &Value, route: &Route, looks_at: &str) -> At {
    let (mut here, mut route) = (base.clone(), route.clone());
    for key in looks_at.split('.').filter(|key| !key.is_empty()) {
        here = match here {
            Value::Rows(rows) => rows.named(key),
            one => one.get(key),
        };
        if matches!(here, Value::Nothing) {
            break;
        }
        route = route.then(key);
    }
    if route.0.is_empty() {
        At::File
    } else {
        At::Key(route)
    }
}
