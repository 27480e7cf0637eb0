//! The law of a network, as its charter, its words and its sources make it.

use crate::charter::{Charter, CompiledCharter};
use crate::language::Language;
use crate::network::Network;
use crate::records::{List, Target};

impl Network {
    /// The criteria of a charter, its own or one that is only proposed, ready to be asked of its
    /// records.
    #[must_use]
    pub fn compile_charter<'c>(
        &self,
        charter: &'c Charter,
        language: Language,
    ) -> CompiledCharter<'c> {
        // Words, principles and sources that are only unread accuse nobody: then no criterion is
        // judged, nor asked.
        if ![
            Target::Word(List::Themes),
            Target::Principle,
            Target::Source,
        ]
        .into_iter()
        .all(|to| self.knows_all(to))
        {
            return CompiledCharter::default();
        }
        let lists = |list: &str| -> Vec<String> {
            match List::ALL.iter().find(|(_, name)| *name == list) {
                Some((list, _)) => self
                    .vocabulary
                    .list(*list)
                    .iter()
                    .map(|(id, _)| id.clone())
                    .collect(),
                None if list == "sources" => {
                    let of_records = self.sources.keys().map(|id| id.0.clone());
                    of_records
                        .chain(charter.sources.iter().map(|(id, _)| id.clone()))
                        .collect()
                }
                None => charter
                    .principles
                    .iter()
                    .map(|(id, _)| id.clone())
                    .collect(),
            }
        };
        CompiledCharter::of(charter, &lists, language)
    }
}
