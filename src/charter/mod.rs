//! The charter as data: the principles that members sign.

mod principle;

pub use principle::{Charter, Principle};
