//! Changes that a vocabulary asks for and its base does not allow.

use std::sync::Arc;

use crate::records::vocabulary::list::List;

/// A change that the base does not allow.
#[derive(Clone, Debug, PartialEq)]
pub struct PatchError {
    /// The file that asks for the change.
    pub file: Arc<str>,
    /// The list.
    pub list: List,
    /// Id of the word.
    pub word: String,
    /// The reason.
    pub why: PatchProblem,
}

/// The reason why the base does not allow a change.
#[derive(Clone, Debug, PartialEq)]
pub enum PatchProblem {
    /// The base has no such word to remove.
    UnknownWord,
    /// The word is to be placed beside a word that does not exist: the key, and the missing word.
    UnknownNeighbour(&'static str, String),
    /// The word is to be placed both after a word and before one.
    TwoPositions,
    /// A family is removed to which kinds of actor still belong; their ids.
    FamilyInUse(Vec<String>),
}
