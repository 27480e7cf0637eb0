//! One test program; its modules read folders of cases.

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
