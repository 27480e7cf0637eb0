//! One test program; its modules read folders of cases.

mod broken;
mod checks;
mod documents;
mod french;
mod geography;
mod map;
mod mentions;
mod slips;
mod workspace;
