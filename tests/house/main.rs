//! One test program; its modules read folders of cases.

#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

mod broken;
mod calendar;
mod checks;
mod documents;
mod expectations;
mod figures;
mod french;
mod fresh;
mod geography;
mod hostile;
mod manual;
mod map;
mod mentions;
mod odd_files;
mod slips;
mod workspace;
