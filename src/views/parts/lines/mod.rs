//! A record, line by line, in the reader's language.

mod actor;
mod common;
mod dynamic;
mod published;
pub mod record_lines;
mod territory;

pub use actor::actor;
pub use common::common;
pub use dynamic::{dynamic, roles};
pub use published::published;
pub use territory::territory;
