//! Where texts come from: one text and its lines, and the folder on disk.

mod disk;
mod source;

pub use disk::{Folder, Unread, Why};
pub use source::{Source, Span};
