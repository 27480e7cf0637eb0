//! Where records stand, by id: looked up without a look at the records, which are large and lie far
//! apart.

use std::hash::{DefaultHasher, Hasher};

use crate::records::Record;

/// The positions of records by the hash of their id; a hash is the same in every run.
#[derive(Debug, Default)]
pub(in crate::network) struct Index(Vec<(u64, usize)>);

impl Index {
    /// The index of a list.
    pub(in crate::network) fn of<I: AsRef<str>, T>(records: &[Record<I, T>]) -> Self {
        let hashes = records.iter().map(|record| hash(record.id.as_ref()));
        let mut places: Vec<(u64, usize)> = hashes.zip(0..).collect();
        places.sort_unstable();
        Self(places)
    }

    /// The position of the first record of an id in the list.
    pub(in crate::network) fn position<I: AsRef<str>, T>(
        &self,
        records: &[Record<I, T>],
        id: &str,
    ) -> Option<usize> {
        let wanted = hash(id);
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.0[from..]
            .iter()
            .take_while(|(hash, _)| *hash == wanted);
        alike
            .map(|(_, at)| *at)
            .find(|at| records[*at].id.as_ref() == id)
    }

    /// The first record of an id in the list.
    pub(in crate::network) fn find<'n, I: AsRef<str>, T>(
        &self,
        records: &'n [Record<I, T>],
        id: &str,
    ) -> Option<&'n Record<I, T>> {
        self.position(records, id).map(|at| &records[at])
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}
