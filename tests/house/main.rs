//! One test program; its modules read folders of cases.

mod checks;
mod documents;
mod french;
mod geography;
mod map;
mod slips;
mod workspace;
