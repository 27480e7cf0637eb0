//! Modules that the verbs share: options, outputs, dates, messages, French help.

pub(crate) mod changing;
pub(crate) mod clock;
pub(crate) mod command;
pub(crate) mod completeness;
pub(crate) mod draft;
pub(crate) mod excerpts;
pub(crate) mod files;
pub mod french;
pub(crate) mod named_record;
pub(crate) mod output;
pub(crate) mod progress;
pub(crate) mod selection;
pub(crate) mod usage_errors;
