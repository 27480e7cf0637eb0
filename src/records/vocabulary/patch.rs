//! What a vocabulary changes of the one that it starts from: words replaced, added in their place,
//! or struck.

use std::sync::Arc;

use serde::Deserialize;

use crate::documents::deserialize::InOrder;
use crate::records::{List, LocalizedText, Vocabulary, VocabularyWord};

/// A word of the base that is not used.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct RemovedWord {
    /// Why.
    pub because: LocalizedText,
}

/// A change that the base does not allow.
#[derive(Clone, Debug, PartialEq)]
pub struct PatchError {
    /// The file that asks for it.
    pub file: Arc<str>,
    /// The list.
    pub list: List,
    /// The word.
    pub word: String,
    /// What is the matter.
    pub why: PatchProblem,
}

/// What is the matter with a change of the base.
#[derive(Clone, Debug, PartialEq)]
pub enum PatchProblem {
    /// The base has no such word to strike.
    UnknownWord,
    /// It is to stand beside a word that is not there: the key, and that word.
    UnknownNeighbour(&'static str, String),
    /// It is to stand both after a word and before one.
    TwoPositions,
    /// A family is struck of which there still are words.
    FamilyInUse(Vec<String>),
}

impl Vocabulary {
    /// This vocabulary laid over the one that it starts from, which is empty where it starts from
    /// none.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let has_base = !base.lists.is_empty();
        base.first = base
            .first
            .take()
            .or_else(|| has_base.then(|| Arc::new(base.clone())));
        for words in base.lists.values_mut() {
            words
                .0
                .iter_mut()
                .for_each(|(_, word)| word.inherited = true);
        }
        let Self {
            lists,
            struck,
            file,
            ..
        } = self;
        base.file = file;
        for (list, words) in lists {
            let placed: Vec<String> = words
                .0
                .iter()
                .filter(|(_, word)| word.has_place())
                .map(|(id, _)| id.clone())
                .collect();
            base.lists.entry(list).or_default().override_with(words);
            for (at, id) in placed.iter().enumerate() {
                base.put_in_place(list, id, &placed[..at]);
            }
        }
        for (list, words) in struck {
            for (word, strike) in words.0 {
                base.strike(list, word, strike);
            }
        }
        base
    }

    /// The words from which it starts in the end, where it starts from others.
    #[must_use]
    pub fn first(&self) -> Option<&Arc<Self>> {
        self.first.as_ref()
    }

    /// Why a word of the base is not used, where it is struck.
    #[must_use]
    pub fn struck(&self, list: List, word: &str) -> Option<&LocalizedText> {
        self.struck
            .get(&list)?
            .get(word)
            .map(|struck| &struck.because)
    }

    /// Moves a word to the place that it names, behind those that were put there before it.
    fn put_in_place(&mut self, list: List, id: &str, earlier: &[String]) {
        let Some(words) = self.lists.get_mut(&list) else {
            return;
        };
        let Some(from) = words.0.iter().position(|(known, _)| known == id) else {
            return;
        };
        let (id, word) = words.0.remove(from);
        let (key, beside) = match (&word.after, &word.before) {
            (Some(after), _) => ("after", after.as_str()),
            (None, Some(before)) => ("before", before.as_str()),
            (None, None) => ("after", ""),
        };
        let two = word.after.is_some() && word.before.is_some();
        let found = words.0.iter().position(|(known, _)| known == beside);
        let why = match found {
            _ if two => Some(PatchProblem::TwoPositions),
            None => Some(PatchProblem::UnknownNeighbour(key, beside.to_owned())),
            Some(_) => None,
        };
        let behind = |at: usize| {
            let alike = |(known, other): &&(String, VocabularyWord)| {
                earlier.contains(known) && other.after == word.after
            };
            at + 1 + words.0[at + 1..].iter().take_while(alike).count()
        };
        let to = match found {
            Some(at) if key == "after" => behind(at),
            Some(at) => at,
            None => from,
        };
        words.0.insert(to, (id.clone(), word));
        self.patch_errors.extend(why.map(|why| PatchError {
            file: self.file.clone(),
            list,
            word: id,
            why,
        }));
    }

    fn strike(&mut self, list: List, word: String, strike: RemovedWord) {
        let words = self.lists.entry(list).or_default();
        let before = words.0.len();
        words.0.retain(|(known, _)| *known != word);
        let why = if words.0.len() == before {
            Some(PatchProblem::UnknownWord)
        } else {
            Some(self.members(list, &word))
                .filter(|left| !left.is_empty())
                .map(PatchProblem::FamilyInUse)
        };
        let file = self.file.clone();
        self.patch_errors.extend(why.map(|why| PatchError {
            file,
            list,
            word: word.clone(),
            why,
        }));
        self.struck
            .entry(list)
            .or_default()
            .override_with(InOrder(vec![(word, strike)]));
    }

    /// The kinds of actor that are of a family.
    fn members(&self, list: List, family: &str) -> Vec<String> {
        let kinds = if list == List::Families {
            self.list(List::ActorKinds)
        } else {
            &[]
        };
        let of_it = kinds
            .iter()
            .filter(|(_, kind)| kind.family.as_deref() == Some(family));
        of_it.map(|(id, _)| id.clone()).collect()
    }
}

impl VocabularyWord {
    fn has_place(&self) -> bool {
        self.after.is_some() || self.before.is_some()
    }
}
