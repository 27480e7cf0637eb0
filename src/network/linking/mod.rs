//! From records read one by one to one linked network, dangling references included.

pub(crate) mod index;
pub(crate) mod inside_index;
pub(crate) mod link;
pub(crate) mod raw_records;
pub(crate) mod unresolved;
