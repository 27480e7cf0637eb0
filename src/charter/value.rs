//! What expressions see: values borrowed from records, never copies of them, and the world that
//! answers the rest.

use std::borrow::Cow;

use crate::calendar::{Day, PartialDate};

/// A value as an expression sees it; what is absent is nothing, never an error.
#[derive(Clone)]
pub enum Value<'v> {
    /// What is not there.
    Nothing,
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'v, str>),
    /// A year, a month or a day.
    Moment(PartialDate),
    /// Keys with their values.
    Table(&'v dyn Table),
    /// Several values that a record holds: a list, or a table whose keys are free.
    Rows(&'v dyn Rows),
    /// Several values found on the way.
    List(Vec<Value<'v>>),
}

/// Keys that a schema knows, with their values.
pub trait Table {
    /// The value of a key; nothing where there is none.
    fn get(&self, key: &str) -> Value<'_>;
}

/// Several values in their order, each with an id where their table gives one.
pub trait Rows {
    /// How many.
    fn len(&self) -> usize;
    /// The one at a place.
    fn at(&self, place: usize) -> Value<'_>;
    /// The id under which it stands.
    fn id(&self, place: usize) -> Option<&str>;
    /// The one that bears an id.
    fn named(&self, id: &str) -> Value<'_>;
    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What lies outside the record that is judged.
pub trait Environment {
    /// The day on which it is judged.
    fn day(&self) -> Day;
    /// The family of an actor, by its id.
    fn family_of_actor(&self, id: &str) -> Option<&str>;
    /// Whether the record says on which source a statement of it rests, by the statement's name.
    fn is_sourced(&self, statement: &str) -> bool;
    /// The family of a kind of actor.
    fn family_of_kind(&self, kind: &str) -> Option<&str>;
}

/// What the names of an expression stand for while it is evaluated.
#[derive(Clone)]
pub struct Scope<'v> {
    /// What lies outside the record.
    pub environment: &'v dyn Environment,
    /// The record.
    pub subject: Value<'v>,
    /// The row that is judged, with its id, where a criterion judges rows.
    pub row: (Value<'v>, Option<&'v str>),
    /// The keys that lead to the list of that row.
    pub keys: &'v [&'v str],
    /// The principle in turn, where a criterion runs for each.
    pub principle: Option<&'v str>,
}

impl<'v> Value<'v> {
    /// A borrowed text; an empty one is nothing.
    #[must_use]
    pub fn text(text: &'v str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(Cow::Borrowed(text))
        }
    }

    /// Whether it is there, and neither false, zero nor empty.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Truth(truth) => *truth,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::Moment(_) | Self::Table(_) => true,
            Self::Rows(rows) => !rows.is_empty(),
            Self::List(items) => !items.is_empty(),
        }
    }

    /// The value of a key; of several values, all that they hold under it, and under `id` their
    /// ids.
    #[must_use]
    pub fn get(&self, key: &str) -> Value<'v> {
        match self {
            Self::Table(table) => table.get(key),
            Self::Rows(rows) => {
                let found = (0..rows.len()).map(|place| match (key, rows.id(place)) {
                    ("id", Some(id)) => Value::text(id),
                    _ => rows.at(place).get(key),
                });
                gathered(found)
            }
            Self::List(items) => gathered(items.iter().map(|item| item.get(key))),
            _ => Value::Nothing,
        }
    }

    /// Its items: several values one by one, one value alone, or none.
    #[must_use]
    pub fn items(&self) -> Vec<Value<'v>> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Rows(rows) => (0..rows.len()).map(|place| rows.at(place)).collect(),
            Self::List(items) => items.iter().flat_map(Self::items).collect(),
            one => vec![one.clone()],
        }
    }

    /// How many values it is.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Rows(rows) => rows.len(),
            Self::List(items) => items.iter().map(Self::count).sum(),
            _ => 1,
        }
    }

    /// Whether some item of it is true.
    pub fn any(&self, holds: &mut dyn FnMut(&Value<'v>) -> bool) -> bool {
        match self {
            Self::Nothing => false,
            Self::Rows(rows) => (0..rows.len()).any(|place| holds(&rows.at(place))),
            Self::List(items) => items.iter().any(|item| item.any(holds)),
            one => holds(one),
        }
    }

    /// The text that it is.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Values found under one key of several rows; nothing where there are none. Rows within rows keep
/// their ids.
fn gathered<'v>(found: impl Iterator<Item = Value<'v>>) -> Value<'v> {
    let mut items = Vec::new();
    for value in found {
        match value {
            Value::Nothing => {}
            Value::List(more) => items.extend(more),
            one => items.push(one),
        }
    }
    if items.is_empty() {
        Value::Nothing
    } else {
        Value::List(items)
    }
}
