//! One test program; its modules read folders of cases.

#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

mod broken;
mod checks;
mod documents;
mod expectations;
mod french;
mod fresh;
mod geography;
mod manual;
mod map;
mod mentions;
mod slips;
mod workspace;
