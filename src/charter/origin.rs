//! The files in which a criterion and its examples are written.

use std::sync::Arc;

use crate::charter::principle::Principle;
use indexmap::IndexMap;

/// The files that define a criterion: the one with its table, then those that amend it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CriterionOrigin {
    /// The file with the table of the criterion.
    pub file: Arc<str>,
    /// Files that amend the criterion, the last one last, each with the keys that it sets.
    pub amended: Vec<(Arc<str>, Vec<&'static str>)>,
    /// The charter as it was when the right and the wrong examples were written.
    pub examples: [ExampleBase; 2],
}

/// The charter as the author of an example knew it.
///
/// An example is evaluated with these principles, whatever a later layer adds or strikes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExampleBase {
    /// The file of the example.
    pub file: Arc<str>,
    /// The principles of the charter, down from that file.
    pub principles: Arc<IndexMap<String, Principle>>,
}
