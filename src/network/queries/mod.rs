//! Questions about linked records: each answered here once, for checks, criteria, reports and lists alike.

pub(crate) mod areas;
pub(crate) mod around;
pub(crate) mod cooperation_graph;
pub mod freshness;
pub mod grants;
pub(crate) mod observations;
pub(crate) mod questions;
pub(crate) mod stage_progress;
