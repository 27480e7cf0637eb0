//! Evaluation of a criterion on a record: on the record or on each row, once or for each principle.

use crate::charter::{CompiledCriterion, CriterionTarget, Scope, Value};
use crate::diagnostic::{At, Route};
use crate::network::values::record_view::RecordView;

/// A violation of a criterion by a record or by one of its rows.
pub struct Violation<'r> {
    /// The compiled expressions that were evaluated.
    pub target: &'r CriterionTarget<'r>,
    /// The values of the names in these expressions.
    pub scope: Scope<'r>,
    /// The place in the record: the keys that the criterion points at, as far as they exist.
    pub at: At,
}

impl RecordView<'_> {
    /// All violations of a criterion by this record; `principles` are those of the charter.
    #[must_use]
    pub fn violations<'r>(
        &'r self,
        compiled: &'r CompiledCriterion,
        principles: &[&'r str],
    ) -> Vec<Violation<'r>> {
        let criterion = compiled.criterion;
        let looks_at = criterion.looks_at.as_deref().unwrap_or_default();
        let mut violations = Vec::new();
        for target in compiled.targets_of(self.subject()) {
            for (scope, route) in self.row_scopes(target) {
                let mut evaluate = |scope: Scope<'r>| {
                    if target.is_violated(&scope) {
                        let whole = match target.list_keys {
                            Some(_) => &scope.row,
                            None => &scope.record,
                        };
                        let at = existing_place(whole, &route, looks_at);
                        violations.push(Violation { target, scope, at });
                    }
                };
                if criterion.is_each() {
                    for principle in principles {
                        evaluate(Scope {
                            principle: Some(principle),
                            ..scope.clone()
                        });
                    }
                } else {
                    evaluate(scope);
                }
            }
        }
        violations
    }

    /// The scopes in which a target is evaluated, each with the route to its row: one for the
    /// record, or one for each row of the target's list.
    pub(super) fn row_scopes<'r>(
        &'r self,
        target: &'r CriterionTarget,
    ) -> impl Iterator<Item = (Scope<'r>, Route)> {
        let list_keys = target.list_keys.as_deref().unwrap_or_default();
        let record = list_keys
            .is_empty()
            .then(|| (self.scope(), Route::default()));
        let rows = rows_at(&self.scope().record, list_keys).into_iter().map(
            move |(row, row_id, route)| {
                let scope = Scope {
                    row,
                    row_id,
                    list_keys,
                    ..self.scope()
                };
                (scope, route)
            },
        );
        record.into_iter().chain(rows)
    }
}

/// A row with its id and the route to it.
type Row<'r> = (Value<'r>, Option<&'r str>, Route);

/// The rows of the list to which keys lead; none without keys.
fn rows_at<'r>(record: &Value<'r>, list_keys: &[&str]) -> Vec<Row<'r>> {
    if list_keys.is_empty() {
        return Vec::new();
    }
    let (mut list, mut route) = (record.clone(), Route::default());
    for key in list_keys {
        list = list.get(key);
        route = route.then(*key);
    }
    rows_of(&list, &route)
}

/// The rows of a list.
fn rows_of<'r>(list: &Value<'r>, route: &Route) -> Vec<Row<'r>> {
    let Value::Rows(rows) = *list else {
        let items = list.items().into_iter();
        return items.map(|row| (row, None, route.clone())).collect();
    };
    (0..rows.len())
        .map(|index| {
            let id = rows.row_id(index);
            let route = match id {
                Some(id) => route.then(id),
                None => route.then(index),
            };
            (rows.row(index), id, route)
        })
        .collect()
}

/// The place of dotted keys below a value, as far as they exist.
fn existing_place(whole: &Value, route: &Route, looks_at: &str) -> At {
    let (mut value, mut route) = (whole.clone(), route.clone());
    for key in looks_at.split('.').filter(|key| !key.is_empty()) {
        value = match value {
            Value::Rows(rows) => rows.row_by_id(key),
            table => table.get(key),
        };
        if value.is_absent() {
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
