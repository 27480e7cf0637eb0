//! Records as expressions see them: borrowed, with computed values evaluated on first use.

pub(crate) mod charter;
mod keys;
pub(crate) mod record_view;
pub(crate) mod to_value;
mod verdict;
pub(crate) mod violation;

pub use record_view::RecordView;
pub use verdict::Verdict;
pub use violation::Violation;
