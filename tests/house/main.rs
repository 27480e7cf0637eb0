//! One test program; its modules read folders of cases.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod architecture;
mod articulation_points;
mod attacks;
mod begin;
mod broken;
mod browser;
mod calendar;
mod calendars;
mod certainty;
mod changes;
mod charter;
mod charter_verbs;
mod checks;
mod commands;
mod corpora;
mod counter;
mod determinism;
mod documents;
mod edits;
mod expectations;
mod figures;
mod finding;
mod findings;
mod fix;
mod foreign;
#[cfg(feature = "history")]
mod forges;

mod french;
mod geography;
#[cfg(feature = "history")]
mod git;
mod golden;
mod grants;
mod graphs;
mod growth;
mod hostile;
mod incomplete;
mod knowing;
mod lang;
mod manual;
mod map;
mod mentions;
mod numbers_in_prose;
mod odd_files;
mod offered_edits;
mod outputs;
mod papers;
mod people;
mod plain_toml;
mod properties;
mod readme;
mod reconcile;
mod rename;
mod reports;
mod scale;
mod shapes;
mod sheets;
mod slips;
mod small_terminals;
mod stages;
mod statements;
mod tables;
mod template_limits;
mod templates;
mod texts;
mod typed;
mod validate_output;
mod waivers;
mod workspace;
mod workspaces;
mod writing;
mod years;
