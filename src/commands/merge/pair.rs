//! Two things that become one.

use std::sync::Arc;

use crate::commands::shared::record_kind::RecordKind;

/// Two things that become one.
pub struct Pair<'p> {
    /// What they are.
    pub kind: RecordKind,
    /// The id of the one that stays.
    pub a: &'p str,
    /// The id of the one that goes.
    pub b: &'p str,
    /// The files of A and of B.
    pub files: (Arc<str>, Arc<str>),
}
