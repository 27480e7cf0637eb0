//! What the verbs share: options, output, dates, messages and the French help.

pub(crate) mod clock;
pub(crate) mod command;
pub mod french;
pub(crate) mod output;
pub(crate) mod progress;
pub(crate) mod usage_errors;
