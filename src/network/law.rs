//! The law of a network, as its charter, its words and its sources make it.

use crate::charter::{Charter, Law};
use crate::language::Language;
use crate::network::Network;
use crate::records::{List, To};

impl Network {
    /// The criteria of a charter, its own or one that is only proposed, ready to be asked of its records.
    #[must_use]
    pub fn law_of<'c>(&self, charter: &'c Charter, language: Language) -> Law<'c> {
        // Words, principles and sources that are only unread accuse nobody: then no criterion is judged, nor asked.
        if ![To::Word(List::Themes), To::Principle, To::Source].into_iter().all(|to| self.knows_all(to)) {
            return Law::default();
        }
        let lists = |list: &str| -> Vec<String> {
            match List::ALL.iter().find(|(_, name)| *name == list) {
                Some((list, _)) => self.vocabulary.list(*list).iter().map(|(id, _)| id.clone()).collect(),
                None if list == "sources" => {
                    let of_records = self.sources.keys().map(|id| id.0.clone());
                    of_records.chain(charter.sources.0.iter().map(|(id, _)| id.clone())).collect()
                }
                None => charter.principles.0.iter().map(|(id, _)| id.clone()).collect(),
            }
        };
        Law::of(charter, &lists, language)
    }
}
