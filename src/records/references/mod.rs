//! Names by which a record points at others, and the statements that a record makes.

pub(crate) mod mention;
pub(crate) mod mentions;
pub(crate) mod statement;
