//! The tree that a change asks for, to be compared with the tree that is read after it.

use std::collections::BTreeMap;

use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Node, ScalarForm, Value};
use crate::edits::change::Change;
use crate::edits::new_value::NewValue;
use crate::edits::refusal::Refusal;

/// A value without spans.
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    Scalar(ScalarForm, String),
    List(Vec<Model>),
    Table(BTreeMap<String, Model>),
    Nothing,
    /// A value that is yet to be written.
    New(NewValue),
}

impl Model {
    /// The model of a tree.
    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Scalar(form, text) => Self::Scalar(*form, text.clone().into_owned()),
            Value::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Value::Table(entries) => Self::Table(
                entries
                    .iter()
                    .map(|entry| (entry.key.clone().into_owned(), Self::of(&entry.node)))
                    .collect(),
            ),
            Value::Nothing => Self::Nothing,
        }
    }

    /// Whether a tree is this model.
    pub fn matches(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::New(value), _) => value.is_read_as(node),
            (Self::Scalar(form, text), Value::Scalar(read_form, read)) => {
                form == read_form && text == read
            }
            (Self::List(items), Value::List(read)) => {
                items.len() == read.len()
                    && items
                        .iter()
                        .zip(read)
                        .all(|(item, node)| item.matches(node))
            }
            (Self::Table(entries), Value::Table(read)) => {
                read.iter().all(|entry| entries.contains_key(&*entry.key))
                    && entries.iter().all(|(key, model)| match node.entry(key) {
                        Some(entry) => model.matches(&entry.node),
                        None => model.is_hollow(),
                    })
            }
            (Self::Nothing, Value::Nothing) => true,
            _ => false,
        }
    }

    /// Whether nothing is in a table: in TOML such a table is gone with its last heading.
    fn is_hollow(&self) -> bool {
        match self {
            Self::Table(entries) => entries.values().all(Self::is_hollow),
            _ => false,
        }
    }

    /// Makes a change.
    pub fn change(&mut self, change: &Change) -> Result<(), Refusal> {
        let route = change.route();
        let nowhere = || Refusal::NoSuchPlace(route.clone());
        let Some((last, above)) = route.0.split_last() else {
            return Err(nowhere());
        };
        let may_make = matches!(change, Change::Set(..));
        let parent = self.descend(above, may_make).ok_or_else(nowhere)?;
        match (change, parent, last) {
            (Change::Set(_, value), Self::Table(entries), RouteStep::Key(key)) => {
                entries.insert(key.to_string(), Self::New(value.clone()));
            }
            (Change::Set(_, value), Self::List(items), RouteStep::Item(index)) => {
                *items.get_mut(*index).ok_or_else(nowhere)? = Self::New(value.clone());
            }
            (Change::Remove(_), Self::Table(entries), RouteStep::Key(key)) => {
                entries.remove(&**key).ok_or_else(nowhere)?;
            }
            (Change::Remove(_), Self::List(items), RouteStep::Item(index))
                if *index < items.len() =>
            {
                items.remove(*index);
            }
            (Change::RenameKey(_, name), Self::Table(entries), RouteStep::Key(key)) => {
                if entries.contains_key(name) {
                    return Err(Refusal::Taken(Route(above.to_vec()).then(name)));
                }
                let value = entries.remove(&**key).ok_or_else(nowhere)?;
                entries.insert(name.clone(), value);
            }
            (Change::Append(_, value), parent, last) => match parent.child(last) {
                Some(Self::List(items)) => items.push(Self::New(value.clone())),
                _ => return Err(nowhere()),
            },
            _ => return Err(nowhere()),
        }
        Ok(())
    }

    /// Walks down; `may_make` asks for tables in place of what is missing.
    fn descend(&mut self, steps: &[RouteStep], may_make: bool) -> Option<&mut Self> {
        let mut here = self;
        for step in steps {
            if may_make && let RouteStep::Key(key) = step {
                here.become_table();
                if let Self::Table(entries) = here {
                    entries.entry(key.to_string()).or_insert(Self::Nothing);
                }
            }
            here = here.child(step)?;
        }
        if may_make {
            here.become_table();
        }
        Some(here)
    }

    /// Becomes an empty table where there was nothing.
    fn become_table(&mut self) {
        if matches!(self, Self::Nothing) {
            *self = Self::Table(BTreeMap::new());
        }
    }

    fn child(&mut self, step: &RouteStep) -> Option<&mut Self> {
        match (self, step) {
            (Self::Table(entries), RouteStep::Key(key)) => entries.get_mut(&**key),
            (Self::List(items), RouteStep::Item(index)) => items.get_mut(*index),
            _ => None,
        }
    }
}

/// The route to the value that a route means: records write a list of one as a single value, and
/// some tables as their main key alone, so that steps of the route may be missing in the text.
/// Returns `None` if the value does not exist.
#[must_use]
pub fn canonical_route(tree: &Node, route: &Route) -> Option<Route> {
    let (mut here, mut steps) = (tree, Vec::new());
    for step in &route.0 {
        here = match (step, &here.value) {
            (RouteStep::Key(key), Value::Table(_)) => {
                steps.push(step.clone());
                &here.entry(key)?.node
            }
            (RouteStep::Item(index), Value::List(items)) => {
                steps.push(step.clone());
                items.get(*index)?
            }
            (RouteStep::Item(0), _) | (RouteStep::Key(_), Value::Scalar(..)) => here,
            _ => return None,
        };
    }
    Some(Route(steps))
}
