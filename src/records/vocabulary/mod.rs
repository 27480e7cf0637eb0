//! The vocabulary of the network: themes, stages, kinds and other words, in both languages.

pub(crate) mod list;
mod patch;
mod patch_error;
#[expect(
    clippy::module_inception,
    reason = "the folder's one idea bears the folder's name"
)]
mod vocabulary;
mod word;

pub use list::List;
pub use patch_error::{PatchError, PatchProblem};
pub use vocabulary::Vocabulary;
pub use word::{RemovedWord, VocabularyWord};
