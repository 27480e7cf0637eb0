//! The whole trip, written once: texts, trees, records, one network; and back, from places by name to bytes.

mod resolved;
mod trip;

pub use resolved::{Resolved, resolve, resolve_among};
pub use trip::{Trip, read, read_watched};
