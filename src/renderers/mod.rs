//! Finished values made visible; renderers decide nothing.

pub mod charts;
pub mod csv;
pub mod findings;
pub mod graph_files;
pub mod map;
pub mod page;
#[cfg(feature = "png")]
pub mod png;
pub mod prose;
pub mod safe;
pub mod table;
pub mod text;
