//! Where texts come from.

mod source;

pub use source::{Source, Span};
