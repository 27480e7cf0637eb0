//! The embedded JSON Schemas, compiled once into shapes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::documents::schema::pattern::Pattern;
use crate::documents::schema::shape::{Code, Shape, ShapeId, ShapeKind, TableShape};

/// The keywords that are compiled; a test fails where a schema has another.
///
/// - `x-fr`: the French `description`.
/// - `x-expects`: the expected value in both languages, for messages.
/// - `x-word`: the list of the vocabulary that a text is a word of.
/// - `x-names`: the kind of record that a text is an id of.
/// - `x-code`: the family of codes that a text of digits belongs to (`official`, `phone`,
///   `register`).
/// - `x-unit`: the unit of a number: `euros`.
/// - `x-also`: other names that people give to keys.
pub const KNOWN_KEYWORDS: &[&str] = &[
    "$schema",
    "$ref",
    "$defs",
    "title",
    "description",
    "examples",
    "x-fr",
    "x-expects",
    "x-word",
    "x-names",
    "x-code",
    "x-unit",
    "x-also",
    "type",
    "properties",
    "patternProperties",
    "additionalProperties",
    "required",
    "propertyNames",
    "items",
    "anyOf",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
];

/// The embedded schemas: kind of file, text.
pub const EMBEDDED: &[(&str, &str)] = &[
    (
        "common",
        include_str!("../../../schemas/common.schema.json"),
    ),
    (
        "territory",
        include_str!("../../../schemas/territory.schema.json"),
    ),
    ("actor", include_str!("../../../schemas/actor.schema.json")),
    (
        "dynamic",
        include_str!("../../../schemas/dynamic.schema.json"),
    ),
    (
        "published",
        include_str!("../../../schemas/published.schema.json"),
    ),
    (
        "sources",
        include_str!("../../../schemas/sources.schema.json"),
    ),
    (
        "person",
        include_str!("../../../schemas/person.schema.json"),
    ),
    (
        "settings",
        include_str!("../../../schemas/settings.schema.json"),
    ),
    (
        "vocabulary",
        include_str!("../../../schemas/vocabulary.schema.json"),
    ),
    (
        "charter",
        include_str!("../../../schemas/charter.schema.json"),
    ),
];

/// All shapes of all schemas, with references resolved to indices.
#[derive(Debug, Default)]
pub struct Schemas {
    shapes: Vec<Shape>,
    roots: BTreeMap<String, ShapeId>,
}

impl Schemas {
    /// The embedded schemas, compiled when first needed.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static COMPILED: LazyLock<Schemas> = LazyLock::new(|| Schemas::compile(EMBEDDED));
        &COMPILED
    }

    /// Compiles schemas that refer to each other as `NAME.schema.json#/$defs/X`.
    #[must_use]
    fn compile(texts: &[(&str, &str)]) -> Self {
        let parsed = texts.iter().map(|(name, text)| {
            let document = serde_json::from_str(text).unwrap_or_default();
            (*name, document)
        });
        let documents: BTreeMap<&str, Json> = parsed.collect();
        let mut compiler = Compiler {
            documents: &documents,
            schemas: Self::default(),
            known: BTreeMap::new(),
        };
        for (name, _) in texts {
            let id = compiler.reference(&format!("{name}.schema.json#"), "");
            compiler.schemas.roots.insert((*name).to_owned(), id);
        }
        compiler.schemas
    }

    /// The shape of a kind of file; that of `common` for an unknown kind.
    #[must_use]
    pub fn root(&self, kind: &str) -> ShapeId {
        self.roots.get(kind).copied().unwrap_or_default()
    }

    /// Whether files of a kind have a key at the top level.
    #[must_use]
    pub fn has_key(&self, kind: &str, key: &str) -> bool {
        match &self.shape(self.root(kind)).kind {
            ShapeKind::Table(table) => table.keys.iter().any(|(name, _)| name == key),
            _ => false,
        }
    }

    /// Whether a key of any table takes an amount in euros.
    #[must_use]
    pub fn is_key_of_euros(&self, key: &str) -> bool {
        let tables = self.shapes.iter().filter_map(|shape| match &shape.kind {
            ShapeKind::Table(table) => Some(table),
            _ => None,
        });
        tables
            .flat_map(|table| &table.keys)
            .any(|(name, id)| name == key && self.is_euros(self.shape(*id)))
    }

    /// Whether a shape, or one of those that it allows, is an amount in euros.
    #[must_use]
    pub fn is_euros(&self, shape: &Shape) -> bool {
        shape.is_euros
            || match &shape.kind {
                ShapeKind::ShortOrTable(choices) => choices
                    .iter()
                    .any(|choice| self.is_euros(self.shape(*choice))),
                _ => false,
            }
    }

    /// The shape with an index that this list gave out.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "`reserve` alone gives out ids, and no shape is taken away"
    )]
    pub fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id]
    }
}

/// Compiles schemas, each definition once.
struct Compiler<'d> {
    documents: &'d BTreeMap<&'d str, Json>,
    schemas: Schemas,
    known: BTreeMap<String, ShapeId>,
}

impl Compiler<'_> {
    /// The shape that a reference names; `here` is the document that holds the reference.
    fn reference(&mut self, reference: &str, here: &str) -> ShapeId {
        let (document, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let document = document.strip_suffix(".schema.json").unwrap_or(document);
        let document = if document.is_empty() { here } else { document }.to_owned();
        let key = format!("{document}#{pointer}");
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        // Known before it is compiled: a definition may refer to itself.
        let id = self.reserve();
        self.known.insert(key, id);
        let documents = self.documents;
        let json = documents
            .get(&*document)
            .and_then(|json| json.pointer(pointer));
        let shape = self.compile(json.unwrap_or(&Json::Null), &document);
        self.replace(id, shape);
        id
    }

    fn replace(&mut self, reserved: ShapeId, shape: Shape) {
        if let Some(reserved) = self.schemas.shapes.get_mut(reserved) {
            *reserved = shape;
        }
    }

    /// Adds a shape that allows anything, to be replaced.
    fn reserve(&mut self) -> ShapeId {
        self.schemas.shapes.push(Shape::default());
        self.schemas.shapes.len() - 1
    }

    /// Adds the shape of a subschema.
    fn add(&mut self, json: &Json, here: &str) -> ShapeId {
        let is_alone = json.as_object().is_some_and(|object| object.len() == 1);
        if let Some(reference) = json.get("$ref").and_then(Json::as_str)
            && is_alone
        {
            return self.reference(reference, here);
        }
        let id = self.reserve();
        let shape = self.compile(json, here);
        self.replace(id, shape);
        id
    }

    fn compile(&mut self, json: &Json, here: &str) -> Shape {
        let expects = json.get("x-expects").unwrap_or(&Json::Null);
        let mut shape = Shape {
            kind: ShapeKind::Any,
            expects: (text_at(expects, "fr"), text_at(expects, "en")),
            description: (text_at(json, "x-fr"), text_at(json, "description")),
            word: json.get("x-word").and_then(Json::as_str).map(str::to_owned),
            names: json
                .get("x-names")
                .and_then(Json::as_str)
                .map(str::to_owned),
            code: json.get("x-code").and_then(Json::as_str).and_then(code),
            is_euros: text_at(json, "x-unit") == "euros",
        };
        if let Some(reference) = json.get("$ref").and_then(Json::as_str) {
            let target = self.reference(reference, here);
            shape.kind = ShapeKind::ShortOrTable(vec![target]);
            if shape.expects.0.is_empty() {
                shape.expects = self.schemas.shape(target).expects.clone();
            }
            return shape;
        }
        shape.kind = self.kind(json, here);
        shape
    }

    fn kind(&mut self, json: &Json, here: &str) -> ShapeKind {
        if let Some(choices) = json.get("anyOf").and_then(Json::as_array) {
            return ShapeKind::ShortOrTable(
                choices
                    .iter()
                    .map(|choice| self.add(choice, here))
                    .collect(),
            );
        }
        match json.get("type").and_then(Json::as_str) {
            Some("string") => ShapeKind::Text {
                pattern: json.get("pattern").and_then(Json::as_str).map(Pattern::new),
                longest: count_at(json, "maxLength").unwrap_or(usize::MAX),
                choices: texts(json.get("enum")),
            },
            Some(kind @ ("integer" | "number")) => ShapeKind::Number {
                whole: kind == "integer",
                least: number_at(json, "minimum").unwrap_or(f64::MIN),
                most: number_at(json, "maximum").unwrap_or(f64::MAX),
            },
            Some("boolean") => ShapeKind::Boolean,
            Some("array") => ShapeKind::List {
                items: self.add(json.get("items").unwrap_or(&Json::Null), here),
                least: count_at(json, "minItems").unwrap_or(0),
            },
            Some("object") => ShapeKind::Table(self.table(json, here)),
            _ => ShapeKind::Any,
        }
    }

    fn table(&mut self, json: &Json, here: &str) -> TableShape {
        let empty = Map::new();
        let keys = json
            .get("properties")
            .and_then(Json::as_object)
            .unwrap_or(&empty);
        let forms = json
            .get("patternProperties")
            .and_then(Json::as_object)
            .unwrap_or(&empty);
        let others = match json.get("additionalProperties") {
            Some(Json::Bool(false)) => None,
            Some(shape @ Json::Object(_)) => Some(self.add(shape, here)),
            _ => Some(self.reserve()),
        };
        TableShape {
            keys: keys
                .iter()
                .map(|(key, shape)| (key.clone(), self.add(shape, here)))
                .collect(),
            forms: forms
                .iter()
                .map(|(form, shape)| (Pattern::new(form), self.add(shape, here)))
                .collect(),
            others,
            required: texts(json.get("required")),
            names: json.get("propertyNames").map(|names| self.add(names, here)),
        }
    }
}

/// The family of codes that a word of `x-code` names.
fn code(word: &str) -> Option<Code> {
    match word {
        "official" => Some(Code::Official),
        "phone" => Some(Code::Phone),
        "register" => Some(Code::Register),
        _ => None,
    }
}

fn text_at(json: &Json, key: &str) -> String {
    json.get(key)
        .and_then(Json::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn number_at(json: &Json, key: &str) -> Option<f64> {
    json.get(key).and_then(Json::as_f64)
}

fn count_at(json: &Json, key: &str) -> Option<usize> {
    usize::try_from(json.get(key)?.as_u64()?).ok()
}

/// The texts of a list; none where it is missing.
fn texts(json: Option<&Json>) -> Vec<String> {
    json.and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Schemas, ShapeKind};

    #[test]
    fn every_pattern_can_be_read() {
        let mut count = 0;
        for shape in &Schemas::embedded().shapes {
            let patterns: Vec<_> = match &shape.kind {
                ShapeKind::Text { pattern, .. } => pattern.iter().collect(),
                ShapeKind::Table(table) => table.forms.iter().map(|(form, _)| form).collect(),
                _ => continue,
            };
            count += patterns.len();
            for pattern in patterns {
                assert!(pattern.regex().is_some(), "{pattern:?}");
            }
        }
        assert!(count > 10);
    }
}
