//! A value to be written, and how it is written in each syntax.

use crate::documents::{Node, ScalarForm, Syntax, Value};

/// A value to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum NewValue {
    /// A text.
    Text(String),
    /// A number as it is written, in the spelling of records.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A day: `2024-03-12`.
    Date(String),
    /// A list.
    List(Vec<NewValue>),
    /// A table.
    Table(Vec<(String, NewValue)>),
}

/// Words that some reader of YAML takes for something else than a text.
const RESERVED: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

impl NewValue {
    /// The value of a tree that was checked against its schema. Returns `None` for a value that
    /// was invalid and removed.
    #[must_use]
    pub fn of(node: &Node) -> Option<Self> {
        Some(match &node.value {
            Value::Scalar(ScalarForm::Text, text) => Self::Text(text.clone().into_owned()),
            Value::Scalar(ScalarForm::Integer | ScalarForm::Float, text) => {
                Self::Number(text.clone().into_owned())
            }
            Value::Scalar(ScalarForm::Boolean, text) => Self::Boolean(text == "true"),
            Value::Scalar(ScalarForm::Date, text) => Self::Date(text.clone().into_owned()),
            Value::List(items) => Self::List(items.iter().map(Self::of).collect::<Option<_>>()?),
            Value::Table(entries) => Self::Table(
                entries
                    .iter()
                    .map(|entry| Some((entry.key.clone().into_owned(), Self::of(&entry.node)?)))
                    .collect::<Option<_>>()?,
            ),
            Value::Nothing => return None,
        })
    }

    /// The value on one line, in a syntax.
    #[must_use]
    pub fn written(&self, syntax: Syntax) -> String {
        match self {
            Self::Text(text) if syntax == Syntax::Yaml && is_plain(text) => text.clone(),
            Self::Text(text) => syntax.quote(text),
            Self::Number(text) | Self::Date(text) => text.clone(),
            Self::Boolean(value) => value.to_string(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.written(syntax)).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(entries) if entries.is_empty() => "{}".to_owned(),
            Self::Table(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| pair(key, &value.written(syntax), syntax))
                    .collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }

    /// The value on one line, in the quotes of the value that it replaces, where they can hold it.
    #[must_use]
    pub fn written_like(&self, old: &str, syntax: Syntax) -> String {
        match self {
            Self::Text(text)
                if old.starts_with('\'')
                    && !old.starts_with("'''")
                    && !text.contains(['\'', '\\'])
                    && !text.chars().any(char::is_control) =>
            {
                format!("'{text}'")
            }
            // A quoted word stays quoted: a file is written in one manner.
            Self::Text(text) if old.starts_with('"') => syntax.quote(text),
            _ => self.written(syntax),
        }
    }

    /// Whether a node was read from this value.
    #[must_use]
    pub fn is_read_as(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::Text(text), Value::Scalar(ScalarForm::Text, read)) => text == read,
            (Self::Number(text), Value::Scalar(ScalarForm::Integer | ScalarForm::Float, read))
            | (Self::Date(text), Value::Scalar(ScalarForm::Date | ScalarForm::Text, read)) => {
                text == read
            }
            (Self::Boolean(value), Value::Scalar(ScalarForm::Boolean, read)) => {
                value.to_string() == *read
            }
            (Self::List(items), Value::List(read)) => {
                items.len() == read.len()
                    && items
                        .iter()
                        .zip(read)
                        .all(|(item, node)| item.is_read_as(node))
            }
            (Self::Table(entries), Value::Table(read)) => {
                entries.len() == read.len()
                    && entries.iter().all(|(key, value)| {
                        node.entry(key)
                            .is_some_and(|entry| value.is_read_as(&entry.node))
                    })
            }
            _ => false,
        }
    }
}

/// A key with its value on one line.
#[must_use]
pub fn pair(key: &str, written: &str, syntax: Syntax) -> String {
    let sign = match syntax {
        Syntax::Toml => " = ",
        Syntax::Yaml => ": ",
    };
    format!("{}{sign}{written}", syntax.key(key))
}

/// Whether a text may stand in YAML without quotes, for every reader: an id in lower case.
fn is_plain(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !RESERVED.contains(&text)
}
