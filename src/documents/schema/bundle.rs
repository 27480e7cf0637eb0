//! Schemas for editors: one whole file for each kind, with the words of a network as the only ones
//! allowed.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::documents::schema::texts::{COMMON, Part};
use crate::language::Language;

/// The key of a bundled schema that says how it was made.
pub const MARK: &str = "x-apes";

/// The words of a list, each with its label; `None` if any word is allowed.
type WordsOf<'b> = &'b dyn Fn(&str) -> Option<Vec<(String, String)>>;

/// What a bundled schema is made from, beside the embedded one.
pub struct Bundle<'b> {
    /// Language of the descriptions.
    pub language: Language,
    /// The words of a list of the vocabulary, each with its label; `None` if any word is allowed.
    pub words: WordsOf<'b>,
    /// The names of a kind of record; `None` if any name is allowed.
    pub names: &'b dyn Fn(&str) -> Option<Vec<String>>,
    /// The mark to leave in the schema.
    pub mark: Json,
}

/// The schema of a kind of file without a reference to another file; `None` for an unknown kind.
#[must_use]
pub fn bundled(kind: &str, bundle: &Bundle) -> Option<Json> {
    let mut bundler = Bundler {
        bundle,
        definitions: BTreeMap::new(),
        expanded: Vec::new(),
    };
    let Json::Object(mut whole) = bundler.part(Part::whole(kind)?) else {
        return None;
    };
    let definitions: Map<String, Json> = bundler.definitions.into_iter().collect();
    whole.insert("$defs".to_owned(), Json::Object(definitions));
    whole.insert(MARK.to_owned(), bundle.mark.clone());
    Some(Json::Object(whole))
}

struct Bundler<'b> {
    bundle: &'b Bundle<'b>,
    /// Definitions that references lead to, by their new names.
    definitions: BTreeMap<String, Json>,
    /// Names of the definitions inside which the bundler is, since one may contain itself.
    expanded: Vec<String>,
}

impl Bundler<'_> {
    /// A part with its references led to the definitions of its own file.
    fn part(&mut self, part: Part) -> Json {
        let Some(object) = part.json.as_object() else {
            return part.json.clone();
        };
        if let Some((target, name)) = part.target() {
            let name = definition_name(target.kind, name);
            let is_alone = object.len() == 1;
            if is_alone || self.expanded.contains(&name) {
                self.define(&name, target);
                return json!({ "$ref": format!("#/$defs/{name}") });
            }
            // What is said beside a reference, some readers do not heed: it is laid over a copy.
            self.expanded.push(name);
            let mut copy = self.part(target);
            self.expanded.pop();
            if let Some(copy) = copy.as_object_mut() {
                copy.remove("$defs");
                copy.extend(self.keywords(part, object));
            }
            return self.with_names(part, copy);
        }
        let own = Json::Object(self.keywords(part, object));
        self.with_names(part, own)
    }

    /// Adds a definition, once.
    fn define(&mut self, name: &str, target: Part) {
        if self.definitions.contains_key(name) {
            return;
        }
        // Known before it is made: it may refer to itself.
        self.definitions.insert(name.to_owned(), Json::Null);
        let definition = self.part(target);
        self.definitions.insert(name.to_owned(), definition);
    }

    /// The keywords of a part that readers know, with the parts below them.
    fn keywords(&mut self, part: Part, object: &'static Map<String, Json>) -> Map<String, Json> {
        let mut keywords = Map::new();
        for (keyword, value) in object {
            let value = match keyword.as_str() {
                "$ref" | "$defs" | "description" => continue,
                _ if keyword.starts_with("x-") => continue,
                "properties" | "patternProperties" => self.parts_by_name(part, value),
                "anyOf" => self.parts(part, value),
                "items" | "additionalProperties" => self.part(part.at(value)),
                "propertyNames" => {
                    let mut names = self.part(part.at(value).end());
                    forget_type(&mut names);
                    names
                }
                _ => value.clone(),
            };
            keywords.insert(keyword.clone(), value);
        }
        if let Some(text) = self.description(object) {
            keywords.insert("description".to_owned(), Json::String(text));
        }
        keywords
    }

    fn parts_by_name(&mut self, part: Part, parts: &'static Json) -> Json {
        let parts = parts.as_object().into_iter().flatten();
        let parts = parts.map(|(name, json)| (name.clone(), self.part(part.at(json))));
        Json::Object(parts.collect())
    }

    fn parts(&mut self, part: Part, parts: &'static Json) -> Json {
        let parts = parts.as_array().into_iter().flatten();
        Json::Array(parts.map(|json| self.part(part.at(json))).collect())
    }

    /// What a part is and how it is written, in the language of the schema.
    fn description(&self, object: &Map<String, Json>) -> Option<String> {
        let keyword = match self.bundle.language {
            Language::French => "x-fr",
            Language::English => "description",
        };
        let text = object.get(keyword)?.as_str()?;
        let expects = object.get("x-expects");
        let expects = expects.and_then(|expects| expects.get(self.bundle.language.code()));
        Some(match expects.and_then(Json::as_str) {
            Some(expects) => format!("{text}\n\n{expects}"),
            None => text.to_owned(),
        })
    }

    /// Allows the words of a list alone, or the names of a kind of record.
    fn with_names(&self, part: Part, mut json: Json) -> Json {
        let mark = |keyword| part.json.get(keyword).and_then(Json::as_str);
        let words = mark("x-word").and_then(|list| (self.bundle.words)(list));
        let names = mark("x-names").and_then(|kind| (self.bundle.names)(kind));
        let Some(object) = json.as_object_mut() else {
            return json;
        };
        if let Some(words) = words {
            let (ids, labels): (Vec<String>, Vec<String>) = words.into_iter().unzip();
            allow(object, &ids);
            // The first is read by servers of YAML and JSON, the second by taplo.
            object.insert("markdownEnumDescriptions".to_owned(), json!(labels));
            object.insert(
                "x-taplo".to_owned(),
                json!({ "docs": { "enumValues": labels } }),
            );
        } else if let Some(names) = names {
            allow(object, &names);
        }
        json
    }
}

/// Lets the names of keys be of any type: readers of YAML take `2024` for a number.
fn forget_type(names: &mut Json) {
    if let Some(object) = names.as_object_mut() {
        object.remove("type");
        let choices = object.get_mut("anyOf").and_then(Json::as_array_mut);
        choices.into_iter().flatten().for_each(forget_type);
    }
}

fn allow(object: &mut Map<String, Json>, ids: &[String]) {
    object.remove("pattern");
    object.remove("maxLength");
    object.insert("type".to_owned(), json!("string"));
    object.insert("enum".to_owned(), json!(ids));
}

/// The name of a definition: those of a kind of file may have the name of a common one.
fn definition_name(kind: &str, name: &str) -> String {
    if kind == COMMON {
        name.to_owned()
    } else {
        format!("{kind}-{name}")
    }
}
