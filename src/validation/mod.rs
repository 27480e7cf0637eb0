//! Validation of a loaded workspace, from its checks and criteria to resolved findings.

mod levels;
mod selection;
mod validate;

pub use selection::Selection;
pub use validate::{Validated, ValidationOptions, validate};
