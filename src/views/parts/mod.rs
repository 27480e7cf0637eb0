//! What several views share.

pub mod atlas;
mod description;
pub mod drawing;
mod known;
pub mod lines;
pub mod means;
mod order;
pub mod provenance;
mod scope;
pub mod tracing;

pub use known::years_known;
pub use order::Alphabet;
pub use scope::{filtered, invented, report_scope, scope};
