//! The vocabulary of a workspace, over the one from which it starts.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Slice;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::language::Language;
use crate::records::parts::localized_text::LocalizedText;
use crate::records::vocabulary::list::List;
use crate::records::vocabulary::patch_error::PatchError;
use crate::records::vocabulary::word::{RemovedWord, VocabularyWord};

/// The lists of `vocabulary.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// Words of each list, in order.
    pub(super) lists: BTreeMap<List, IndexMap<String, VocabularyWord>>,
    /// The vocabulary from which this one starts: `apes`, or a file of the workspace.
    pub base: Option<String>,
    /// Words of the base that are not used.
    pub(super) removed: BTreeMap<List, IndexMap<String, RemovedWord>>,
    /// The file in which the vocabulary is written.
    pub file: Arc<str>,
    /// Changes that the base does not allow, once the vocabulary is applied to it.
    pub patch_errors: Vec<PatchError>,
    /// The vocabulary at the bottom of all bases.
    pub(super) origin: Option<Arc<Self>>,
}

impl<'de> Deserialize<'de> for Vocabulary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(VocabularyVisitor)
    }
}

struct VocabularyVisitor;

impl<'de> Visitor<'de> for VocabularyVisitor {
    type Value = Vocabulary;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Vocabulary, A::Error> {
        let mut vocabulary = Vocabulary::default();
        while let Some(key) = table.next_key::<String>()? {
            match (&*key, List::ALL.iter().find(|(_, name)| *name == key)) {
                ("base", _) => vocabulary.base = table.next_value()?,
                ("struck", _) => vocabulary.removed = table.next_value()?,
                (_, Some((list, _))) => {
                    vocabulary.lists.insert(*list, table.next_value()?);
                }
                // The schema has reported an unknown list: the others are read all the same.
                (_, None) => {
                    table.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(vocabulary)
    }
}

impl Vocabulary {
    /// Returns the words of a list, in order.
    #[must_use]
    pub fn list(&self, list: List) -> &Slice<String, VocabularyWord> {
        self.lists
            .get(&list)
            .map_or_else(Slice::new, IndexMap::as_slice)
    }

    /// Returns a word of a list.
    #[must_use]
    pub fn word(&self, list: List, id: &str) -> Option<&VocabularyWord> {
        self.lists.get(&list).and_then(|words| words.get(id))
    }

    /// Returns the position of a word in its list, from 0: the rank of a stage, or the digit of a
    /// theme less one.
    #[must_use]
    pub fn rank(&self, list: List, id: &str) -> Option<usize> {
        self.lists.get(&list)?.get_index_of(id)
    }

    /// Returns the label of a word, or the id of an unknown word.
    #[must_use]
    pub fn label<'a>(&'a self, list: List, id: &'a str, language: Language) -> &'a str {
        self.word(list, id).map_or(id, |word| word.label(language))
    }

    /// Returns the vocabulary from which this one starts in the end, if it has a base.
    #[must_use]
    pub fn first(&self) -> Option<&Arc<Self>> {
        self.origin.as_ref()
    }

    /// Returns the reason why a word of the base is not used.
    #[must_use]
    pub fn struck(&self, list: List, word: &str) -> Option<&LocalizedText> {
        self.removed
            .get(&list)?
            .get(word)
            .map(|removed| &removed.because)
    }
}
