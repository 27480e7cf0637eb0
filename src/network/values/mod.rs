//! Records as expressions read them: borrowed, with computed fields evaluated when they are read.

mod compile_charter;
mod keys;
mod record_view;
mod to_value;
mod verdict;
mod violation;

pub use record_view::RecordView;
pub use verdict::Verdict;
pub use violation::Violation;
