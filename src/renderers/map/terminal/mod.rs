//! The map in a terminal.

pub(crate) mod braille;
pub(crate) mod sketch;
