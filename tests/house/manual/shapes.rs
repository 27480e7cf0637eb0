//! The schemas as the manual reads them: references followed, every key in order with what is said
//! of it.

use std::collections::BTreeMap;

use apes::language::Language;
use serde_json::Value as Json;

use crate::golden::text_of;

/// Shapes that are described once, as values, and not again under every key.
const DESCRIBED_ONCE: [&str; 7] = [
    "when",
    "period",
    "periods",
    "figure",
    "source_in_place",
    "text_or_languages",
    "both_languages",
];

/// All schemas by name.
pub struct Shapes(BTreeMap<String, Json>);

/// A key that a record may have.
pub struct Row {
    /// The way to it: `purpose.needs`, `agreements.*.from`, `obstacles[].kind`.
    pub path: String,
    /// Whether its table must have it.
    pub required: bool,
    /// Its shape, references followed.
    pub shape: Json,
    /// The list of the vocabulary from which it, its items or its keys are taken.
    pub words: Option<String>,
    /// The kind of record that it, its items or its keys name.
    pub names: Option<String>,
}

impl Shapes {
    /// Reads them from `schemas/`.
    pub fn read() -> Self {
        let names = [
            "common",
            "territory",
            "actor",
            "dynamic",
            "published",
            "person",
            "sources",
            "settings",
            "vocabulary",
            "charter",
        ];
        let read =
            |name: &str| serde_json::from_str(&text_of(&format!("schemas/{name}.schema.json")));
        Self(
            names
                .iter()
                .map(|name| ((*name).to_owned(), read(name).unwrap_or_default()))
                .collect(),
        )
    }

    /// One of them.
    pub fn of(&self, name: &str) -> &Json {
        &self.0[name]
    }

    /// A shape that the common schema defines.
    pub fn value(&self, name: &str) -> &Json {
        &self.0["common"]["$defs"][name]
    }

    /// The keys of a kind of file, in the order of its schema.
    pub fn rows(&self, name: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        self.walk(self.of(name), name, "", &mut rows);
        rows
    }

    fn walk(&self, table: &Json, here: &str, path: &str, rows: &mut Vec<Row>) {
        let required = |key: &str| {
            table["required"]
                .as_array()
                .is_some_and(|keys| keys.iter().any(|one| one == key))
        };
        for (key, shape) in table["properties"].as_object().into_iter().flatten() {
            let (shape, there) = self.followed(shape, here);
            let path = if path.is_empty() {
                key.clone()
            } else {
                format!("{path}.{key}")
            };
            let said = |row: &Row| row.path.replace("[]", "") == path.replace("[]", "");
            if rows.iter().any(said) {
                continue;
            }
            rows.push(Row {
                path: path.clone(),
                required: required(key),
                words: self.mark(&shape, &there, "x-word"),
                names: self.mark(&shape, &there, "x-names"),
                shape: shape.clone(),
            });
            self.inside(&shape, &there, &path, rows);
        }
        if path.is_empty() {
            self.inside(table, here, "", rows);
        }
    }

    /// What the tables below a value hold, whether it is one, a list of them or one of several
    /// shapes.
    fn inside(&self, shape: &Json, here: &str, path: &str, rows: &mut Vec<Row>) {
        if !path.is_empty() {
            self.walk(shape, here, path, rows);
        }
        let below = [
            (
                "additionalProperties",
                if path.is_empty() { "*" } else { ".*" },
            ),
            ("items", "[]"),
        ];
        for (keyword, step) in below {
            let inner = &shape[keyword];
            if inner.is_object() && !described_once(inner) {
                let (inner, there) = self.followed(inner, here);
                self.inside(&inner, &there, &format!("{path}{step}"), rows);
            }
        }
        for choice in shape["anyOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|choice| !described_once(choice))
        {
            let (choice, there) = self.followed(choice, here);
            self.inside(&choice, &there, path, rows);
        }
    }

    /// What a shape, its items, its keys or one of its choices is marked with.
    fn mark(&self, shape: &Json, here: &str, key: &str) -> Option<String> {
        if let Some(mark) = shape[key].as_str() {
            return Some(mark.to_owned());
        }
        let choices = shape["anyOf"].as_array().into_iter().flatten();
        let below = choices
            .chain([&shape["propertyNames"], &shape["items"]])
            .filter(|below| below.is_object());
        below
            .map(|below| self.followed(below, here))
            .find_map(|(below, there)| self.mark(&below, &there, key))
    }

    /// A shape with its references followed; what is said beside a reference wins over what is said
    /// behind it.
    fn followed(&self, shape: &Json, here: &str) -> (Json, String) {
        let Some(reference) = shape["$ref"].as_str() else {
            return (shape.clone(), here.to_owned());
        };
        let (document, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let document = document.strip_suffix(".schema.json").unwrap_or(document);
        let document = if document.is_empty() { here } else { document };
        let target = self
            .0
            .get(document)
            .and_then(|json| json.pointer(pointer))
            .cloned()
            .unwrap_or_default();
        let (mut target, there) = self.followed(&target, document);
        for (key, value) in shape
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(key, _)| *key != "$ref")
        {
            target[key] = value.clone();
        }
        if described_once(shape) {
            for key in ["properties", "anyOf", "items", "additionalProperties"] {
                target[key] = Json::Null;
            }
        }
        (target, there)
    }
}

fn described_once(shape: &Json) -> bool {
    let name = shape["$ref"]
        .as_str()
        .and_then(|reference| reference.rsplit('/').next());
    name.is_some_and(|name| DESCRIBED_ONCE.contains(&name))
}

/// What a shape is, in a language.
pub fn told(shape: &Json, language: Language) -> &str {
    let key = match language {
        Language::French => "x-fr",
        Language::English => "description",
    };
    shape[key].as_str().unwrap_or_default()
}

/// A value as TOML writes it.
pub fn as_toml(value: &Json) -> String {
    match value {
        Json::String(text) if is_day(text) => text.clone(),
        Json::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Json::Array(items) => format!(
            "[{}]",
            items.iter().map(as_toml).collect::<Vec<_>>().join(", ")
        ),
        Json::Object(table) => {
            let pairs = table
                .iter()
                .map(|(key, value)| format!("{} = {}", as_key(key), as_toml(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn as_key(key: &str) -> String {
    let bare = key
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if bare {
        key.to_owned()
    } else {
        format!("\"{key}\"")
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
