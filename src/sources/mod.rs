//! Where texts come from: one text with its lines, and the folder on disk.

mod disk;
mod encoding;
#[cfg(feature = "history")]
pub mod git;
pub(crate) mod open;
mod source;

pub use disk::{Folder, Unread, Why};
pub use source::{Foreign, Source, Span};
