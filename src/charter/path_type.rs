//! Types of paths: the keys of a record's schema, and the computed fields beside them.

use crate::charter::computed::{COMPUTED_FIELDS, computed_field};
use crate::charter::subject::Subject;
use crate::charter::value_type::{ReturnType, ValueType};
use crate::documents::{Schemas, Shape, ShapeId, ShapeKind};

/// The type of a path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathType {
    /// Whether the path may have several values.
    pub many: bool,
    /// The type of a single value.
    pub value_type: ValueType,
    /// Schemas of tables whose keys may follow.
    tables: Vec<ShapeId>,
    /// Schemas of tables with free keys: the ids of their rows.
    free_tables: Vec<ShapeId>,
    /// The kind of record, for a whole record, which has computed fields beside its keys.
    record: Option<Subject>,
}

impl PathType {
    /// The type of a record of a kind.
    #[must_use]
    pub fn record(subject: Subject) -> Self {
        let root = Schemas::embedded().root(subject.name());
        Self {
            record: Some(subject),
            ..Self::from_shapes(&[root], false)
        }
    }

    /// The type of a value that is not a key of a record.
    #[must_use]
    pub fn value(value_type: ValueType, many: bool) -> Self {
        Self {
            many,
            value_type,
            ..Self::default()
        }
    }

    /// The type of one row.
    #[must_use]
    pub fn row(&self) -> Self {
        Self {
            many: false,
            ..self.clone()
        }
    }

    /// The type of several such values.
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

    /// The type of a key that records may write; `None` if the schema does not have it.
    #[must_use]
    pub fn schema_key(&self, key: &str) -> Option<Self> {
        if self.value_type == ValueType::Anything {
            return Some(self.clone());
        }
        let shapes: Vec<ShapeId> = self
            .tables
            .iter()
            .flat_map(|table| schema_keys(*table))
            .filter(|(name, _)| name == key)
            .map(|(_, shape)| *shape)
            .collect();
        (!shapes.is_empty()).then(|| Self::from_shapes(&shapes, self.many))
    }

    /// The type of a key, written or computed, or of the ids of rows; `None` if no record can have
    /// it.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<Self> {
        if let Some(written) = self.schema_key(key) {
            return Some(written);
        }
        if let Some(field) = self.record.and_then(|subject| computed_field(subject, key)) {
            return Some(Self::value(field.returns.value_type(), field.many));
        }
        self.row_id()
            .filter(|_| key == "id")
            .map(|id| Self::value(id, self.many))
    }

    /// The type of the ids of rows; `None` if this is not a table with free keys.
    #[must_use]
    pub fn row_id(&self) -> Option<ValueType> {
        let ShapeKind::Table(table) = &Schemas::embedded().shape(*self.free_tables.first()?).kind
        else {
            return None;
        };
        Some(match table.names {
            Some(names) => Self::from_shapes(&[names], false).value_type,
            None => ReturnType::Text.value_type(),
        })
    }

    /// The keys that may follow, written ones first.
    #[must_use]
    pub fn keys(&self) -> Vec<&'static str> {
        let written = self
            .tables
            .iter()
            .flat_map(|table| schema_keys(*table))
            .map(|(key, _)| key.as_str());
        let computed = COMPUTED_FIELDS
            .iter()
            .filter(|field| self.record.is_some_and(|subject| field.is_of(subject)))
            .map(|field| field.name);
        let id = (!self.free_tables.is_empty()).then_some("id");
        written.chain(computed).chain(id).collect()
    }

    fn from_shapes(shapes: &[ShapeId], many: bool) -> Self {
        let mut builder = PathTypeBuilder {
            path_type: Self {
                many,
                ..Self::default()
            },
            ..PathTypeBuilder::default()
        };
        for shape in shapes {
            builder.add(*shape, &mut Vec::new());
        }
        builder.build()
    }
}

/// The keys that a schema of a table has.
fn schema_keys(table: ShapeId) -> &'static [(String, ShapeId)] {
    match &Schemas::embedded().shape(table).kind {
        ShapeKind::Table(table) => &table.keys,
        _ => &[],
    }
}

/// The union of the alternatives of a schema: short forms, tables, lists.
#[derive(Default)]
struct PathTypeBuilder {
    path_type: PathType,
    has_number: bool,
    has_boolean: bool,
    has_anything: bool,
    text: Option<ValueType>,
}

impl PathTypeBuilder {
    /// Adds a schema; `parents` are those that contain it, the outermost first.
    fn add(&mut self, id: ShapeId, parents: &mut Vec<ShapeId>) {
        let shape = Schemas::embedded().shape(id);
        parents.push(id);
        match &shape.kind {
            ShapeKind::ShortOrTable(choices) => {
                for choice in choices {
                    self.add(*choice, parents);
                }
            }
            ShapeKind::List { items, .. } => {
                self.path_type.many = true;
                self.add(*items, parents);
            }
            ShapeKind::Table(table) if table.keys.is_empty() => {
                self.path_type.many = true;
                self.path_type.free_tables.push(id);
                let forms = table.forms.iter().map(|(_, form)| *form);
                for row in forms.chain(table.others) {
                    self.add(row, parents);
                }
            }
            ShapeKind::Table(_) => self.path_type.tables.push(id),
            ShapeKind::Number { .. } => self.has_number = true,
            ShapeKind::Boolean => self.has_boolean = true,
            ShapeKind::Any => self.has_anything = true,
            ShapeKind::Text { choices, .. } => self.add_text(choices, parents),
        }
        parents.pop();
    }

    /// Adds a text; its list and its kind of record may be marked on a schema that contains it.
    fn add_text(&mut self, choices: &[String], parents: &[ShapeId]) {
        let list = mark(parents, |shape| &shape.word);
        // Of several kinds of text, the one whose words can be checked decides.
        if self.text.is_none() || list.is_some() {
            self.text = Some(ValueType::Text {
                list,
                names: mark(parents, |shape| &shape.names),
                choices: choices.to_vec(),
            });
        }
    }

    fn build(mut self) -> PathType {
        let is_table = !self.path_type.tables.is_empty();
        self.path_type.value_type = match (is_table, self.has_number, self.text) {
            // Years are numbers, months and days are texts: a schema that has both is a date.
            (false, true, Some(_)) => ValueType::Date,
            (false, true, None) => ValueType::Number,
            (false, false, Some(text)) => text,
            (false, false, None) if self.has_boolean => ValueType::Boolean,
            (false, false, None) if self.has_anything => ValueType::Anything,
            _ => ValueType::Table,
        };
        self.path_type
    }
}

/// The outermost mark of a kind on nested schemas.
fn mark(shapes: &[ShapeId], get: fn(&Shape) -> &Option<String>) -> Option<String> {
    shapes
        .iter()
        .find_map(|id| get(Schemas::embedded().shape(*id)).clone())
}
