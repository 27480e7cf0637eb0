//! Where texts come from: one text with its lines, and the folder on disk.

mod cut;
mod disk;
mod encoding;
#[cfg(feature = "history")]
pub mod git;
#[cfg(feature = "history")]
mod git_files;
pub mod hidden;
mod listing;
mod open;
mod overlay;
#[cfg(feature = "history")]
pub mod revision;
mod source;
mod span;
mod unread;

pub use cut::Cut;
pub use disk::Folder;
pub use source::Source;
pub use span::{ForeignCharacter, Span};
pub use unread::{UnreadFile, UnreadReason};
