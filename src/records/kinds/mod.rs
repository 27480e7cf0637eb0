//! The kinds of record, one file each.

pub(crate) mod actor;
pub(crate) mod dynamic;
pub(crate) mod person;
pub(crate) mod published;
pub(crate) mod territory;
