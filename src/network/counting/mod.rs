//! What is counted: one rule a figure, printed under the figure.

pub mod daily_counts;
pub mod figures;
pub mod growth;
pub mod prose;
pub mod resources;
pub(crate) mod yearly;
