//! The faults of writing that people meet most, told in our own words; one fault one file.

mod fault;

pub mod beyond_limit;
pub mod cut_by_comment;
pub mod date_time;
pub mod duplicate_key;
pub mod empty_value;
pub mod key_below_table;
pub mod missing_key;
pub mod mistyped_value;
pub mod unknown_key;
pub mod unreadable_syntax;
pub mod yaml_beyond_plain;

pub use fault::{Fault, Trouble};

use crate::diagnostic::Finding;
use crate::documents::Reading;

/// Every fault, the most exact first: the first that recognises itself is told.
pub const FAULTS: &[Fault] = &[
    beyond_limit::FAULT,
    date_time::FAULT,
    duplicate_key::FAULT,
    yaml_beyond_plain::FAULT,
    cut_by_comment::FAULT,
    empty_value::FAULT,
    key_below_table::FAULT,
    unknown_key::FAULT,
    missing_key::FAULT,
    mistyped_value::FAULT,
    unreadable_syntax::FAULT,
];

/// Tells a trouble in the words of the first fault that recognises it; the last two recognise all.
#[must_use]
pub fn tell(trouble: &Trouble) -> Finding {
    FAULTS
        .iter()
        .find_map(|fault| (fault.recognise)(trouble))
        .unwrap_or_else(|| unreadable_syntax::of(trouble))
}

/// Faults that are looked for in the bare text, before any parser sees it.
#[must_use]
pub fn scan(_reading: &Reading) -> Vec<Finding> {
    Vec::new()
}
