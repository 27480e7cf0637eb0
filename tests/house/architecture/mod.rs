//! The laws of the code, held against its text: who may import whom, how long a file may be, what may be done where.

mod circles;
mod root;
mod rules;
mod source_file;
