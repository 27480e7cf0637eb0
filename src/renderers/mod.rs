//! Finished values made visible; renderers decide nothing.

pub mod charts;
pub mod csv;
pub mod drawing;
pub mod findings;
#[cfg(any(feature = "pdf", feature = "png"))]
pub mod fonts;
pub mod format;
pub mod graph_files;
pub mod ics;
pub mod lost;
pub mod map;
pub mod mark;
pub mod odt;
pub mod page;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod pictures;
#[cfg(feature = "png")]
pub mod png;
pub mod prose;
pub mod rows;
pub mod safe;
pub mod table;
pub mod text;
pub mod unified_diff;
