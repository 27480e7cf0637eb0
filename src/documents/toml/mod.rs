//! Reading and writing of TOML.

mod events;
pub(crate) mod first_key;
mod limits;
mod scalars;
mod syntax_errors;
mod tables;
pub(crate) mod write;

use crate::diagnostic::Finding;
use crate::documents::reading::Reading;
use crate::documents::tree::Node;

/// Reads a TOML text into a tree. A text with a syntax error has no tree: recovered values are
/// partly invented.
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    match events::read(reading) {
        Some((tree, findings)) => (Some(tree), findings),
        None => (None, syntax_errors::report(reading)),
    }
}
