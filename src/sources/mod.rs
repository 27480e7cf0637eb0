//! Where texts come from: one text with its lines, and the folder on disk.

mod disk;
mod encoding;
#[cfg(feature = "history")]
pub mod git;
#[cfg(feature = "history")]
mod git_files;
mod listing;
mod open;
mod source;
mod span;

pub use disk::{Folder, UnreadFile, UnreadReason};
pub use source::Source;
pub use span::{ForeignCharacter, Span};
