//! The whole trip, written once: texts, trees, records, one network; and back, from places by name to bytes.

mod apart;
mod foundation;
mod judged;
mod people;
mod resolved;
mod trip;

pub use apart::{Apart, charter_at, charter_named};
pub use resolved::{Resolved, resolve, resolve_beside};
pub use trip::{Trip, language_of, read, read_watched, statements};
