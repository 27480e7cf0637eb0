//! Asking a criterion of a record: of the record itself or of each row, once or for each principle.

use crate::charter::{Scope, Statute, Value};
use crate::diagnostic::{At, Route};
use crate::network::values::Judged;

/// Where a criterion found something in a record.
pub struct Offence<'r> {
    /// What the names of its expressions stood for.
    pub scope: Scope<'r>,
    /// The keys that are there, of those that the criterion looks at.
    pub at: At,
}

impl Judged<'_> {
    /// Everything that a criterion finds in this record; `principles` are those of the charter.
    #[must_use]
    pub fn offences<'r>(&'r self, statute: &Statute, principles: &[&'r str]) -> Vec<Offence<'r>> {
        let mut offences = Vec::new();
        let scope = self.scope();
        match &statute.each {
            None => ask_each(statute, principles, &scope, &Route::default(), &mut offences),
            Some(keys) => {
                let mut rows = scope.subject.clone();
                let mut route = Route::default();
                for key in keys {
                    rows = rows.get(key);
                    route = route.then(*key);
                }
                for (row, id, route) in rows_of(&rows, &route) {
                    let scope = Scope { row: (row, id), ..scope.clone() };
                    ask_each(statute, principles, &scope, &route, &mut offences);
                }
            }
        }
        offences
    }
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
        others => others.items().into_iter().map(|row| (row, None, route.clone())).collect(),
    }
}

fn ask_each<'r>(
    statute: &Statute,
    principles: &[&'r str],
    scope: &Scope<'r>,
    route: &Route,
    offences: &mut Vec<Offence<'r>>,
) {
    if !statute.criterion.is_each() {
        ask(statute, scope, route, offences);
        return;
    }
    for principle in principles {
        ask(statute, &Scope { principle: Some(principle), ..scope.clone() }, route, offences);
    }
}

fn ask<'r>(statute: &Statute, scope: &Scope<'r>, route: &Route, offences: &mut Vec<Offence<'r>>) {
    if statute.offended(scope) {
        let looks_at = statute.criterion.looks_at.as_deref().unwrap_or_default();
        let base = if statute.each.is_some() { &scope.row.0 } else { &scope.subject };
        offences.push(Offence { scope: scope.clone(), at: place(base, route, looks_at) });
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
    if route.0.is_empty() { At::File } else { At::Key(route) }
}
