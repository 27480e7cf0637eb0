//! A plain tree in which every node knows its span, whichever syntax it was written in.

use std::borrow::Cow;

use crate::diagnostic::{At, Route, RouteStep};
use crate::sources::Span;

/// The two syntaxes that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `.toml`
    Toml,
    /// `.yaml` or `.yml`, its plain part
    Yaml,
}

impl Syntax {
    /// The syntax that a file's name tells, if it is one that is read.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1 {
            "toml" => Some(Self::Toml),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// Its name, as people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
        }
    }

    /// A text as a key of this syntax: bare where it can be.
    #[must_use]
    pub fn key(self, text: &str) -> String {
        let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !text.is_empty() && text.bytes().all(bare) {
            text.to_owned()
        } else {
            self.quote(text)
        }
    }

    /// A text quoted so that this syntax reads it back unchanged.
    #[must_use]
    pub fn quote(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 2);
        out.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => out.extend(['\\', character]),
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                control if control.is_control() => {
                    out.push_str(&format!("\\u{:04x}", u32::from(control)));
                }
                other => out.push(other),
            }
        }
        out.push('"');
        out
    }
}

/// What a scalar was written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarForm {
    /// Quoted text.
    Text,
    /// Unquoted YAML, typed by the schema.
    Plain,
    /// A whole number.
    Integer,
    /// A number with a decimal point.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A TOML day.
    Date,
}

/// A value of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// A scalar with its text, escapes undone.
    Scalar(ScalarForm, Cow<'t, str>),
    /// Items in their order.
    List(Vec<Node<'t>>),
    /// Keys in source order.
    Table(Vec<Entry<'t>>),
    /// A value that was judged and put aside: what follows reads it as absent.
    Nothing,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// Its bytes; for a TOML table under a header, the header.
    pub span: Span,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'t> {
    /// The key, escapes undone.
    pub key: Cow<'t, str>,
    /// Its bytes.
    pub key_span: Span,
    /// What stands under it.
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The entry of a key, where this is a table that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry<'t>> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// The bytes that a place by name means here; `None` for the part of the route that is not
    /// there.
    ///
    /// The second answer is false where the route missed and its nearest parent is given instead.
    #[must_use]
    pub fn resolve(&self, at: &At) -> (Span, bool) {
        match at {
            At::Span(span) => (*span, true),
            At::File => (self.first_key(), true),
            At::Key(route) => self.follow(route, true),
            At::Value(route) | At::Within(route, _) => self.follow(route, false),
        }
    }

    /// The first key of the file, where findings about the whole of it point.
    fn first_key(&self) -> Span {
        match &self.value {
            Value::Table(entries) => entries
                .first()
                .map_or(Span::default(), |entry| entry.key_span),
            _ => Span::default(),
        }
    }

    fn follow(&self, route: &Route, key: bool) -> (Span, bool) {
        let mut here = self;
        let mut span = self.first_key();
        for (place, step) in route.0.iter().enumerate() {
            let last = place + 1 == route.0.len();
            match (step, &here.value) {
                (RouteStep::Key(name), Value::Table(_)) => {
                    let Some(entry) = here.entry(name) else {
                        return (span, false);
                    };
                    here = &entry.node;
                    span = if last && !key {
                        entry.node.span
                    } else {
                        entry.key_span
                    };
                }
                (RouteStep::Item(item), Value::List(items)) => {
                    let Some(node) = items.get(*item) else {
                        return (span, false);
                    };
                    here = node;
                    span = node.span;
                }
                // A value alone stands for a list of one.
                (RouteStep::Item(0), _) => span = here.span,
                // A short form stands for the table that it could be: `tilt = "appui"` for
                // `tilt.role`.
                (RouteStep::Key(_), Value::Scalar(..)) => return (here.span, true),
                _ => return (span, false),
            }
        }
        (span, true)
    }
}
