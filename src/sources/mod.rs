//! Where texts come from: one text with its lines, and the folder on disk.

mod cut;
mod disk;
mod encoding;
#[cfg(feature = "history")]
pub mod git;
mod open;
mod source;
mod span;

pub use cut::Cut;
pub use disk::{Folder, UnreadFile, UnreadReason};
pub use source::Source;
pub use span::{ForeignCharacter, Span};
