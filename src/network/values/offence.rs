//! Asking a criterion of a record: of the record itself or of each row, once or for each principle.

use crate::charter::{Criterion, Reach, Scope, Statute, Value};
use crate::diagnostic::{At, Route};
use crate::network::values::Judged;

/// Where a criterion found something in a record.
pub struct Offence<'r> {
    /// What was asked.
    pub reach: &'r Reach<'r>,
    /// What the names of its expressions stood for.
    pub scope: Scope<'r>,
    /// The keys that are there, of those that the criterion looks at.
    pub at: At,
}

impl Judged<'_> {
    /// Everything that a criterion finds in this record; `principles` are those of the charter.
    #[must_use]
    pub fn offences<'r>(&'r self, statute: &'r Statute, principles: &[&'r str]) -> Vec<Offence<'r>> {
        let mut offences = Vec::new();
        let asked = Asked { criterion: statute.criterion, principles };
        for reach in statute.of(self.subject()) {
            let scope = self.scope();
            let Some(keys) = &reach.each else {
                asked.of(reach, &scope, &Route::default(), &mut offences);
                continue;
            };
            for (row, id, route) in rows_at(&scope.subject, keys) {
                asked.of(reach, &Scope { row: (row, id), keys, ..scope.clone() }, &route, &mut offences);
            }
        }
        offences
    }
}

/// The rows to which some keys of a record lead, each with its id and the way to it.
pub(super) fn rows_at<'r>(record: &Value<'r>, keys: &[&str]) -> Vec<(Value<'r>, Option<&'r str>, Route)> {
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
        others => others.items().into_iter().map(|row| (row, None, route.clone())).collect(),
    }
}

/// A criterion put to a record.
struct Asked<'a, 'r> {
    criterion: &'a Criterion,
    principles: &'a [&'r str],
}

impl<'r> Asked<'_, 'r> {
    /// Asks it once, or once for each principle.
    fn of(&self, reach: &'r Reach, scope: &Scope<'r>, route: &Route, offences: &mut Vec<Offence<'r>>) {
        let mut ask = |scope: Scope<'r>| {
            if reach.offended(&scope) {
                let looks_at = self.criterion.looks_at.as_deref().unwrap_or_default();
                let base = if reach.each.is_some() { &scope.row.0 } else { &scope.subject };
                let at = place(base, route, looks_at);
                offences.push(Offence { reach, scope, at });
            }
        };
        if self.criterion.is_each() {
            self.principles.iter().for_each(|one| ask(Scope { principle: Some(one), ..scope.clone() }));
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
    if route.0.is_empty() { At::File } else { At::Key(route) }
}
