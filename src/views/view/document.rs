//! Answers for other programs: records whose keys and values are the same in every language.

use serde_json::{Map, Value as Json};

/// Version of the form of documents: while it stays, keys are added, none renamed or removed.
pub const FORMAT: u8 = 1;

/// The keys of the marks, which rows bear where they stand alone.
const INVENTED: &str = "invented";
const INCOMPLETE: &str = "incomplete";

/// An answer for other programs: what is true of all of it, then its records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    head: Map<String, Json>,
    records: Vec<Json>,
}

impl Document {
    /// A document about records of a kind, with the marks of an invented or incomplete network.
    #[must_use]
    pub fn new(kind: &str, invented: bool, incomplete: Option<Json>, records: Vec<Json>) -> Self {
        let mut document = Self {
            head: Map::new(),
            records,
        };
        document.put("format", FORMAT);
        document.put("kind", kind);
        document.put(INVENTED, invented);
        document.put(INCOMPLETE, incomplete);
        document
    }

    /// Adds a key to what is true of the whole document.
    pub fn put(&mut self, key: &str, value: impl Into<Json>) {
        self.head.insert(key.to_owned(), value.into());
    }

    /// The document with a further key.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.put(key, value);
        self
    }

    /// The document as one value, its records last.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let mut whole = self.head.clone();
        whole.insert("records".to_owned(), Json::Array(self.records.clone()));
        Json::Object(whole)
    }

    /// Each record by itself, with the marks of an invented or incomplete network.
    pub fn rows(&self) -> impl Iterator<Item = Json> {
        let marks: Vec<&str> = [INVENTED, INCOMPLETE]
            .into_iter()
            .filter(|mark| {
                let value = self.head.get(*mark);
                value.is_some_and(|value| !matches!(value, Json::Null | Json::Bool(false)))
            })
            .collect();
        self.records.iter().map(move |record| {
            let mut row = record.clone();
            if let Json::Object(keys) = &mut row {
                for mark in &marks {
                    keys.insert((*mark).to_owned(), Json::Bool(true));
                }
            }
            row
        })
    }
}
