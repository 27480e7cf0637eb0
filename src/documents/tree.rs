//! The tree of a document: values with their spans, the same for both syntaxes.

use std::borrow::Cow;

use crate::diagnostic::{At, Route, RouteStep};
use crate::sources::Span;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarForm {
    /// A text: quoted, or unquoted in YAML.
    Text,
    /// A whole number.
    Integer,
    /// A number with a decimal point.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A TOML date without time.
    Date,
}

/// A value of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// A scalar with its text, after unescaping.
    Scalar(ScalarForm, Cow<'t, str>),
    /// Items in source order.
    List(Vec<Node<'t>>),
    /// Entries in source order.
    Table(Vec<Entry<'t>>),
    /// The place of a value that was invalid, reported and removed; read as an absent key.
    Nothing,
}

/// A value with its span.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// Bytes of the value; for a TOML table below a heading, the heading.
    pub span: Span,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'t> {
    /// The key, after unescaping.
    pub key: Cow<'t, str>,
    /// Bytes of the key.
    pub key_span: Span,
    /// The value of the key.
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The entry of a key. Returns `None` if this is not a table or has no such key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry<'t>> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// Finds the bytes of a place, and whether the whole route was found. Where a step of the
    /// route is missing, the bytes are those of the last step that was found.
    #[must_use]
    pub fn resolve(&self, at: &At) -> (Span, bool) {
        match at {
            At::Span(span) => (*span, true),
            At::File => (self.first_key(), true),
            At::Key(route) => self.follow(route, true),
            At::Value(route) | At::Item(route) | At::Within(route, _) => self.follow(route, false),
        }
    }

    /// The first key, where findings about the whole file point; empty in an empty file.
    fn first_key(&self) -> Span {
        match &self.value {
            Value::Table(entries) => entries
                .first()
                .map_or(Span::default(), |entry| entry.key_span),
            _ => Span::default(),
        }
    }

    /// Walks down a route; `to_key` asks for the last key instead of its value.
    fn follow(&self, route: &Route, to_key: bool) -> (Span, bool) {
        let mut node = self;
        let mut span = self.first_key();
        for (index, step) in route.0.iter().enumerate() {
            let is_last = index + 1 == route.0.len();
            match (step, &node.value) {
                (RouteStep::Key(name), Value::Table(_)) => {
                    let Some(entry) = node.entry(name) else {
                        return (span, false);
                    };
                    node = &entry.node;
                    span = if is_last && !to_key {
                        entry.node.span
                    } else {
                        entry.key_span
                    };
                }
                (RouteStep::Item(item), Value::List(items)) => {
                    let Some(found) = items.get(*item) else {
                        return (span, false);
                    };
                    node = found;
                    span = node.span;
                }
                // Where a list is allowed, a single value may replace a list of one item.
                (RouteStep::Item(0), _) => span = node.span,
                // A scalar may replace a table of one key: `tilt = "appui"` for `tilt.role`.
                (RouteStep::Key(_), Value::Scalar(..)) => return (node.span, true),
                _ => return (span, false),
            }
        }
        (span, true)
    }
}
