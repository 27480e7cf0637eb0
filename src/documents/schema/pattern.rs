//! A regular expression of a schema, compiled when a text is first matched with it.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern that texts are matched with. Compiling all those of the schemas would take longer
/// than validating a small workspace, which needs few of them.
#[derive(Debug)]
pub struct Pattern {
    written: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern as a schema writes it.
    #[must_use]
    pub(super) fn new(written: &str) -> Self {
        Self {
            written: written.to_owned(),
            compiled: OnceLock::new(),
        }
    }

    /// Whether a text matches; every text does where the pattern cannot be read.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_none_or(|regex| regex.is_match(text))
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| Regex::new(&self.written).ok())
            .as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::documents::schema::schemas::EMBEDDED;
    use serde_json::Value as Json;

    /// Every pattern of a schema, of texts and of keys.
    fn patterns(json: &Json, found: &mut Vec<Pattern>) {
        match json {
            Json::Object(table) => {
                let keys = table.get("patternProperties").and_then(Json::as_object);
                found.extend(keys.into_iter().flatten().map(|(key, _)| Pattern::new(key)));
                let text = table.get("pattern").and_then(Json::as_str);
                found.extend(text.map(Pattern::new));
                table.values().for_each(|value| patterns(value, found));
            }
            Json::Array(items) => items.iter().for_each(|item| patterns(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_pattern_of_the_schemas_can_be_read() {
        let mut found = Vec::new();
        for (_, text) in EMBEDDED {
            patterns(&serde_json::from_str(text).unwrap(), &mut found);
        }
        assert!(found.len() > 10);
        for pattern in found {
            assert!(pattern.regex().is_some(), "{}", pattern.written);
        }
    }
}
