//! Edits of records: what is asked is written, and nothing else changes.

mod format;
mod layout;
mod random;
