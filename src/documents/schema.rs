//! The law of shape: the embedded JSON Schemas, read once into what the walker needs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value as Json};

use crate::language::Language;

/// The keywords that the walker knows; any other in a schema fails a test.
///
/// `x-fr` is the French `description`; `x-expects` says in both languages what a value must be, for
/// messages;
/// `x-word` names the list of the vocabulary that a text belongs to; `x-names` the kind of record
/// it is an id of;
/// `x-also` the names that people type for keys.
pub const KNOWN_KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "examples",
    "x-fr",
    "x-expects",
    "x-word",
    "x-names",
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
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
];

/// The embedded schemas: name of the kind, text.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("common", include_str!("../../schemas/common.schema.json")),
    (
        "territory",
        include_str!("../../schemas/territory.schema.json"),
    ),
    ("actor", include_str!("../../schemas/actor.schema.json")),
    ("dynamic", include_str!("../../schemas/dynamic.schema.json")),
    (
        "published",
        include_str!("../../schemas/published.schema.json"),
    ),
    ("sources", include_str!("../../schemas/sources.schema.json")),
    ("person", include_str!("../../schemas/person.schema.json")),
    (
        "settings",
        include_str!("../../schemas/settings.schema.json"),
    ),
    (
        "vocabulary",
        include_str!("../../schemas/vocabulary.schema.json"),
    ),
    ("charter", include_str!("../../schemas/charter.schema.json")),
];

/// A shape's number in its family.
pub type ShapeId = usize;

/// What a value must look like.
#[derive(Debug, Default)]
pub struct Shape {
    /// What is allowed.
    pub kind: Kind,
    /// What is wanted, in French and in English, for messages; may be empty.
    pub expects: (String, String),
    /// What the value is, in French and in English, for the manual; may be empty.
    pub description: (String, String),
    /// The list of the vocabulary that its text belongs to.
    pub word: Option<String>,
    /// The kind of record whose id its text is.
    pub names: Option<String>,
}

/// The kinds of shape.
#[derive(Debug, Default)]
pub enum Kind {
    /// Anything that a tree can hold.
    #[default]
    Any,
    /// A text.
    Text {
        /// It must match.
        pattern: Option<Regex>,
        /// Characters at most.
        longest: usize,
        /// It must be one of these, where there are any.
        choices: Vec<String>,
    },
    /// A number between two bounds.
    Number {
        /// Without decimals.
        whole: bool,
        /// At least.
        least: f64,
        /// At most.
        most: f64,
    },
    /// `true` or `false`.
    Boolean,
    /// A list.
    List {
        /// Shape of each item.
        items: ShapeId,
        /// Items at least.
        least: usize,
    },
    /// A table.
    Table(TableShape),
    /// One of several.
    ShortOrTable(Vec<ShapeId>),
}

/// What a table may hold.
#[derive(Debug, Default)]
pub struct TableShape {
    /// Keys by name, in the schema's order.
    pub keys: Vec<(String, ShapeId)>,
    /// Keys by form.
    pub forms: Vec<(Regex, ShapeId)>,
    /// Any other key, where any is allowed.
    pub others: Option<ShapeId>,
    /// Keys that must be there.
    pub required: Vec<String>,
    /// The form that every key must have, with the shape that says what is wanted.
    pub names: Option<ShapeId>,
}

impl Shape {
    /// What is wanted, in the reader's language.
    #[must_use]
    pub fn wanted(&self, language: Language) -> &str {
        match language {
            Language::French => &self.expects.0,
            Language::English => &self.expects.1,
        }
    }
}

/// All schemas, resolved: references are numbers.
#[derive(Debug, Default)]
pub struct Schemas {
    shapes: Vec<Shape>,
    roots: BTreeMap<String, ShapeId>,
}

impl Schemas {
    /// The embedded schemas.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED_ONCE: LazyLock<Schemas> = LazyLock::new(|| Schemas::of(EMBEDDED));
        &EMBEDDED_ONCE
    }

    /// Reads schemas that refer to each other as `NAME.schema.json#/$defs/X`.
    #[must_use]
    fn of(texts: &[(&str, &str)]) -> Self {
        let documents = texts
            .iter()
            .map(|(name, text)| {
                (
                    (*name).to_owned(),
                    serde_json::from_str(text).unwrap_or_default(),
                )
            })
            .collect();
        let mut compiler = Compiler {
            documents,
            schemas: Self::default(),
            known: BTreeMap::new(),
        };
        for (name, _) in texts {
            let id = compiler.referred(&format!("{name}.schema.json#"), "");
            compiler.schemas.roots.insert((*name).to_owned(), id);
        }
        compiler.schemas
    }

    /// The shape of a kind of file.
    #[must_use]
    pub fn root(&self, kind: &str) -> ShapeId {
        self.roots.get(kind).copied().unwrap_or_default()
    }

    /// Whether a kind of file has a key at its top.
    #[must_use]
    pub fn has_key(&self, kind: &str, key: &str) -> bool {
        match &self.shape(self.root(kind)).kind {
            Kind::Table(table) => table.keys.iter().any(|(name, _)| name == key),
            _ => false,
        }
    }

    /// A shape by its number.
    #[must_use]
    pub fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id]
    }
}

struct Compiler {
    documents: BTreeMap<String, Json>,
    schemas: Schemas,
    known: BTreeMap<String, ShapeId>,
}

impl Compiler {
    /// The shape that a reference names, compiled once; `here` is the document it stands in.
    fn referred(&mut self, reference: &str, here: &str) -> ShapeId {
        let (document, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let document = document.strip_suffix(".schema.json").unwrap_or(document);
        let document = if document.is_empty() { here } else { document }.to_owned();
        let key = format!("{document}#{pointer}");
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.reserve();
        self.known.insert(key, id);
        let json = self
            .documents
            .get(&document)
            .and_then(|json| json.pointer(pointer))
            .cloned()
            .unwrap_or_default();
        self.schemas.shapes[id] = self.compile(&json, &document);
        id
    }

    fn reserve(&mut self) -> ShapeId {
        self.schemas.shapes.push(Shape::default());
        self.schemas.shapes.len() - 1
    }

    fn add(&mut self, json: &Json, here: &str) -> ShapeId {
        let alone = json.as_object().is_some_and(|object| object.len() == 1);
        if let Some(reference) = json.get("$ref").and_then(Json::as_str)
            && alone
        {
            return self.referred(reference, here);
        }
        let id = self.reserve();
        self.schemas.shapes[id] = self.compile(json, here);
        id
    }

    fn compile(&mut self, json: &Json, here: &str) -> Shape {
        let text = |key: &str| {
            json.get(key)
                .and_then(Json::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let expects = json.get("x-expects");
        let expected = |key: &str| {
            expects
                .and_then(|both| both.get(key))
                .and_then(Json::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let mut shape = Shape {
            kind: Kind::Any,
            expects: (expected("fr"), expected("en")),
            description: (text("x-fr"), text("description")),
            word: json.get("x-word").and_then(Json::as_str).map(str::to_owned),
            names: json
                .get("x-names")
                .and_then(Json::as_str)
                .map(str::to_owned),
        };
        if let Some(reference) = json.get("$ref").and_then(Json::as_str) {
            let target = self.referred(reference, here);
            shape.kind = Kind::ShortOrTable(vec![target]);
            if shape.expects.0.is_empty() {
                shape.expects = self.schemas.shapes[target].expects.clone();
            }
            return shape;
        }
        shape.kind = self.kind(json, here);
        shape
    }

    fn kind(&mut self, json: &Json, here: &str) -> Kind {
        let number =
            |key: &str, default: f64| json.get(key).and_then(Json::as_f64).unwrap_or(default);
        if let Some(choices) = json.get("anyOf").and_then(Json::as_array) {
            return Kind::ShortOrTable(
                choices
                    .iter()
                    .map(|choice| self.add(choice, here))
                    .collect(),
            );
        }
        match json.get("type").and_then(Json::as_str) {
            Some("string") => Kind::Text {
                pattern: json
                    .get("pattern")
                    .and_then(Json::as_str)
                    .and_then(|pattern| Regex::new(pattern).ok()),
                longest: json
                    .get("maxLength")
                    .and_then(Json::as_u64)
                    .map_or(usize::MAX, |most| {
                        usize::try_from(most).unwrap_or(usize::MAX)
                    }),
                choices: texts(json.get("enum")),
            },
            Some(kind @ ("integer" | "number")) => Kind::Number {
                whole: kind == "integer",
                least: number("minimum", f64::MIN),
                most: number("maximum", f64::MAX),
            },
            Some("boolean") => Kind::Boolean,
            Some("array") => Kind::List {
                items: self.add(json.get("items").unwrap_or(&Json::Null), here),
                least: json
                    .get("minItems")
                    .and_then(Json::as_u64)
                    .and_then(|least| usize::try_from(least).ok())
                    .unwrap_or(0),
            },
            Some("object") => Kind::Table(self.table(json, here)),
            _ => Kind::Any,
        }
    }

    fn table(&mut self, json: &Json, here: &str) -> TableShape {
        let none = Map::new();
        let keys = json
            .get("properties")
            .and_then(Json::as_object)
            .unwrap_or(&none);
        let forms = json
            .get("patternProperties")
            .and_then(Json::as_object)
            .unwrap_or(&none);
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
                .filter_map(|(form, shape)| Some((Regex::new(form).ok()?, self.add(shape, here))))
                .collect(),
            others,
            required: texts(json.get("required")),
            names: json.get("propertyNames").map(|names| self.add(names, here)),
        }
    }
}

fn texts(json: Option<&Json>) -> Vec<String> {
    json.and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}
