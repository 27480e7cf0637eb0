//! From records read one by one to one linked network, dangling references included.

pub(crate) mod index;
pub(crate) mod links;
pub(crate) mod raw_records;
