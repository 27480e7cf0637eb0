//! Compilation of a charter with the vocabulary and the sources of a network.

use crate::charter::{Charter, CompiledCharter, CriterionError, Query, Subject};
use crate::language::Language;
use crate::network::network::Network;
use crate::records::{List, Target};

impl Network {
    /// Compiles a charter: that of this network, or a proposed one.
    ///
    /// Compiles nothing while words, principles or sources may be unread: a name that only seems to
    /// be missing is not an error.
    #[must_use]
    pub fn compile_charter<'c>(
        &self,
        charter: &'c Charter,
        language: Language,
    ) -> CompiledCharter<'c> {
        let all_known = [
            Target::Word(List::Themes),
            Target::Principle,
            Target::Source,
        ]
        .into_iter()
        .all(|target| self.knows_all(target));
        if !all_known {
            return CompiledCharter::default();
        }
        CompiledCharter::compile(charter, &|list| self.ids_in(charter, list), language)
    }

    /// Compiles a condition typed for records of a kind, with the words of this network.
    ///
    /// # Errors
    /// Returns all errors of the expression.
    pub fn condition(
        &self,
        text: &str,
        subject: Subject,
        language: Language,
    ) -> Result<Query, Vec<CriterionError>> {
        let lists = |list: &str| self.ids_in(&self.charter, list);
        Query::condition(text, subject, &lists, language)
    }

    /// Compiles a value to show of records of a kind, with the words of this network.
    ///
    /// # Errors
    /// Returns all errors of the expression, and one if the value is a table.
    pub fn value(
        &self,
        text: &str,
        subject: Subject,
        language: Language,
    ) -> Result<Query, Vec<CriterionError>> {
        let lists = |list: &str| self.ids_in(&self.charter, list);
        Query::value(text, subject, &lists, language)
    }

    /// Whether the right or the wrong examples of a criterion, the criterion itself and the words
    /// with which they are evaluated are those of Apes, unchanged.
    #[must_use]
    pub fn has_shipped_examples(&self, id: &str, wrong: bool) -> bool {
        let Some(origin) = self.charter.origins.get(id) else {
            return false;
        };
        let vocabulary = match self.charter.example_base(id, wrong) {
            Some(_) => self.vocabulary.first().unwrap_or(&self.vocabulary),
            None => &self.vocabulary,
        };
        let Some(example) = origin.examples.get(usize::from(wrong)) else {
            return false;
        };
        origin.amended.is_empty()
            && [&origin.file, &example.file, &vocabulary.file]
                .into_iter()
                .all(|file| self.as_shipped.contains(file))
    }

    /// The ids in a list of the vocabulary; in `sources`, of the records and the charter; else the
    /// principles.
    fn ids_in(&self, charter: &Charter, list: &str) -> Vec<String> {
        if let Some((list, _)) = List::ALL.iter().find(|(_, name)| *name == list) {
            let words = self.vocabulary.list(*list).iter();
            return words.map(|(id, _)| id.clone()).collect();
        }
        if list == "sources" {
            let of_charter = charter.sources.iter().map(|(id, _)| id.clone());
            return self
                .sources
                .keys()
                .map(|id| id.0.clone())
                .chain(of_charter)
                .collect();
        }
        let principles = charter.principles.iter();
        principles.map(|(id, _)| id.clone()).collect()
    }
}
