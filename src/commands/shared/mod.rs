//! Modules that the verbs share: options, outputs, dates, messages, French help.

pub(crate) mod clock;
pub(crate) mod command;
pub(crate) mod completeness;
pub(crate) mod excerpts;
pub mod french;
pub(crate) mod output;
pub(crate) mod progress;
pub(crate) mod usage_errors;
