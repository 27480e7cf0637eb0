//! Where texts come from.

mod encoding;
mod source;

pub use source::{Foreign, Source, Span};
