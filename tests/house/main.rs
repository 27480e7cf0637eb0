//! One test program; its modules read folders of cases.

mod checks;
mod commands;
mod documents;
mod expectations;
mod findings;
mod floors;
mod french;
mod fresh;
mod geography;
mod manual;
mod map;
mod readme;
mod slips;
mod workspace;
