//! Validation of a loaded workspace, from its checks and criteria to resolved findings, and their
//! comparison with those of another state of the records.

mod baseline;
mod levels;
mod novelty;
mod selection;
mod validate;

pub use baseline::Baseline;
pub use novelty::{Novelty, identities};
pub use selection::Selection;
pub use validate::{Validated, ValidationOptions, validate};
