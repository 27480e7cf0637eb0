//! Counting: one rule a figure, printed under the figure.

pub mod anchors;
pub mod daily_counts;
pub mod figures;
pub mod growth;
pub mod resources;
pub(crate) mod yearly;
