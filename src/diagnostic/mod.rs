//! Findings, the edits that would fix them, and the search for the word that was meant.

mod finding;
mod identity;
mod nearest;
mod suggestion;

pub use finding::{
    At, Edit, Finding, Help, Label, Place, Route, RouteStep, Rule, Severity, Writing,
};
pub use identity::Identity;
pub use nearest::nearest;
