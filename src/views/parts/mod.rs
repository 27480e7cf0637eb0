//! What several views share.

pub mod drawing;
mod known;
pub mod lines;
mod order;
pub mod provenance;
mod scope;

pub use known::years_known;
pub use order::Alphabet;
pub use scope::{filtered, invented, scope};
