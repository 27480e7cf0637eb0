//! Vocabularies over their base: words replaced, added at a position, or removed.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::records::vocabulary::list::List;
use crate::records::vocabulary::patch_error::{PatchError, PatchProblem};
use crate::records::vocabulary::vocabulary::Vocabulary;
use crate::records::vocabulary::word::{RemovedWord, VocabularyWord};
use crate::sources::Cut;

impl Vocabulary {
    /// Applies this vocabulary to its base, which is empty if it has none.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let has_base = !base.lists.is_empty();
        base.origin = base
            .origin
            .take()
            .or_else(|| has_base.then(|| Arc::new(base.clone())));
        for word in base.lists.values_mut().flat_map(IndexMap::values_mut) {
            word.inherited = true;
        }
        base.file = self.file;
        for (list, words) in self.lists {
            base.apply_words(list, words);
        }
        for (list, words) in self.removed {
            for (word, removed) in words {
                base.remove(list, word, removed);
            }
        }
        base
    }

    /// Replaces and adds words, then moves those that ask for a position.
    fn apply_words(&mut self, list: List, words: IndexMap<String, VocabularyWord>) {
        let placed: Vec<String> = words
            .iter()
            .filter(|(_, word)| word.has_position())
            .map(|(id, _)| id.clone())
            .collect();
        self.lists.entry(list).or_default().extend(words);
        for (index, id) in placed.iter().enumerate() {
            if let Err(why) = self.move_to_position(list, id, placed.before(index)) {
                self.report(list, id.clone(), why);
            }
        }
    }

    /// Moves a word to the position that it asks for. `earlier` are the words placed before it:
    /// those after the same word stay in front of it, in the order of the file.
    fn move_to_position(
        &mut self,
        list: List,
        id: &str,
        earlier: &[String],
    ) -> Result<(), PatchProblem> {
        let words = self.lists.entry(list).or_default();
        let Some((from, id, word)) = words.shift_remove_full(id) else {
            return Ok(());
        };
        let (key, neighbour) = match (&word.after, &word.before) {
            (None, Some(before)) => ("before", before.as_str()),
            (after, _) => ("after", after.as_ref().map_or("", |id| id.as_str())),
        };
        let found = words.get_index_of(neighbour);
        let to = match found {
            Some(index) if key == "after" => {
                let placed_here = words[index + 1..]
                    .iter()
                    .take_while(|(id, other)| earlier.contains(id) && other.after == word.after);
                index + 1 + placed_here.count()
            }
            Some(index) => index,
            None => from,
        };
        let result = if word.after.is_some() && word.before.is_some() {
            Err(PatchProblem::TwoPositions)
        } else if found.is_none() {
            Err(PatchProblem::UnknownNeighbour(key, neighbour.to_owned()))
        } else {
            Ok(())
        };
        words.shift_insert(to, id, word);
        result
    }

    fn remove(&mut self, list: List, word: String, removed: RemovedWord) {
        let words = self.lists.entry(list).or_default();
        if words.shift_remove(&word).is_none() {
            self.report(list, word.clone(), PatchProblem::UnknownWord);
        } else if list == List::Families {
            let members = self.kinds_of_family(&word);
            if !members.is_empty() {
                self.report(list, word.clone(), PatchProblem::FamilyInUse(members));
            }
        }
        self.removed.entry(list).or_default().insert(word, removed);
    }

    fn report(&mut self, list: List, word: String, why: PatchProblem) {
        self.patch_errors.push(PatchError {
            file: self.file.clone(),
            list,
            word,
            why,
        });
    }

    /// Returns the ids of the kinds of actor that belong to a family.
    fn kinds_of_family(&self, family: &str) -> Vec<String> {
        self.list(List::ActorKinds)
            .iter()
            .filter(|(_, kind)| kind.family.as_deref() == Some(family))
            .map(|(id, _)| id.clone())
            .collect()
    }
}
