//! Where texts come from: one text and its lines, and the folder on disk.

mod disk;
mod encoding;
mod source;

pub use disk::{Folder, Unread, Why};
pub use source::{Foreign, Source, Span};
