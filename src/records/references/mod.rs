//! References between records: the names that a record mentions, the statements that it makes.

pub(crate) mod lazy_route;
pub(crate) mod mention;
mod mentions;
pub(crate) mod statement;
pub(crate) mod unknown_statements;
