//! Validation of a loaded workspace: checks, criteria, resolved findings, what of them is new.

mod baseline;
mod levels;
mod novelty;
mod selection;
mod validate;

pub use baseline::Baseline;
pub use novelty::{Novelty, identities};
pub use selection::Selection;
pub use validate::{Validated, ValidationOptions, validate};
