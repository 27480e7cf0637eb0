//! Map in a terminal.

pub(crate) mod braille;
mod key;
pub(crate) mod screen;
pub(crate) mod sketch;
