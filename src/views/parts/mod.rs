//! What several views share.

pub mod atlas;
mod description;
pub mod drawing;
pub mod lines;
mod order;
pub mod provenance;
mod scope;
mod themes;
pub mod tracing;

pub use order::Alphabet;
pub use scope::{filtered, invented, report_scope, scope};
pub use themes::{ThemeFact, themes, whole};
