//! Compilation of a charter with the words, principles and sources of a network.

use crate::charter::{Charter, CompiledCharter};
use crate::language::Language;
use crate::network::network::Network;
use crate::records::{List, Target};

/// The targets that names in criteria refer to.
const REFERENCES: [Target; 3] = [
    Target::Word(List::Themes),
    Target::Principle,
    Target::Source,
];

impl Network {
    /// The compiled criteria of a charter, the network's own or a proposed one.
    #[must_use]
    pub fn compile_charter<'c>(
        &self,
        charter: &'c Charter,
        language: Language,
    ) -> CompiledCharter<'c> {
        // A name that is not known may only be unread: then no criterion is checked or evaluated.
        if !REFERENCES.into_iter().all(|target| self.knows_all(target)) {
            return CompiledCharter::default();
        }
        let ids_of_list = |name: &str| self.ids_of_list(charter, name);
        CompiledCharter::of(charter, &ids_of_list, language)
    }

    /// The ids of a list of the vocabulary, of `sources`, or of the charter's principles.
    fn ids_of_list(&self, charter: &Charter, name: &str) -> Vec<String> {
        let list = List::ALL.iter().find(|(_, known)| *known == name);
        if let Some((list, _)) = list {
            ids(self.vocabulary.list(*list))
        } else if name == "sources" {
            let of_records = self.sources.keys().map(|id| id.0.clone());
            of_records.chain(ids(&charter.sources.0)).collect()
        } else {
            ids(&charter.principles.0)
        }
    }
}

/// The ids of a table in its order.
fn ids<T>(table: &[(String, T)]) -> Vec<String> {
    table.iter().map(|(id, _)| id.clone()).collect()
}
