//! Evaluation of a criterion on a record or its rows, once or for each principle.

use crate::charter::{CompiledCriterion, Criterion, CriterionTarget, Rows, Scope, Value};
use crate::diagnostic::{At, Route};
use crate::network::values::record_view::RecordView;

/// A violation of a criterion in a record.
pub struct Violation<'r> {
    /// The part of the criterion that was violated.
    pub target: &'r CriterionTarget<'r>,
    /// The values of the names in its expressions.
    pub scope: Scope<'r>,
    /// The deepest key, of those that the criterion looks at, that the record has.
    pub at: At,
}

/// A row of a record, with its id and its route.
pub(super) struct RecordRow<'r> {
    pub(super) value: Value<'r>,
    pub(super) id: Option<&'r str>,
    route: Route,
}

impl RecordView<'_> {
    /// Every violation of a criterion in this record; `principles` are those of the charter.
    #[must_use]
    pub fn violations<'r>(
        &'r self,
        compiled: &'r CompiledCriterion,
        principles: &[&'r str],
    ) -> Vec<Violation<'r>> {
        let mut evaluation = Evaluation {
            criterion: compiled.criterion,
            principles,
            violations: Vec::new(),
        };
        let scope = self.scope();
        for target in compiled.of(self.subject()) {
            let Some(keys) = &target.each else {
                evaluation.evaluate(target, &scope, &Route::default());
                continue;
            };
            for row in rows_at(&scope.subject, keys) {
                let row_scope = scope_of_row(&scope, keys, row.value, row.id);
                evaluation.evaluate(target, &row_scope, &row.route);
            }
        }
        evaluation.violations
    }
}

/// The scope in which a criterion is evaluated on a row.
pub(super) fn scope_of_row<'r>(
    scope: &Scope<'r>,
    keys: &'r [&'r str],
    value: Value<'r>,
    id: Option<&'r str>,
) -> Scope<'r> {
    Scope {
        row: (value, id),
        keys,
        ..scope.clone()
    }
}

/// The rows to which some keys of a record lead.
pub(super) fn rows_at<'r>(record: &Value<'r>, keys: &[&str]) -> Vec<RecordRow<'r>> {
    let (mut rows, mut route) = (record.clone(), Route::default());
    for key in keys {
        rows = rows.get(key);
        route = route.then(*key);
    }
    match rows {
        Value::Rows(rows) => rows_of_table(rows, &route),
        single => {
            let items = single.items().into_iter();
            let row = |value| RecordRow {
                value,
                id: None,
                route: route.clone(),
            };
            items.map(row).collect()
        }
    }
}

/// The rows of a list or of a table with free keys.
fn rows_of_table<'r>(rows: &'r dyn Rows, route: &Route) -> Vec<RecordRow<'r>> {
    let positions = 0..rows.len();
    positions
        .map(|position| {
            let id = rows.id(position);
            RecordRow {
                value: rows.at(position),
                id,
                route: match id {
                    Some(id) => route.then(id),
                    None => route.then(position),
                },
            }
        })
        .collect()
}

/// The evaluation of a criterion on a record.
struct Evaluation<'a, 'r> {
    criterion: &'a Criterion,
    principles: &'a [&'r str],
    violations: Vec<Violation<'r>>,
}

impl<'r> Evaluation<'_, 'r> {
    /// Evaluates a target in a scope, once or once for each principle.
    fn evaluate(&mut self, target: &'r CriterionTarget, scope: &Scope<'r>, route: &Route) {
        if !self.criterion.is_each() {
            self.evaluate_once(target, scope.clone(), route);
            return;
        }
        for principle in self.principles {
            let of_principle = Scope {
                principle: Some(*principle),
                ..scope.clone()
            };
            self.evaluate_once(target, of_principle, route);
        }
    }

    fn evaluate_once(&mut self, target: &'r CriterionTarget, scope: Scope<'r>, route: &Route) {
        if !target.offended(&scope) {
            return;
        }
        let looks_at = self.criterion.looks_at.as_deref().unwrap_or_default();
        let base = if target.each.is_some() {
            &scope.row.0
        } else {
            &scope.subject
        };
        let at = deepest_key(base, route, looks_at);
        self.violations.push(Violation { target, scope, at });
    }
}

/// The deepest of some dotted keys that a value has; the whole file if it has none.
fn deepest_key(base: &Value, route: &Route, dotted_keys: &str) -> At {
    let (mut value, mut route) = (base.clone(), route.clone());
    for key in dotted_keys.split('.').filter(|key| !key.is_empty()) {
        value = match value {
            Value::Rows(rows) => rows.named(key),
            single => single.get(key),
        };
        if matches!(value, Value::Nothing) {
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
