//! Plain trees in which every node knows its span, read from TOML or YAML and judged against a schema.

pub mod deserialize;
mod document;
pub mod faults;
mod line;
mod mend;
mod names;
mod reading;
mod schema;
mod shape;
mod spelling;
mod toml;
mod toml_events;
mod within;
mod write;
mod yaml;

pub use document::{Entry, Form, Node, Syntax, Value};
pub use mend::apply;
pub use reading::{Limits, Reading};
pub use schema::{KNOWN_KEYWORDS, Kind, Schemas, Shape, ShapeId};
pub use shape::judge;
pub use spelling::{as_id, plain};
pub use within::within;
pub use write::as_toml;

use crate::diagnostic::Finding;

/// Reads one text into a tree; where its syntax is broken there is no tree, only at most five findings.
#[must_use]
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let mut findings = faults::scan(reading);
    if findings.iter().any(|finding| finding.severity == crate::diagnostic::Severity::Error) {
        return (None, findings);
    }
    let (tree, more) = match reading.syntax {
        Syntax::Toml => toml::read(reading),
        Syntax::Yaml => yaml::read(reading),
    };
    findings.extend(more);
    (tree, findings)
}
