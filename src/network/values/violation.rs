//! Evaluation of a criterion on a record: on the record or on each row, once or for each principle.

use crate::charter::{CompiledCriterion, CriterionTarget, Scope, Value};
use crate::diagnostic::{At, Route, RouteStep};
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
            for (scope, step) in self.row_scopes(target) {
                let mut evaluate = |scope: Scope<'r>| {
                    if target.is_violated(&scope) {
                        let whole = match target.list_keys {
                            Some(_) => &scope.row,
                            None => &scope.record,
                        };
                        // Made only now: most rows violate nothing.
                        let route = route_to(scope.list_keys, step);
                        let at = existing_place(whole, route, looks_at);
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

    /// The scopes in which a target is evaluated: one for the record, or one for each row of the
    /// target's list, with the step from the list to the row.
    pub(super) fn row_scopes<'r>(
        &'r self,
        target: &'r CriterionTarget,
    ) -> impl Iterator<Item = (Scope<'r>, Option<RowStep<'r>>)> {
        let list_keys = target.list_keys.as_deref().unwrap_or_default();
        let record = list_keys.is_empty().then(|| (self.scope(), None));
        let rows = rows_at(&self.scope().record, list_keys)
            .into_iter()
            .map(move |(row, step)| {
                let scope = Scope {
                    row,
                    row_id: match step {
                        Some(RowStep::Id(id)) => Some(id),
                        _ => None,
                    },
                    list_keys,
                    ..self.scope()
                };
                (scope, step)
            });
        record.into_iter().chain(rows)
    }
}

/// The step from a list to one of its rows.
#[derive(Clone, Copy)]
pub(super) enum RowStep<'r> {
    /// To the row of an id.
    Id(&'r str),
    /// To the row at an index.
    Index(usize),
}

/// A row with the step to it; none for a value that the list stands for as a whole.
type Row<'r> = (Value<'r>, Option<RowStep<'r>>);

/// The rows of the list to which keys lead; none without keys.
fn rows_at<'r>(record: &Value<'r>, list_keys: &[&str]) -> Vec<Row<'r>> {
    let Some((first, rest)) = list_keys.split_first() else {
        return Vec::new();
    };
    let list = rest
        .iter()
        .fold(record.get(first), |list, key| list.get(key));
    let Value::Rows(rows) = list else {
        let items = list.items().into_iter();
        return items.map(|row| (row, None)).collect();
    };
    (0..rows.len())
        .map(|index| {
            let step = match rows.row_id(index) {
                Some(id) => RowStep::Id(id),
                None => RowStep::Index(index),
            };
            (rows.row(index), Some(step))
        })
        .collect()
}

/// The route to a row, or to the top of the record.
fn route_to(list_keys: &[&str], step: Option<RowStep>) -> Route {
    let keys = list_keys.iter().map(|key| RouteStep::from(*key));
    let last = step.map(|step| match step {
        RowStep::Id(id) => RouteStep::from(id),
        RowStep::Index(index) => RouteStep::from(index),
    });
    Route(keys.chain(last).collect())
}

/// The place of dotted keys below a value, as far as they exist.
fn existing_place(whole: &Value, mut route: Route, looks_at: &str) -> At {
    let mut value = whole.clone();
    for key in looks_at.split('.').filter(|key| !key.is_empty()) {
        value = match value {
            Value::Rows(rows) => rows.row_by_id(key),
            table => table.get(key),
        };
        if value.is_absent() {
            break;
        }
        route.0.push(RouteStep::from(key));
    }
    if route.0.is_empty() {
        At::File
    } else {
        At::Key(route)
    }
}
