//! One test program; its modules read folders of cases.

mod geography;
mod map;
