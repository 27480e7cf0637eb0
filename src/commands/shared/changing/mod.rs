//! Changes of records by verbs: typed assignments, names, and the check before anything is written.

mod assignment;
mod edit_record;
mod follow;
mod ids;
mod names;
mod namings;
mod without;
mod write_checked;

pub use assignment::{Assignment, add_changes, key_route, node_at, set_changes};
pub use edit_record::{apply_changes, edit_record};
pub use follow::{edit_anchors, edit_namings, namings_by_file};
pub use ids::{leave_alias, require_free, require_intact, require_known};
pub use names::WorkspaceNames;
pub use namings::statement_changes;
pub use without::remove_namings;
pub use write_checked::{WriteOptions, write_checked};
