//! What paths a record can have: its schema's keys, and beside them what is computed.

use serde::Deserialize;

use crate::charter::computed::{COMPUTED_FIELDS, ReturnType, computed_field};
use crate::documents::{Schemas, ShapeId, ShapeKind};

/// The kinds of record that a criterion may judge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A territory.
    Territory,
    /// An actor.
    Actor,
    /// A dynamic.
    #[default]
    Dynamic,
}

impl Subject {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Territory, Self::Actor, Self::Dynamic];

    /// As it is written; also the name of its schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
        }
    }
}

/// What a path leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathType {
    /// Whether there may be several.
    pub many: bool,
    /// What a value of it is, where it is no table.
    pub value_type: ValueType,
    /// Tables whose keys may follow.
    tables: Vec<ShapeId>,
    /// Tables whose keys are free: their rows bear ids.
    free: Vec<ShapeId>,
    /// The record itself, which has more than its schema tells.
    record: Option<Subject>,
}

/// What a single value is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ValueType {
    /// A table, of which a key must be named to compare.
    #[default]
    Table,
    /// Anything, since a network keeps there what it wants.
    Anything,
    /// Yes or no.
    Truth,
    /// A number.
    Number,
    /// A year, a month or a day.
    Moment,
    /// A text.
    Text {
        /// The list of the vocabulary from which it is taken.
        list: Option<String>,
        /// The kind of record whose id it is.
        names: Option<String>,
        /// All that it may be, where the schema says so.
        choices: Vec<String>,
    },
}

impl ValueType {
    /// A text taken from a list.
    #[must_use]
    pub fn word(list: &str) -> Self {
        Self::Text {
            list: Some(list.to_owned()),
            names: None,
            choices: Vec::new(),
        }
    }
}

impl PathType {
    /// A record of a kind.
    #[must_use]
    pub fn record(subject: Subject) -> Self {
        let root = Schemas::embedded().root(subject.name());
        Self {
            record: Some(subject),
            ..Self::of(&[root], false)
        }
    }

    /// A value that no table holds.
    #[must_use]
    pub fn value(value_type: ValueType, many: bool) -> Self {
        Self {
            many,
            value_type,
            ..Self::default()
        }
    }

    /// One row of these several.
    #[must_use]
    pub fn row(&self) -> Self {
        Self {
            many: false,
            ..self.clone()
        }
    }

    /// Several of it.
    #[must_use]
    pub fn several(&self) -> Self {
        Self {
            many: true,
            ..self.clone()
        }
    }

    /// Whether a key may follow.
    #[must_use]
    pub fn is_table(&self) -> bool {
        self.value_type == ValueType::Table
    }

    /// What a key that people write leads to; nothing where no record can have it.
    #[must_use]
    pub fn written(&self, key: &str) -> Option<Self> {
        if self.value_type == ValueType::Anything {
            return Some(self.clone());
        }
        let found: Vec<ShapeId> = self
            .tables
            .iter()
            .filter_map(|id| key_of(*id, key))
            .collect();
        (!found.is_empty()).then(|| Self::of(&found, self.many))
    }

    /// What a key of it leads to, written or computed; nothing where no record can have it.
    #[must_use]
    pub fn step(&self, key: &str) -> Option<Self> {
        if let Some(written) = self.written(key) {
            return Some(written);
        }
        if let Some(computed_field) = self.record.and_then(|subject| computed_field(subject, key)) {
            return Some(Self::value(
                computed_field.returns.value_type(),
                computed_field.many,
            ));
        }
        self.named()
            .filter(|_| key == "id")
            .map(|id| Self::value(id, self.many))
    }

    /// What the ids of its rows are, where it is a table whose keys are free.
    #[must_use]
    pub fn named(&self) -> Option<ValueType> {
        let ShapeKind::Table(table) = &Schemas::embedded().shape(*self.free.first()?).kind else {
            return None;
        };
        Some(table.names.map_or_else(
            || ReturnType::Text.value_type(),
            |names| Self::of(&[names], false).value_type,
        ))
    }

    /// The names that may follow.
    #[must_use]
    pub fn keys(&self) -> Vec<&'static str> {
        let schemas = Schemas::embedded();
        let of_table = |id: &ShapeId| match &schemas.shape(*id).kind {
            ShapeKind::Table(table) => table.keys.iter().map(|(key, _)| key.as_str()).collect(),
            _ => Vec::new(),
        };
        let written = self.tables.iter().flat_map(of_table);
        let computed = COMPUTED_FIELDS.iter().filter(|computed_field| {
            self.record
                .is_some_and(|subject| computed_field.of.contains(&subject))
        });
        let id = (!self.free.is_empty()).then_some("id");
        written
            .chain(computed.map(|computed_field| computed_field.name))
            .chain(id)
            .collect()
    }

    fn of(ids: &[ShapeId], many: bool) -> Self {
        let mut gathered = Gathered {
            path_type: Self {
                many,
                ..Self::default()
            },
            ..Gathered::default()
        };
        for id in ids {
            gathered.add(*id, &mut Vec::new());
        }
        gathered.settled()
    }
}

fn key_of(table: ShapeId, key: &str) -> Option<ShapeId> {
    match &Schemas::embedded().shape(table).kind {
        ShapeKind::Table(table) => table
            .keys
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, id)| *id),
        _ => None,
    }
}

/// What the alternatives of a shape come to, taken together.
#[derive(Default)]
struct Gathered {
    path_type: PathType,
    number: bool,
    truth: bool,
    anything: bool,
    text: Option<ValueType>,
}

impl Gathered {
    fn add(&mut self, id: ShapeId, above: &mut Vec<ShapeId>) {
        let shape = Schemas::embedded().shape(id);
        above.push(id);
        match &shape.kind {
            ShapeKind::ShortOrTable(choices) => {
                for choice in choices {
                    self.add(*choice, above);
                }
            }
            ShapeKind::List { items, .. } => {
                self.path_type.many = true;
                self.add(*items, above);
            }
            ShapeKind::Table(table) if table.keys.is_empty() => {
                let rows: Vec<ShapeId> = table
                    .forms
                    .iter()
                    .map(|(_, id)| *id)
                    .chain(table.others)
                    .collect();
                self.path_type.many = true;
                self.path_type.free.push(id);
                for row in rows {
                    self.add(row, above);
                }
            }
            ShapeKind::Table(_) => self.path_type.tables.push(id),
            ShapeKind::Number { .. } => self.number = true,
            ShapeKind::Boolean => self.truth = true,
            ShapeKind::Any => self.anything = true,
            ShapeKind::Text { choices, .. } => {
                let marked = |mark: fn(&crate::documents::Shape) -> &Option<String>| {
                    above
                        .iter()
                        .find_map(|id| mark(Schemas::embedded().shape(*id)).clone())
                };
                let (list, names) = (marked(|shape| &shape.word), marked(|shape| &shape.names));
                if self.text.is_none() || list.is_some() {
                    self.text = Some(ValueType::Text {
                        list,
                        names,
                        choices: choices.clone(),
                    });
                }
            }
        }
        above.pop();
    }

    fn settled(mut self) -> PathType {
        self.path_type.value_type = match (self.path_type.tables.is_empty(), self.number, self.text)
        {
            (true, true, Some(_)) => ValueType::Moment,
            (true, true, None) => ValueType::Number,
            (true, false, Some(text)) => text,
            (true, false, None) if self.truth => ValueType::Truth,
            (true, false, None) if self.anything => ValueType::Anything,
            _ => ValueType::Table,
        };
        self.path_type
    }
}
