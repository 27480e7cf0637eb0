//! The keys that records may have, one by one, with all that the schemas say of them.

use serde_json::Value as Json;

use crate::documents::schema::texts::Part;
use crate::language::Language;

/// Tables in tables that are followed; the deepest key of a record is at a depth of five.
const DEEPEST: usize = 6;

/// A key of a kind of file.
#[derive(Clone, Debug)]
pub struct KeyReference {
    /// The kind of file.
    pub kind: &'static str,
    /// The way to it; `*` stands for an id, a year or another free key.
    pub path: Vec<&'static str>,
    /// Whether its table must have it.
    pub is_required: bool,
    /// What the schema says of it.
    pub part: Part,
}

impl KeyReference {
    /// The way to it behind its kind: `actor.member`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.kind, self.path.join("."))
    }

    /// Its last name.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.path.last().copied().unwrap_or_default()
    }

    /// What it is, in a language.
    #[must_use]
    pub fn description(&self, language: Language) -> &'static str {
        self.part.text(match language {
            Language::French => "x-fr",
            Language::English => "description",
        })
    }

    /// How its value is written, in a language; may be empty.
    #[must_use]
    pub fn expectation(&self, language: Language) -> &'static str {
        let expects = self.part.keyword("x-expects");
        let text = expects.and_then(|expects| expects.get(language.code()));
        text.and_then(Json::as_str).unwrap_or_default()
    }

    /// A value that it may have.
    #[must_use]
    pub fn example(&self) -> Option<&'static Json> {
        self.part.keyword("examples")?.as_array()?.first()
    }

    /// Whether a typed way leads to it: free keys may be left out, or be any word.
    #[must_use]
    pub fn is_at(&self, typed: &[&str]) -> bool {
        leads(&self.path, typed)
    }
}

fn leads(path: &[&str], typed: &[&str]) -> bool {
    match (path.split_first(), typed.split_first()) {
        (None, None) => true,
        (Some((&"*", rest)), Some((_, others))) => leads(rest, others) || leads(rest, typed),
        (Some((&"*", rest)), None) => !rest.is_empty() && leads(rest, typed),
        (Some((key, rest)), Some((word, others))) => key == word && leads(rest, others),
        _ => false,
    }
}

/// Every key of a kind of file, each table before the keys in it.
#[must_use]
pub fn key_references(kind: &str) -> Vec<KeyReference> {
    let mut found = Vec::new();
    if let Some(part) = Part::whole(kind) {
        let mut collector = Collector {
            kind: part.kind,
            path: Vec::new(),
            found: &mut found,
        };
        collector.table(part);
    }
    found
}

struct Collector<'f> {
    kind: &'static str,
    path: Vec<&'static str>,
    found: &'f mut Vec<KeyReference>,
}

impl Collector<'_> {
    /// Adds the keys of the tables that a part allows.
    fn table(&mut self, part: Part) {
        if self.path.len() >= DEEPEST {
            return;
        }
        for choice in part.alternatives() {
            if let Some(items) = choice.json.get("items") {
                self.table(choice.at(items));
            }
            let required = choice.json.get("required").and_then(Json::as_array);
            for (key, json) in choice.properties().into_iter().flatten() {
                let is_required =
                    required.is_some_and(|keys| keys.iter().any(|required| required == key));
                self.key(key, choice.at(json), is_required);
            }
            let forms = choice
                .json
                .get("patternProperties")
                .and_then(Json::as_object);
            let forms = forms.into_iter().flat_map(|forms| forms.values());
            let others = choice.json.get("additionalProperties");
            for json in forms.chain(others.filter(|others| others.is_object())) {
                self.path.push("*");
                self.table(choice.at(json));
                self.path.pop();
            }
        }
    }

    fn key(&mut self, key: &'static str, part: Part, is_required: bool) {
        self.path.push(key);
        let is_new = !self.found.iter().any(|known| known.path == self.path);
        if is_new {
            self.found.push(KeyReference {
                kind: self.kind,
                path: self.path.clone(),
                is_required,
                part,
            });
            self.table(part);
        }
        self.path.pop();
    }
}

/// What a kind of file is, in a language.
#[must_use]
pub fn described(kind: &str, language: Language) -> Option<&'static str> {
    let keyword = match language {
        Language::French => "x-fr",
        Language::English => "description",
    };
    Some(Part::whole(kind)?.text(keyword))
}
