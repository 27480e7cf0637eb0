//! Values of expressions, borrowed from records, and the environment that expressions query.

use std::borrow::Cow;

use crate::calendar::{Day, PartialDate};

/// A value of an expression. Missing data is [`Value::Absent`], never an error.
#[derive(Clone)]
pub enum Value<'v> {
    /// No value.
    Absent,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'v, str>),
    /// A year, a month or a day.
    Date(PartialDate),
    /// Keys with their values.
    Table(&'v dyn Table),
    /// Several values of one key: a list, or a table whose keys are free.
    Rows(&'v dyn Rows),
    /// Several values gathered along a path, or computed.
    List(Vec<Value<'v>>),
}

/// A table whose keys are those of its schema.
pub trait Table {
    /// The value of a key; absent if the table does not have the key.
    fn get(&self, key: &str) -> Value<'_>;
}

/// Several values in order, each with an id if they come from a table.
pub trait Rows {
    /// The number of rows.
    fn len(&self) -> usize;
    /// The row at an index; absent beyond the last one.
    fn row(&self, index: usize) -> Value<'_>;
    /// The id of the row at an index.
    fn row_id(&self, index: usize) -> Option<&str>;
    /// The row with an id; absent if there is none.
    fn row_by_id(&self, id: &str) -> Value<'_>;
    /// Whether there are no rows.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Everything outside the record that an expression may depend on.
pub trait Environment {
    /// The day of the evaluation.
    fn day(&self) -> Day;
    /// The family of the actor with an id.
    fn family_of_actor(&self, id: &str) -> Option<&str>;
    /// The family of a kind of actor.
    fn family_of_kind(&self, kind: &str) -> Option<&str>;
    /// Whether the record gives a source for a statement, by the statement's dotted name.
    fn is_sourced(&self, statement: &str) -> bool;
}

/// The values of the names that an expression may use.
#[derive(Clone)]
pub struct Scope<'v> {
    /// The environment of the record.
    pub environment: &'v dyn Environment,
    /// The record.
    pub record: Value<'v>,
    /// The current row; absent if the criterion does not check rows.
    pub row: Value<'v>,
    /// The id of the current row.
    pub row_id: Option<&'v str>,
    /// The keys that lead from the record to the list of the row.
    pub list_keys: &'v [&'v str],
    /// The current principle, if the criterion runs once for each.
    pub principle: Option<&'v str>,
}

impl<'v> Value<'v> {
    /// A borrowed text; absent if it is empty.
    #[must_use]
    pub fn text(text: &'v str) -> Self {
        if text.is_empty() {
            Self::Absent
        } else {
            Self::Text(Cow::Borrowed(text))
        }
    }

    /// A list of borrowed texts; absent if there are none.
    #[must_use]
    pub fn texts(texts: impl IntoIterator<Item = &'v str>) -> Self {
        Self::from_list(texts.into_iter().map(Self::text).collect())
    }

    fn from_list(items: Vec<Self>) -> Self {
        if items.is_empty() {
            Self::Absent
        } else {
            Self::List(items)
        }
    }

    /// Whether the value is present and neither false, nor zero, nor empty.
    #[must_use]
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::Absent => false,
            Self::Boolean(boolean) => *boolean,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::Date(_) | Self::Table(_) => true,
            Self::Rows(rows) => !rows.is_empty(),
            Self::List(items) => !items.is_empty(),
        }
    }

    /// Whether there is no value; `false` and 0 are values.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value of a key. Of several values: all values under that key; `id` gives the ids of
    /// rows.
    #[must_use]
    pub fn get(&self, key: &str) -> Value<'v> {
        match self {
            Self::Table(table) => table.get(key),
            Self::Rows(rows) => flatten((0..rows.len()).map(|index| match rows.row_id(index) {
                Some(id) if key == "id" => Value::text(id),
                _ => rows.row(index).get(key),
            })),
            Self::List(items) => flatten(items.iter().map(|item| item.get(key))),
            _ => Value::Absent,
        }
    }

    /// The single values: each of several, the value itself, or none if it is absent.
    #[must_use]
    pub fn items(&self) -> Vec<Value<'v>> {
        match self {
            Self::Absent => Vec::new(),
            Self::Rows(rows) => (0..rows.len()).map(|index| rows.row(index)).collect(),
            Self::List(items) => items.iter().flat_map(Self::items).collect(),
            single => vec![single.clone()],
        }
    }

    /// The number of single values.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Absent => 0,
            Self::Rows(rows) => rows.len(),
            Self::List(items) => items.iter().map(Self::count).sum(),
            _ => 1,
        }
    }

    /// Whether a predicate is true of at least one single value.
    pub fn any(&self, predicate: &mut dyn FnMut(&Value<'v>) -> bool) -> bool {
        match self {
            Self::Absent => false,
            Self::Rows(rows) => (0..rows.len()).any(|index| predicate(&rows.row(index))),
            Self::List(items) => items.iter().any(|item| item.any(predicate)),
            single => predicate(single),
        }
    }

    /// The text; `None` for any other value.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The values found under one key of several rows, in one list; absent if there are none.
///
/// Rows inside rows stay as they are, so that their ids can still be read.
fn flatten<'v>(values: impl Iterator<Item = Value<'v>>) -> Value<'v> {
    let mut items = Vec::new();
    for value in values {
        match value {
            Value::Absent => {}
            Value::List(nested) => items.extend(nested),
            single => items.push(single),
        }
    }
    Value::from_list(items)
}
