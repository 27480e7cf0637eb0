//! The embedded schemas as JSON, with their references followed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::documents::schema::schemas::EMBEDDED;

/// Every schema, by the kind of file.
static TEXTS: LazyLock<BTreeMap<&'static str, Json>> = LazyLock::new(|| {
    EMBEDDED
        .iter()
        .map(|(kind, text)| (*kind, serde_json::from_str(text).unwrap_or_default()))
        .collect()
});

/// The kinds of file that have a schema, in the order of the manual.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    let kinds = EMBEDDED.iter().map(|(kind, _)| *kind);
    kinds.filter(|kind| *kind != COMMON)
}

/// The schema that no file has, only other schemas.
pub const COMMON: &str = "common";

/// The schema of a kind of file.
#[must_use]
pub fn text_of(kind: &str) -> Option<&'static Json> {
    TEXTS.get(kind)
}

/// A part of a schema, with the schema in which its references are looked up.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The part.
    pub json: &'static Json,
    /// The kind of file whose schema holds it.
    pub kind: &'static str,
}

impl Part {
    /// The whole schema of a kind of file.
    #[must_use]
    pub fn whole(kind: &str) -> Option<Self> {
        let (kind, json) = TEXTS.get_key_value(kind)?;
        Some(Self { json, kind })
    }

    /// The part that a reference of this one leads to, and its name; `None` without a reference.
    #[must_use]
    pub fn target(self) -> Option<(Self, &'static str)> {
        let reference = self.json.get("$ref")?.as_str()?;
        let (file, pointer) = reference.split_once('#')?;
        let kind = file.strip_suffix(".schema.json").unwrap_or(self.kind);
        let (kind, text) = TEXTS.get_key_value(kind)?;
        let name = pointer.rsplit('/').next()?;
        let json = text.pointer(pointer)?;
        Some((Self { json, kind }, name))
    }

    /// A part below this one.
    #[must_use]
    pub fn at(self, json: &'static Json) -> Self {
        Self { json, ..self }
    }

    /// This part and those that its references lead to, one after the other.
    #[must_use]
    pub fn chain(self) -> Vec<Self> {
        let mut chain = vec![self];
        let mut here = self;
        while let Some((target, _)) = here.target() {
            chain.push(target);
            here = target;
        }
        chain
    }

    /// A keyword of this part, else of those that its references lead to.
    #[must_use]
    pub fn keyword(self, keyword: &str) -> Option<&'static Json> {
        self.chain()
            .into_iter()
            .find_map(|part| part.json.get(keyword))
    }

    /// The text of a keyword; empty if there is none.
    #[must_use]
    pub fn text(self, keyword: &str) -> &'static str {
        let text = self.keyword(keyword).and_then(Json::as_str);
        text.unwrap_or_default()
    }

    /// The last part of the chain, which holds the type.
    #[must_use]
    pub fn end(self) -> Self {
        self.chain().pop().unwrap_or(self)
    }

    /// The alternatives of this part: those of `anyOf`, and of them; itself if it has none.
    #[must_use]
    pub fn alternatives(self) -> Vec<Self> {
        let end = self.end();
        let Some(choices) = end.json.get("anyOf").and_then(Json::as_array) else {
            return vec![end];
        };
        choices
            .iter()
            .flat_map(|choice| end.at(choice).alternatives())
            .collect()
    }

    /// A mark such as `x-word` on this part, its alternatives, its items, or the keys of its rows.
    #[must_use]
    pub fn mark(self, keyword: &str) -> Option<&'static str> {
        if let Some(mark) = self.keyword(keyword) {
            return mark.as_str();
        }
        self.alternatives().into_iter().find_map(|part| {
            let inner = ["items", "propertyNames"];
            part.json.get(keyword).and_then(Json::as_str).or_else(|| {
                inner
                    .iter()
                    .find_map(|key| part.at(part.json.get(key)?).mark(keyword))
            })
        })
    }

    /// A table of this part that has keys: `properties`.
    #[must_use]
    pub fn properties(self) -> Option<&'static Map<String, Json>> {
        self.json.get("properties")?.as_object()
    }
}
