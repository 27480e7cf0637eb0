//! One test program; its modules read folders of cases.

mod documents;
mod geography;
mod map;
mod slips;
