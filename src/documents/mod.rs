//! Plain trees in which every node knows its span, read from TOML or YAML and judged against a
//! schema.

pub(crate) mod apply_edits;
pub mod deserialize;
mod document;
pub(crate) mod escape_offsets;
pub mod hints;
pub(crate) mod line_tokens;
mod names;
mod reading;
mod schema;
mod shape;
mod spelling;
mod toml;
mod toml_events;
mod write;
mod yaml;

pub use apply_edits::apply;
pub use document::{Entry, Node, ScalarForm, Syntax, Value};
pub use escape_offsets::within;
pub use reading::{Limits, Reading};
pub use schema::{KNOWN_KEYWORDS, Kind, Schemas, Shape, ShapeId};
pub use shape::judge;
pub use spelling::{as_id, plain};
pub use write::as_toml;

use crate::diagnostic::Finding;

/// Reads one text into a tree; where its syntax is broken there is no tree, only at most five
/// findings.
#[must_use]
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let mut findings = hints::scan(reading);
    if findings
        .iter()
        .any(|finding| finding.severity == crate::diagnostic::Severity::Error)
    {
        return (None, findings);
    }
    let (tree, more) = match reading.syntax {
        Syntax::Toml => toml::read(reading),
        Syntax::Yaml => yaml::read(reading),
    };
    findings.extend(more);
    (tree, findings)
}
