//! What is missing from a network: files that were not read whole.

use std::collections::BTreeSet;

use crate::network::network::{Network, could_hold_records};
use crate::records::SkipReason;

impl Network {
    /// The files that were not read whole, by path, each once.
    #[must_use]
    pub fn incomplete_files(&self) -> Vec<&str> {
        let unread = self
            .unread
            .iter()
            .filter(|unread| could_hold_records(unread))
            .map(|unread| &*unread.file);
        let files: BTreeSet<&str> = self
            .records()
            .filter(|record| !record.is_intact())
            .map(|record| &**record.file())
            .chain(self.broken.iter().map(|file| &**file))
            .chain(unread)
            .collect();
        files.into_iter().collect()
    }

    /// Why files were not read because the system lacks handles or memory; `None` if it does not.
    #[must_use]
    pub fn exhausted(&self) -> Option<&SkipReason> {
        let of_people = self
            .people
            .iter()
            .filter_map(|people| people.unread.as_ref());
        self.unread
            .iter()
            .map(|unread| &unread.why)
            .chain(of_people)
            .find(|why| matches!(why, SkipReason::Exhausted(..)))
    }
}
