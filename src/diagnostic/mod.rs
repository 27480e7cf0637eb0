//! What we tell the reader: findings, the edits that would mend them, the word that was meant.

mod finding;
mod nearest;
mod suggestion;

pub use finding::{
    At, Edit, Finding, Help, Label, Place, Route, RouteStep, Rule, Severity, Writing,
};
pub use nearest::nearest;
