//! Questions about linked records, each answered once for checks, criteria, reports and lists.

pub(crate) mod actors;
pub(crate) mod areas;
pub(crate) mod completeness;
pub(crate) mod cooperation_graph;
pub(crate) mod copies;
pub(crate) mod countability;
pub(crate) mod deadlines;
pub mod duplicates;
pub mod freshness;
pub mod grants;
pub(in crate::network) mod inside;
pub mod naming;
pub(crate) mod nearest_home;
pub(crate) mod observations;
pub(crate) mod partner_counts;
pub(crate) mod period_rows;
pub(crate) mod publications;
pub(crate) mod records;
pub mod search;
pub(crate) mod stage_progress;
pub(crate) mod territories;
pub mod translations;
