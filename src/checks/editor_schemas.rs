//! The schemas that `apes schema` writes for editors, from the words and records of a network.

use serde_json::{Value as Json, json};

use crate::checks::names;
use crate::documents::{Bundle, MARK, bundled};
use crate::language::Language;
use crate::network::Network;
use crate::records::List;

/// How the schemas of a workspace are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaOptions {
    /// Language of the descriptions.
    pub language: Language,
    /// Whether only the ids of records that exist are allowed.
    pub ids: bool,
}

impl SchemaOptions {
    /// Reads the options that a schema says it was made with; `None` if it was made by hand.
    #[must_use]
    pub fn of(schema: &Json) -> Option<Self> {
        let mark = schema.get(MARK)?;
        Some(Self {
            language: Language::from_code(mark.get("language")?.as_str()?)?,
            ids: mark.get("ids")?.as_bool()?,
        })
    }

    fn mark(self) -> Json {
        json!({ "language": self.language.code(), "ids": self.ids })
    }
}

/// The schema of a kind of file, with the words of a network; `None` for an unknown kind.
#[must_use]
pub fn editor_schema(kind: &str, network: &Network, options: SchemaOptions) -> Option<Json> {
    let bundle = Bundle {
        language: options.language,
        words: &|list| Some(words(network, list)),
        names: &|kind| known_names(network, kind, options.ids),
        mark: options.mark(),
    };
    bundled(kind, &bundle)
}

/// A schema as the text of its file.
#[must_use]
pub fn schema_text(kind: &str, network: &Network, options: SchemaOptions) -> String {
    let schema = editor_schema(kind, network, options).unwrap_or_default();
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// The words of a list with their labels in both languages.
fn words(network: &Network, list: &str) -> Vec<(String, String)> {
    let label = |fr: &str, en: &str| {
        if fr == en {
            fr.to_owned()
        } else {
            format!("{fr} · {en}")
        }
    };
    let Some((list, _)) = List::ALL.iter().find(|(_, name)| *name == list) else {
        let principles = network.charter.principles.iter();
        let principles =
            principles.map(|(id, principle)| (id.clone(), label(&principle.fr, &principle.en)));
        return principles.collect();
    };
    let words = network.vocabulary.list(*list).iter();
    words
        .map(|(id, word)| (id.clone(), label(&word.fr, &word.en)))
        .collect()
}

/// The names of a kind of record that are allowed; those of checks are known without any record.
fn known_names(network: &Network, kind: &str, ids: bool) -> Option<Vec<String>> {
    let mut known: Vec<String> = match kind {
        "check" => names(network).map(str::to_owned).collect(),
        _ if !ids => return None,
        "actor" => network
            .actors
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
        "dynamic" => network
            .dynamics
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
        "source" => network.sources.keys().map(ToString::to_string).collect(),
        _ => return None,
    };
    known.sort_unstable();
    known.dedup();
    Some(known)
}
