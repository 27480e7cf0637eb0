//! Texts that are told again and again, kept once each.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A list of texts in which each stands once.
#[derive(Default)]
pub(super) struct Texts {
    known: BTreeMap<String, usize>,
    list: Vec<String>,
}

impl Texts {
    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        self.list.push(text.to_owned());
        self.known.insert(text.to_owned(), self.list.len() - 1);
        self.list.len() - 1
    }

    /// The numbers of several texts.
    pub(super) fn numbers<'a>(
        &mut self,
        texts: impl IntoIterator<Item = &'a String>,
    ) -> Vec<usize> {
        texts.into_iter().map(|text| self.number(text)).collect()
    }

    /// The numbers of a text's sentences.
    pub(super) fn sentences(&mut self, text: &str) -> Vec<usize> {
        text.split(". ")
            .map(|sentence| self.number(sentence))
            .collect()
    }

    /// What texts say and what they add in brackets, which others say or add as well: two numbers,
    /// or one where
    /// nothing is added.
    pub(super) fn parts(&mut self, texts: &[String]) -> Value {
        let part = |text: &String| match text.split_once(" (") {
            Some((said, added)) => json!([self.number(said), self.number(added)]),
            None => json!(self.number(text)),
        };
        texts.iter().map(part).collect()
    }

    /// All texts, by number.
    pub(super) fn into_list(self) -> Vec<String> {
        self.list
    }
}
