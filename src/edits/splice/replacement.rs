//! Replaced bytes, and what the writers of both syntaxes share about the places of changes.

use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Entry, Node, Value};
use crate::edits::new_value::NewValue;
use crate::sources::Span;

/// Bytes of a text, and what replaces them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The replaced bytes; empty for an insertion.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Splice {
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }

    pub fn insertion(offset: usize, text: impl Into<String>) -> Self {
        Self::new(Span::at(offset), text)
    }

    pub fn removal(span: Span) -> Self {
        Self::new(span, "")
    }
}

/// A value on the way of a route, with its key if it is in a table.
#[derive(Clone, Copy)]
pub struct Step<'n, 't> {
    pub node: &'n Node<'t>,
    pub entry: Option<&'n Entry<'t>>,
}

/// The values on the way of a route, from the root to the last that exists.
pub fn walk<'n, 't>(tree: &'n Node<'t>, route: &Route) -> Vec<Step<'n, 't>> {
    let mut path = vec![Step {
        node: tree,
        entry: None,
    }];
    let mut here = tree;
    for step in &route.0 {
        let next = match (step, &here.value) {
            (RouteStep::Key(key), _) => here.entry(key).map(|entry| Step {
                node: &entry.node,
                entry: Some(entry),
            }),
            (RouteStep::Item(index), Value::List(items)) => {
                items.get(*index).map(|node| Step { node, entry: None })
            }
            _ => None,
        };
        let Some(next) = next else { break };
        here = next.node;
        path.push(next);
    }
    path
}

/// The keys of some steps; `None` if one is an item.
pub fn keys(steps: &[RouteStep]) -> Option<Vec<&str>> {
    steps
        .iter()
        .map(|step| match step {
            RouteStep::Key(key) => Some(&**key),
            RouteStep::Item(_) => None,
        })
        .collect()
}

/// A value below keys that are missing, as a table for each of them.
pub fn nested(keys: &[&str], value: &NewValue) -> NewValue {
    keys.iter().rev().fold(value.clone(), |inner, key| {
        NewValue::Table(vec![((*key).to_owned(), inner)])
    })
}

/// The entries of a value that is written over several lines: a table, unless it is empty or a text
/// in two languages.
pub fn block_entries(value: &NewValue) -> Option<&[(String, NewValue)]> {
    match value {
        NewValue::Table(entries) if !entries.iter().all(|(key, _)| key == "fr" || key == "en") => {
            Some(entries)
        }
        _ => None,
    }
}
