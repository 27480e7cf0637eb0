//! Changes of records by verbs: typed assignments, names, and the check before anything is written.

mod assignment;
mod edit_record;
mod names;
mod namings;
mod write_checked;

pub use assignment::{Assignment, add_changes, key_route, set_changes};
pub use edit_record::edit_record;
pub use names::WorkspaceNames;
pub use namings::{named_changes, statement_changes};
pub use write_checked::{WriteOptions, write_checked};
