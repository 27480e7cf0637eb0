//! `key=value` as it is typed, and the changes that it asks of a record.

use anyhow::{Result, bail};

use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Node, Value};
use crate::edits::typed::{
    KnownNames, allows_list, main_key, named_keys, table_for, takes, typed_value,
};
use crate::edits::{Change, NewValue, canonical_route};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Cut;

/// A place of a record and the text typed for it.
pub struct Assignment {
    /// The place.
    pub route: Route,
    /// The text.
    pub text: String,
}

impl Assignment {
    /// Parses `key=value`.
    ///
    /// # Errors
    /// Returns an error if there is no key or no `=`.
    pub fn parse(
        typed: &str,
        kind: &str,
        names: &dyn KnownNames,
        language: Language,
    ) -> Result<Self> {
        let Some((key, text)) = typed
            .split_once('=')
            .filter(|(key, _)| !key.trim().is_empty())
        else {
            let typed = safe::line(typed);
            bail!(say!(language,
                fr: "`{typed}` n'est pas de la forme clé=valeur",
                en: "`{typed}` is not of the form key=value"));
        };
        Ok(Self {
            route: named_keys(kind, &key_route(key.trim()), names),
            text: text.to_owned(),
        })
    }

    /// The place and the value, in the tree of a record. Where a table is written out that has a
    /// short form, the value is that of its main key, and the other keys stay.
    fn resolved(&self, kind: &str, tree: &Node, names: &dyn KnownNames) -> (Route, NewValue) {
        let value = typed_value(kind, &self.route, &self.text, names);
        let is_table =
            node_at(tree, &self.route).is_some_and(|node| matches!(node.value, Value::Table(_)));
        match main_key(kind, &self.route, names).filter(|_| is_table) {
            Some(key) => (self.route.then(key), value),
            None => (self.route.clone(), value),
        }
    }
}

/// The route of keys between dots, with items in brackets: `levers[0].kind`. The two dots of a span
/// of years, `2016..2019`, and all between quotes, are part of their key.
#[must_use]
pub fn key_route(typed: &str) -> Route {
    let mut keys = vec![String::new()];
    let mut quoted = false;
    let mut before = '\0';
    let mut characters = typed.chars().peekable();
    while let Some(character) = characters.next() {
        let is_pair = before == '.' || characters.peek() == Some(&'.');
        match (character, keys.last_mut()) {
            ('"', _) => quoted = !quoted,
            ('.', _) if !quoted && !is_pair => keys.push(String::new()),
            (_, Some(key)) => key.push(character),
            _ => {}
        }
        before = character;
    }
    let mut route = Route::default();
    for key in keys {
        let (name, items) = key.split_once('[').unwrap_or((&key, ""));
        if !name.is_empty() {
            route.0.push(RouteStep::from(name));
        }
        let items = items
            .split(['[', ']'])
            .filter_map(|item| item.parse::<usize>().ok());
        route.0.extend(items.map(RouteStep::Item));
    }
    route
}

/// The changes that give a place a value, in the tree of its record.
#[must_use]
pub fn set_changes(
    assignment: &Assignment,
    kind: &str,
    tree: &Node,
    names: &dyn KnownNames,
) -> Vec<Change> {
    let (route, value) = assignment.resolved(kind, tree, names);
    let mut changes = opened_tables(&route, kind, tree, names);
    if is_spread(tree, &route) {
        // A table below headings cannot become a line where it stands.
        changes.push(Change::Remove(route.clone()));
    }
    changes.push(Change::Set(route, value));
    changes
}

/// The changes that add a value to what a place holds.
///
/// # Errors
/// Returns an error if the place holds one value, and a list is not allowed there.
pub fn add_changes(
    assignment: &Assignment,
    kind: &str,
    tree: &Node,
    names: &dyn KnownNames,
    language: Language,
) -> Result<Vec<Change>> {
    let (route, value) = assignment.resolved(kind, tree, names);
    let route = &route;
    let held = node_at(tree, route);
    let mut changes = opened_tables(route, kind, tree, names);
    match (held.map(|node| &node.value), value) {
        (None | Some(Value::Nothing), value) => changes.push(Change::Set(route.clone(), value)),
        (Some(Value::List(items)), NewValue::List(added)) => {
            let added = added
                .into_iter()
                .filter(|value| !items.iter().any(|item| value.is_read_as(item)));
            changes.extend(added.map(|value| Change::Append(route.clone(), value)));
        }
        (Some(Value::List(items)), value) => {
            if !items.iter().any(|item| value.is_read_as(item)) {
                changes.push(Change::Append(route.clone(), value));
            }
        }
        (Some(Value::Scalar(..)), value) if allows_list(kind, route) => {
            let items = with_added(held.and_then(NewValue::of), value);
            if items.len() > 1 {
                changes.push(Change::Set(route.clone(), NewValue::List(items)));
            }
        }
        (Some(Value::Scalar(..)), value) => {
            // A partner with several roles is written out: `{ role = ["porteur", "appui"] }`.
            let key =
                main_key(kind, route, names).filter(|key| allows_list(kind, &route.then(*key)));
            match (key, held.and_then(NewValue::of)) {
                (Some(key), Some(held)) => {
                    let both = with_added(Some(held), value);
                    if both.len() > 1 {
                        let both = NewValue::List(both);
                        let table = NewValue::Table(vec![(key.to_owned(), both)]);
                        changes.push(Change::Set(route.clone(), table));
                    }
                }
                _ => bail!(only_one(route, language)),
            }
        }
        _ => bail!(only_one(route, language)),
    }
    Ok(changes)
}

/// What is held and what is added, each item once.
fn with_added(held: Option<NewValue>, added: NewValue) -> Vec<NewValue> {
    let mut items: Vec<NewValue> = held.into_iter().collect();
    for item in items_of(added) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

fn items_of(value: NewValue) -> Vec<NewValue> {
    match value {
        NewValue::List(items) => items,
        one => vec![one],
    }
}

fn only_one(route: &Route, language: Language) -> String {
    say!(language,
        fr: "`{route}` a déjà une valeur et n'en prend qu'une\u{a0}: la remplacer par \
            `apes set`",
        en: "`{route}` has a value already and takes one only: replace it with `apes set`")
}

/// Values in their short form on the way, written as tables so that they take more keys.
fn opened_tables(route: &Route, kind: &str, tree: &Node, names: &dyn KnownNames) -> Vec<Change> {
    (1..route.0.len())
        .map(|length| Route(route.0.before(length).to_vec()))
        .filter(|above| takes(kind, above))
        .filter_map(|above| {
            let node = node_at(tree, &above)?;
            let is_short = match &node.value {
                Value::Scalar(..) => true,
                Value::List(_) => matches!(route.0.get(above.0.len()), Some(RouteStep::Key(_))),
                _ => false,
            };
            let table = is_short
                .then(|| table_for(kind, &above, node, names))
                .flatten()?;
            Some(Change::Set(above, table))
        })
        .collect()
}

/// The node at a route, step by step as it is written.
#[must_use]
pub fn node_at<'n, 't>(tree: &'n Node<'t>, route: &Route) -> Option<&'n Node<'t>> {
    let mut here = tree;
    for step in &route.0 {
        here = match (step, &here.value) {
            (RouteStep::Key(key), Value::Table(_)) => &here.entry(key)?.node,
            (RouteStep::Item(index), Value::List(items)) => items.get(*index)?,
            _ => return None,
        };
    }
    Some(here)
}

/// Whether a place holds a table, or a list of tables.
fn is_spread(tree: &Node, route: &Route) -> bool {
    let is_written = canonical_route(tree, route).is_some_and(|written| written == *route);
    is_written
        && node_at(tree, route).is_some_and(|node| match &node.value {
            Value::Table(_) => true,
            Value::List(items) => items
                .first()
                .is_some_and(|first| matches!(first.value, Value::Table(_))),
            _ => false,
        })
}
