//! Positions of records by id: found without touching the records, which are large and far apart
//! in memory.

use std::hash::{DefaultHasher, Hasher};

use crate::records::Record;

/// The positions of a list's records, sorted by the hash of their id.
#[derive(Debug, Default)]
pub(in crate::network) struct Index(Vec<(u64, usize)>);

impl Index {
    /// The index of a list.
    pub(in crate::network) fn of<I: AsRef<str>, T>(records: &[Record<I, T>]) -> Self {
        let hashes = records.iter().map(|record| hash(record.id.as_ref()));
        let mut positions: Vec<(u64, usize)> = hashes.zip(0..).collect();
        positions.sort_unstable();
        Self(positions)
    }

    /// The position of the first record of an id in the list.
    pub(in crate::network) fn position<I: AsRef<str>, T>(
        &self,
        records: &[Record<I, T>],
        id: &str,
    ) -> Option<usize> {
        let wanted = hash(id);
        let start = self.0.partition_point(|(hash, _)| *hash < wanted);
        self.0
            .iter()
            .skip(start)
            .take_while(|(hash, _)| *hash == wanted)
            .map(|(_, position)| *position)
            .find(|position| {
                let record = records.get(*position);
                record.is_some_and(|record| record.id.as_ref() == id)
            })
    }

    /// The first record of an id in the list.
    pub(in crate::network) fn find<'n, I: AsRef<str>, T>(
        &self,
        records: &'n [Record<I, T>],
        id: &str,
    ) -> Option<&'n Record<I, T>> {
        records.get(self.position(records, id)?)
    }
}

/// The hash of an id.
fn hash(id: &str) -> u64 {
    // `DefaultHasher::new` has fixed keys: the order is the same in every run.
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}
