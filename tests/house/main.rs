//! One test program; its modules read folders of cases.

mod broken;
mod checks;
mod documents;
mod french;
mod geography;
mod hostile;
mod map;
mod mentions;
mod odd_files;
mod slips;
mod workspace;
