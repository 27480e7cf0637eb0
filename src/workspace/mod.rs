//! A workspace: loaded from a folder into one network, and its places resolved back to bytes.

mod batch;
pub(crate) mod charter_file;
pub mod commit;
pub(crate) mod load;
pub mod outlines;
pub(crate) mod parse_and_check;
mod people;
pub(crate) mod resolve;
mod schemas;
pub(crate) mod shared_files;

pub use charter_file::{LoadedCharter, charter_at, charter_named};
pub use load::{
    Workspace, checked_tree, language_of, load, load_with_progress, people_folder_of, statements,
};
pub use resolve::{Resolved, resolve, resolve_with};
