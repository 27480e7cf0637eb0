//! Texts that recur on the page, stored once each.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// List of different texts, referred to by number.
#[derive(Default)]
pub(super) struct Texts {
    numbers: BTreeMap<String, usize>,
    list: Vec<String>,
}

impl Texts {
    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        self.list.push(text.to_owned());
        self.numbers.insert(text.to_owned(), self.list.len() - 1);
        self.list.len() - 1
    }

    /// The numbers of several texts.
    pub(super) fn numbers<'a>(
        &mut self,
        texts: impl IntoIterator<Item = &'a String>,
    ) -> Vec<usize> {
        texts.into_iter().map(|text| self.number(text)).collect()
    }

    /// The numbers of the sentences of a text.
    pub(super) fn sentences(&mut self, text: &str) -> Vec<usize> {
        text.split(". ")
            .map(|sentence| self.number(sentence))
            .collect()
    }

    /// For each text, the number of what comes before its bracket and of what is inside, or one
    /// number if it has no bracket.
    // Sources and years recur in brackets after different texts: apart, each is stored once.
    pub(super) fn parts(&mut self, texts: &[String]) -> Value {
        texts
            .iter()
            .map(|text| match text.split_once(" (") {
                Some((before, inside)) => json!([self.number(before), self.number(inside)]),
                None => json!(self.number(text)),
            })
            .collect()
    }

    /// All texts, by number.
    pub(super) fn into_list(self) -> Vec<String> {
        self.list
    }
}
