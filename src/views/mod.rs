//! A report's facts: gathered, counted and ordered, ready for any renderer.

pub mod view;
