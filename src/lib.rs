//! `apes`: plain-text records of territorial cooperation, validated, mapped, reported.
//!
//! A river with one bend:
//!
//! ```text
//! sources ─▶ documents ─▶ records ─▶ network ─┬▶ checks  ─▶ findings ─┐
//! texts       trees with   typed,     all      └▶ views   ─▶ facts ────┴▶ renderers ─▶ output
//!             spans,       plain      linked
//!             checked
//! ```
//!
//! One folder is one stage, one file one idea. ARCHITECTURE.md lists what each folder may import,
//! and a test holds the code to it.

pub mod calendar;
pub mod charter;
pub mod checks;
pub mod commands;
pub mod demo;
pub mod diagnostic;
pub mod documents;
pub mod edits;
pub mod geography;
pub mod language;
pub mod network;
pub mod records;
pub mod renderers;
pub mod sources;
pub mod validation;
pub mod views;
pub mod workspace;
