//! References that could not be resolved: mentions, bases, files.

use std::sync::Arc;

use crate::diagnostic::Place;
use crate::records::{SkipReason, Target};

/// A mention of something that no record, word or source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DanglingMention {
    /// The kind of thing that it should name.
    pub to: Target,
    /// The name.
    pub text: String,
    /// The place of the mention.
    pub place: Place,
}

/// A file under `territories/` that no record is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFile {
    /// Path below the root.
    pub file: Arc<str>,
    /// Why it is not read.
    pub why: SkipReason,
}

/// A file whose `base` key names something that cannot be its base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBase {
    /// The file.
    pub file: Arc<str>,
    /// The name that it gives as its base.
    pub named: String,
    /// Why that is not a base.
    pub why: InvalidBaseReason,
}

/// Why a name is not a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidBaseReason {
    /// The workspace has no such file.
    Unknown,
    /// The file builds, through its bases, on itself.
    Circle,
    /// Too many files build on one another.
    TooDeep,
}

/// A schema that `apes schema` wrote for editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorSchema {
    /// The file.
    pub file: Arc<str>,
    /// The kind of file that it is for.
    pub kind: &'static str,
    /// Its text.
    pub text: String,
}
