//! What several views share.

pub mod atlas;
mod description;
pub mod drawing;
mod kinds;
pub mod lines;
mod order;
pub mod provenance;
mod scope;
mod sizes;
mod tints;

pub use order::Alphabet;
pub use scope::{filtered, invented, scope};
use kinds::Kinds;
use sizes::Sizes;
use tints::Tints;
