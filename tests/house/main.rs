//! One test program; its modules read folders of cases.

#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

mod articulation_points;
mod attacks;
mod broken;
mod browser;
mod calendar;
mod charter;
mod charter_verbs;
mod checks;
mod commands;
mod counter;
mod determinism;
mod documents;
mod expectations;
mod figures;
mod findings;
mod floors;
mod french;
mod fresh;
mod geography;
#[cfg(feature = "history")]
mod git;
mod grants;
mod hostile;
mod manual;
mod map;
mod mentions;
mod narrow;
mod odd_files;
mod papers;
mod people;
mod plain_toml;
mod readme;
mod reconcile;
mod reports;
mod scale;
mod shapes;
mod sheets;
mod slips;
mod spoken;
mod statements;
mod templates;
mod texts;
mod typed;
mod waivers;
mod workspace;
mod workspaces;
mod years;
