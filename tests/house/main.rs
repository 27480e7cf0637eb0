//! One test program; its modules read folders of cases.

mod checks;
mod commands;
mod documents;
mod floors;
mod expectations;
mod french;
mod fresh;
mod geography;
mod manual;
mod map;
mod slips;
mod workspace;
