//! A record between two syntaxes: its values in their order, on one line each or spread over
//! several, with their comments.

use crate::calendar::PartialDate;
use crate::documents::{Node, ScalarForm, Syntax, Value};
use crate::edits::convert::margins::{Margins, Note};
use crate::edits::new_value::NewValue;
use crate::edits::splice::page::Page;
use crate::edits::splice::toml_headings::{Layout, layout};
use crate::edits::splice::yaml::is_flow;

/// A key with its value, or an item of a list.
#[derive(Clone, Debug)]
pub struct Written {
    /// The key; empty for an item.
    pub key: String,
    /// Its comments.
    pub note: Note,
    /// How its value is laid out.
    pub laid: Laid,
}

/// How a value is laid out.
#[derive(Clone, Debug)]
pub enum Laid {
    /// On one line.
    Line(NewValue),
    /// A key a line.
    Table(Vec<Written>),
    /// An item a line.
    List(Vec<Written>),
}

impl Written {
    /// A value without comments: tables with a key a line, all else on one line.
    pub fn plain(key: &str, value: NewValue) -> Self {
        let laid = match value {
            NewValue::Table(entries) if !is_bilingual(&entries) => Laid::Table(
                entries
                    .into_iter()
                    .map(|(key, value)| Self::plain(&key, value))
                    .collect(),
            ),
            value => Laid::Line(value),
        };
        Self {
            key: key.to_owned(),
            note: Note::default(),
            laid,
        }
    }

    /// The value, and the comments of all that it holds, where it is written on one line.
    pub fn collapsed(&self) -> (NewValue, Note) {
        let mut note = self.note.clone();
        let value = match &self.laid {
            Laid::Line(value) => value.clone(),
            Laid::Table(entries) => NewValue::Table(
                entries
                    .iter()
                    .map(|entry| (entry.key.clone(), absorbed(entry, &mut note)))
                    .collect(),
            ),
            Laid::List(items) => {
                NewValue::List(items.iter().map(|item| absorbed(item, &mut note)).collect())
            }
        };
        (value, note)
    }
}

/// Whether a table is a text in both languages, or is empty.
fn is_bilingual(entries: &[(String, NewValue)]) -> bool {
    entries.iter().all(|(key, _)| key == "fr" || key == "en")
}

fn absorbed(inner: &Written, note: &mut Note) -> NewValue {
    let (value, own) = inner.collapsed();
    note.absorb(own);
    value
}

/// Reads the tree of a text as a sheet. Returns `None` for a tree with a value that is missing.
pub fn read(text: &str, syntax: Syntax, tree: &Node) -> Option<(Vec<Written>, Vec<String>)> {
    let page = Page::new(text);
    let margins = Margins::of(&page, syntax, tree);
    let mut reader = Reader {
        page,
        syntax,
        margins,
        next: 0,
    };
    let entries = reader.children(tree)?;
    Some((entries, reader.margins.tail))
}

struct Reader<'p> {
    page: Page<'p>,
    syntax: Syntax,
    margins: Margins,
    /// The number of the next value.
    next: usize,
}

impl Reader<'_> {
    /// The entries of a table, or the items of a list.
    fn children(&mut self, node: &Node) -> Option<Vec<Written>> {
        match &node.value {
            Value::Table(entries) => entries
                .iter()
                .map(|entry| self.written(&entry.key, &entry.node))
                .collect(),
            Value::List(items) => items.iter().map(|item| self.written("", item)).collect(),
            _ => None,
        }
    }

    fn written(&mut self, key: &str, value: &Node) -> Option<Written> {
        let mut note = self.margins.take(self.next);
        self.next += 1;
        let laid = match &value.value {
            Value::Table(_) if self.is_spread(value) => Laid::Table(self.children(value)?),
            Value::List(_) if self.is_spread(value) => Laid::List(self.children(value)?),
            _ => {
                let end = self.next + count(value);
                for index in self.next..end {
                    note.absorb(self.margins.take(index));
                }
                self.next = end;
                Laid::Line(self.value(value)?)
            }
        };
        Some(Written {
            key: key.to_owned(),
            note,
            laid,
        })
    }

    /// Whether a table or list has a line for each of its parts.
    fn is_spread(&self, node: &Node) -> bool {
        match (&node.value, self.syntax) {
            (Value::Table(entries), _) if entries.is_empty() => false,
            (Value::List(items), _) if items.is_empty() => false,
            (Value::List(_), _) if self.page.byte(node.span.start) == b'[' => {
                layout(&self.page, node, false) == Layout::Headed || self.page.has_break(node.span)
            }
            (Value::Table(_), Syntax::Toml) => layout(&self.page, node, false) != Layout::Inline,
            (_, Syntax::Toml) => layout(&self.page, node, false) == Layout::Headed,
            (_, Syntax::Yaml) => !is_flow(&self.page, node),
        }
    }

    fn value(&self, node: &Node) -> Option<NewValue> {
        Some(match &node.value {
            Value::Scalar(ScalarForm::Text, text) => {
                let is_bare =
                    !matches!(self.page.byte(node.span.start), b'"' | b'\'' | b'|' | b'>');
                let is_day = matches!(PartialDate::parse(text), Some(PartialDate::Day(_)));
                if is_bare && is_day && self.syntax == Syntax::Yaml {
                    NewValue::Date(text.to_string())
                } else {
                    NewValue::Text(text.to_string())
                }
            }
            Value::List(items) => NewValue::List(
                items
                    .iter()
                    .map(|item| self.value(item))
                    .collect::<Option<_>>()?,
            ),
            Value::Table(entries) => NewValue::Table(
                entries
                    .iter()
                    .map(|entry| Some((entry.key.to_string(), self.value(&entry.node)?)))
                    .collect::<Option<_>>()?,
            ),
            _ => NewValue::of(node)?,
        })
    }
}

/// The number of entries and items inside a node.
fn count(node: &Node) -> usize {
    match &node.value {
        Value::Table(entries) => entries.iter().map(|entry| 1 + count(&entry.node)).sum(),
        Value::List(items) => items.iter().map(|item| 1 + count(item)).sum(),
        _ => 0,
    }
}
