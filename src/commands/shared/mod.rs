//! Modules that the verbs share: options, outputs, dates, messages, French help.

pub(crate) mod asking;
pub(crate) mod changing;
pub(crate) mod clock;
pub(crate) mod command;
pub(crate) mod completeness;
pub(crate) mod draft;
pub(crate) mod editor_schemas;
pub(crate) mod excerpts;
pub(crate) mod files;
pub mod french;
pub(crate) mod fresh_territory;
pub(crate) mod layout;
pub mod migration;
pub(crate) mod named_record;
pub mod naming;
pub(crate) mod official_area;
pub(crate) mod output;
pub(crate) mod progress;
pub(crate) mod record_kind;
pub(crate) mod report_list;
pub(crate) mod selection;
pub mod topics;
pub(crate) mod typed_words;
pub(crate) mod usage_errors;
