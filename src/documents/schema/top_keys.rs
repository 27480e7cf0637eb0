//! The keys at the top of a kind of record, as people are told of them.

use serde_json::Value as Json;

use crate::documents::schema::schemas::EMBEDDED;
use crate::language::Language;

/// A key at the top of a record.
pub struct TopKey {
    /// Its name.
    pub name: String,
    /// Whether a record must have it.
    pub is_required: bool,
    /// What it means, in French and in English.
    about: (String, String),
    /// A value that it may have; null if the schema shows none.
    pub example: Json,
}

impl TopKey {
    /// What the key means, in one sentence.
    #[must_use]
    pub fn about(&self, language: Language) -> &str {
        let text = match language {
            Language::French => &self.about.0,
            Language::English => &self.about.1,
        };
        text.split_inclusive(". ").next().unwrap_or(text).trim_end()
    }
}

/// The keys at the top of a kind of record, in the order of its schema.
#[must_use]
pub fn top_keys(kind: &str) -> Vec<TopKey> {
    let schema = schema(kind);
    let required = schema.get("required").map(texts).unwrap_or_default();
    let Some(keys) = schema.get("properties").and_then(Json::as_object) else {
        return Vec::new();
    };
    keys.iter()
        .map(|(name, own)| {
            let target = target(own, &schema);
            TopKey {
                name: name.clone(),
                is_required: required.contains(name),
                about: (
                    first_text(own, &target, "x-fr"),
                    first_text(own, &target, "description"),
                ),
                example: first_example(own, &target),
            }
        })
        .collect()
}

/// The embedded schema of a kind; null if there is none.
fn schema(kind: &str) -> Json {
    let text = EMBEDDED.iter().find(|(name, _)| *name == kind);
    text.and_then(|(_, text)| serde_json::from_str(text).ok())
        .unwrap_or_default()
}

/// The definition that a subschema refers to; null if it refers to none.
fn target(own: &Json, here: &Json) -> Json {
    let Some((document, pointer)) = own["$ref"].as_str().and_then(|text| text.split_once('#'))
    else {
        return Json::Null;
    };
    let other = match document.strip_suffix(".schema.json") {
        Some(name) => schema(name),
        None => here.clone(),
    };
    let found = other.pointer(pointer).cloned().unwrap_or_default();
    let further = target(&found, &other);
    if further.is_null() {
        return found;
    }
    // What is said nearer to the key is said about it.
    match (found, further) {
        (Json::Object(near), Json::Object(mut far)) => {
            far.extend(near);
            Json::Object(far)
        }
        (found, _) => found,
    }
}

fn first_text(own: &Json, target: &Json, keyword: &str) -> String {
    let text = own[keyword].as_str().or_else(|| target[keyword].as_str());
    text.unwrap_or_default().to_owned()
}

fn first_example(own: &Json, target: &Json) -> Json {
    let examples = own["examples"]
        .as_array()
        .or_else(|| target["examples"].as_array());
    examples
        .and_then(|examples| examples.first())
        .cloned()
        .unwrap_or_default()
}

fn texts(json: &Json) -> Vec<String> {
    let items = json.as_array().into_iter().flatten();
    items
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}
