//! Invented workspaces: plausible records of which nothing exists, the same from one seed on every
//! machine.
//!
//! This room knows neither `documents`, so that what it writes is checked by a reader that it does
//! not know, nor `network`, since it reads nothing.

mod actor;
mod call;
mod defect_kinds;
mod defects;
mod dynamic;
mod file;
mod invented_workspace;
mod names;
mod population;
mod published;
mod random;
mod record_builder;
mod records;
mod shared_files;
mod table;
mod territory;
mod words;
mod writer;

pub use defects::Defect;
pub use file::File;
pub use invented_workspace::InventedWorkspace;
pub use records::{Plan, SyntaxChoice};
