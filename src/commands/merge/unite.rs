//! The union of two values: what only one says, lists together, tables key by key.

use crate::commands::merge::contradiction::Contradiction;
use crate::diagnostic::Route;
use crate::documents::{Node, Value};
use crate::edits::typed::{KnownNames, allows_list, main_key, table_for};
use crate::edits::{Change, NewValue};
use crate::route;

/// Keys that say where other keys are known from, and that are united apart.
const PROVENANCE: [&str; 2] = ["sourced", "inferred"];

/// The changes by which A also says what B says.
pub struct Union<'u> {
    schema: &'u str,
    names: &'u dyn KnownNames,
    /// The changes of A.
    pub changes: Vec<Change>,
    /// What cannot be united.
    pub contradictions: Vec<Contradiction>,
}

impl<'u> Union<'u> {
    pub fn new(schema: &'u str, names: &'u dyn KnownNames) -> Self {
        Self {
            schema,
            names,
            changes: Vec::new(),
            contradictions: Vec::new(),
        }
    }

    /// Unites two tables; `route` is that of A's.
    pub fn tables(&mut self, a: &Node, b: &Node, route: &Route) {
        let Value::Table(entries) = &b.value else {
            return;
        };
        for entry in entries {
            if route.0.is_empty() && PROVENANCE.contains(&&*entry.key) {
                continue;
            }
            let inner = route.then(&*entry.key);
            match a.entry(&entry.key) {
                Some(own) => self.values(&own.node, &entry.node, &inner),
                None => self.only_in_b(a, &entry.node, &inner),
            }
        }
        // What is still so in B has an end in A, or the other way round.
        if is_open_period(b)
            && let Some(end) = a.entry("to")
        {
            self.contradict(route.then("to"), NewValue::of(&end.node), None);
        }
    }

    fn only_in_b(&mut self, a: &Node, b: &Node, route: &Route) {
        let Some(value) = NewValue::of(b) else {
            return;
        };
        let is_end = route.0.last().is_some_and(|step| *step == "to".into());
        if is_end && is_open_period(a) {
            self.contradict(route.clone(), None, Some(value));
        } else {
            self.changes.push(Change::Set(route.clone(), value));
        }
    }

    /// Unites two values; `route` is that of A's.
    pub fn values(&mut self, a: &Node, b: &Node, route: &Route) {
        let (Some(own), Some(other)) = (NewValue::of(a), NewValue::of(b)) else {
            return;
        };
        if own == other || self.is_said(&own, &other, route) {
            return;
        }
        match (&a.value, &b.value) {
            (Value::Table(_), Value::Table(_)) if is_period(a) && self.is_in_list(route) => {
                self.listed(vec![own], vec![other], route);
            }
            (Value::Table(_), Value::Table(_)) => self.tables(a, b, route),
            (Value::List(items), _) => {
                let missing = items_of(other)
                    .into_iter()
                    .filter(|item| !items.iter().any(|own| item.is_read_as(own)));
                let appended = missing.map(|item| Change::Append(route.clone(), item));
                self.changes.extend(appended);
            }
            (Value::Table(_), _) => self.short_in_b(a, b, route),
            (_, Value::Table(_)) if self.is_in_list(route) => {
                self.listed(vec![own], vec![other], route);
            }
            (_, Value::Table(_)) => self.short_in_a(a, b, route),
            _ if self.is_in_list(route) => self.listed(vec![own], items_of(other), route),
            _ => match main_key(self.schema, route, self.names) {
                // Two roles of one partner: `{ role = ["porteur", "appui"] }`.
                Some(key) if allows_list(self.schema, &route.then(key)) => {
                    let both = NewValue::List([items_of(own), items_of(other)].concat());
                    let table = NewValue::Table(vec![(key.to_owned(), both)]);
                    self.changes.push(Change::Set(route.clone(), table));
                }
                _ => self.scalars(own, other, route),
            },
        }
    }

    /// Whether a short form and a table say the same.
    fn is_said(&self, own: &NewValue, other: &NewValue, route: &Route) -> bool {
        let Some(key) = main_key(self.schema, route, self.names) else {
            return false;
        };
        let alone = |value: &NewValue| NewValue::Table(vec![(key.to_owned(), value.clone())]);
        *own == alone(other) || *other == alone(own)
    }

    fn is_in_list(&self, route: &Route) -> bool {
        allows_list(self.schema, route)
    }

    /// A list of the items of both.
    fn listed(&mut self, own: Vec<NewValue>, other: Vec<NewValue>, route: &Route) {
        let mut items = own;
        for item in other {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        // A table below a heading cannot become a list where it stands.
        if items.iter().any(|item| matches!(item, NewValue::Table(_))) {
            self.changes.push(Change::Remove(route.clone()));
        }
        self.changes
            .push(Change::Set(route.clone(), NewValue::List(items)));
    }

    /// A table of A with the short form of B.
    fn short_in_b(&mut self, a: &Node, b: &Node, route: &Route) {
        let key = main_key(self.schema, route, self.names);
        match key.and_then(|key| Some((key, &a.entry(key)?.node))) {
            Some((key, own)) => self.values(own, b, &route.then(key)),
            None => match (key, NewValue::of(b)) {
                (Some(key), Some(value)) => {
                    self.changes.push(Change::Set(route.then(key), value));
                }
                (_, value) => self.contradict(route.clone(), NewValue::of(a), value),
            },
        }
    }

    /// The short form of A with a table of B.
    fn short_in_a(&mut self, a: &Node, b: &Node, route: &Route) {
        let Some(NewValue::Table(mut own)) = table_for(self.schema, route, a, self.names) else {
            self.contradict(route.clone(), NewValue::of(a), NewValue::of(b));
            return;
        };
        let Some(NewValue::Table(other)) = NewValue::of(b) else {
            return;
        };
        for (key, value) in other {
            match own.iter_mut().find(|(name, _)| *name == key) {
                None => own.push((key, value)),
                Some((_, known)) if *known == value => {}
                Some((_, known)) if self.is_in_list(&route.then(&key)) => {
                    let mut items = items_of(known.clone());
                    items.extend(items_of(value));
                    items.dedup();
                    *known = NewValue::List(items);
                }
                Some((_, known)) => {
                    let known = known.clone();
                    self.contradict(route.then(&key), Some(known), Some(value));
                }
            }
        }
        self.changes
            .push(Change::Set(route.clone(), NewValue::Table(own)));
    }

    fn scalars(&mut self, own: NewValue, other: NewValue, route: &Route) {
        if *route == route!["notes"]
            && let (NewValue::Text(own), NewValue::Text(other)) = (&own, &other)
        {
            let both = NewValue::Text(format!("{own} {other}"));
            self.changes.push(Change::Set(route.clone(), both));
        } else {
            self.contradict(route.clone(), Some(own), Some(other));
        }
    }

    fn contradict(&mut self, route: Route, a: Option<NewValue>, b: Option<NewValue>) {
        self.contradictions.push(Contradiction { route, a, b });
    }
}

fn items_of(value: NewValue) -> Vec<NewValue> {
    match value {
        NewValue::List(items) => items,
        one => vec![one],
    }
}

/// Whether a table is a period: it has a beginning, an end, or years.
fn is_period(node: &Node) -> bool {
    ["from", "to", "seen"]
        .iter()
        .any(|key| node.entry(key).is_some())
}

/// Whether a table says since when something is so, and no end.
fn is_open_period(node: &Node) -> bool {
    node.entry("from").is_some() && node.entry("to").is_none() && node.entry("seen").is_none()
}
