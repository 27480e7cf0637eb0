//! A workspace: loaded from a folder into one network, and its places resolved back to bytes.

mod alone;
mod batch;
pub(crate) mod charter_file;
pub mod commit;
pub mod editor_schemas;
mod format;
pub(crate) mod load;
pub mod outlines;
pub(crate) mod parse_and_check;
mod people;
pub(crate) mod resolve;
pub mod revision;
mod schemas;
pub(crate) mod shared_files;
mod strays;

pub use alone::{shared_charter, shared_sources, shared_vocabulary};
pub use charter_file::{LoadedCharter, charter_at, charter_named};
pub use format::{FORMAT, declared_format};
pub use load::{
    Workspace, checked_tree, content, language_of, load, load_with_progress, people_folder_of,
    statements,
};
pub use resolve::{Resolved, resolve, resolve_with};
pub use schemas::schema_at;
