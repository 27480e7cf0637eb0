//! Edits of records: what is asked is written, and nothing else changes.

mod layout;
mod random;
