//! Trees with spans, read from TOML or YAML and validated against the published schemas.

pub(crate) mod apply_edits;
mod code_spelling;
pub mod deserialize;
mod escape_offsets;
pub mod hints;
mod item_span;
mod line_tokens;
mod reading;
mod schema;
mod spelling;
mod syntax;
mod text_edits;
mod toml;
mod tree;
mod yaml;
mod yaml_blocks;
mod yaml_scalars;
mod yaml_syntax;

pub use apply_edits::apply;
pub use escape_offsets::file_span;
pub use item_span::item_span;
pub use reading::{Limits, Reading};
pub use schema::fit::fits;
pub use schema::{
    Bundle, KNOWN_KEYWORDS, KeyReference, MARK, Pattern, Schemas, Shape, ShapeId, ShapeKind,
    TopKey, bundled, described, embedded_schemas, key_references, keys_called, kinds, other_names,
    read_as, top_keys, validate,
};
pub use spelling::{as_id, bare, date, number, plain, unaccented};
pub use syntax::Syntax;
pub use toml::write::as_toml;
pub use tree::{Entry, Node, ScalarForm, Value};

use crate::diagnostic::{Finding, Severity};

/// Reads a text into a tree. A text with a syntax error has no tree, only findings,
/// [`Limits::SYNTAX_ERRORS`] at most.
#[must_use]
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let mut findings = hints::scan(reading);
    if findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        return (None, findings);
    }
    let (tree, parse_findings) = match reading.syntax {
        Syntax::Toml => toml::read(reading),
        Syntax::Yaml => yaml::read(reading),
    };
    findings.extend(match tree {
        Some(_) => parse_findings,
        None => hints::scan_unreadable(reading, parse_findings),
    });
    (tree, findings)
}
