//! One test program; its modules read folders of cases.

mod broken;
mod calendar;
mod checks;
mod documents;
mod figures;
mod french;
mod geography;
mod hostile;
mod map;
mod mentions;
mod odd_files;
mod slips;
mod workspace;
