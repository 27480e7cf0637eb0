//! Vocabularies over their base: words replaced, added at a position, or removed.

use std::sync::Arc;

use crate::documents::deserialize::InOrder;
use crate::records::vocabulary::list::List;
use crate::records::vocabulary::patch_error::{PatchError, PatchProblem};
use crate::records::vocabulary::vocabulary::Vocabulary;
use crate::records::vocabulary::word::{RemovedWord, VocabularyWord};

impl Vocabulary {
    /// Applies this vocabulary to its base, which is empty if it has none.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let has_base = !base.lists.is_empty();
        base.origin = base
            .origin
            .take()
            .or_else(|| has_base.then(|| Arc::new(base.clone())));
        for (_, word) in base.lists.values_mut().flat_map(|words| &mut words.0) {
            word.inherited = true;
        }
        base.file = self.file;
        for (list, words) in self.lists {
            base.apply_words(list, words);
        }
        for (list, words) in self.removed {
            for (word, removed) in words.0 {
                base.remove(list, word, removed);
            }
        }
        base
    }

    /// Replaces and adds words, then moves those that ask for a position.
    fn apply_words(&mut self, list: List, words: InOrder<VocabularyWord>) {
        let placed: Vec<String> = words
            .0
            .iter()
            .filter(|(_, word)| word.has_position())
            .map(|(id, _)| id.clone())
            .collect();
        self.lists.entry(list).or_default().override_with(words);
        for (index, id) in placed.iter().enumerate() {
            if let Err(why) = self.move_to_position(list, id, &placed[..index]) {
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
        let words = &mut self.lists.entry(list).or_default().0;
        let Some(from) = words.iter().position(|(known, _)| known == id) else {
            return Ok(());
        };
        let (id, word) = words.remove(from);
        let (key, neighbour) = match (&word.after, &word.before) {
            (None, Some(before)) => ("before", before.as_str()),
            (after, _) => ("after", after.as_ref().map_or("", |id| id.as_str())),
        };
        let found = words.iter().position(|(known, _)| known == neighbour);
        let to = match found {
            Some(index) if key == "after" => {
                let follows = |(known, other): &&(String, VocabularyWord)| {
                    earlier.contains(known) && other.after == word.after
                };
                index + 1 + words[index + 1..].iter().take_while(follows).count()
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
        words.insert(to, (id, word));
        result
    }

    fn remove(&mut self, list: List, word: String, removed: RemovedWord) {
        let words = self.lists.entry(list).or_default();
        let count = words.0.len();
        words.0.retain(|(known, _)| *known != word);
        if words.0.len() == count {
            self.report(list, word.clone(), PatchProblem::UnknownWord);
        } else if list == List::Families {
            let members = self.kinds_of_family(&word);
            if !members.is_empty() {
                self.report(list, word.clone(), PatchProblem::FamilyInUse(members));
            }
        }
        self.removed
            .entry(list)
            .or_default()
            .override_with(InOrder(vec![(word, removed)]));
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
