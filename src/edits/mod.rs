//! Edits of a text: a value is set, removed, appended or renamed, and no other byte changes.
//!
//! Each edit is computed twice. The libraries that keep layout, `toml_edit` and `yaml-edit`, are
//! asked first; a guard reads their answer back with our own reader. If any value differs from what
//! was asked, or a byte changed outside the edited place, splices at the bytes that our reader
//! knows give the answer, behind the same guard.

mod change;
mod convert;
mod format;
mod fresh;
mod guard;
mod library;
mod model;
mod new_value;
mod read;
mod refusal;
mod splice;
pub mod typed;

pub use change::Change;
pub use convert::{Converted, converted, schema_line};
pub use format::formatted;
pub use fresh::FreshRecord;
pub use guard::{edit, edit_all};
pub use model::canonical_route;
pub use new_value::NewValue;
pub use refusal::Refusal;
