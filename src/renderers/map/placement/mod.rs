//! Placement of everything on the map, so that nothing covers anything else.

pub(crate) mod anneal;
pub(crate) mod block;
pub(crate) mod candidate;
pub(crate) mod cells;
pub(crate) mod free_space;
pub(crate) mod land;
pub(crate) mod layout;
pub(crate) mod names;
pub(crate) mod panel;
pub(crate) mod scale;
pub(crate) mod separate;
