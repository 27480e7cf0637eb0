//! The limits of a tree that was read from TOML.

use crate::diagnostic::Finding;
use crate::documents::hints::beyond_limit;
use crate::documents::reading::Reading;
use crate::documents::tree::{Node, Value};

/// Drops and reports the tables and lists that are too large or too deep; `depth` is that of the
/// node itself.
pub fn enforce_limits<'t>(
    reading: &Reading<'t>,
    node: &mut Node<'t>,
    depth: usize,
    findings: &mut Vec<Finding>,
) {
    let excess = match &node.value {
        Value::Table(entries) => beyond_limit::table(reading, node.span, depth, entries.len()),
        Value::List(items) => beyond_limit::list(reading, node.span, depth, items.len()),
        _ => None,
    };
    if let Some(finding) = excess {
        findings.push(finding);
        node.value = Value::Nothing;
    }
    match &mut node.value {
        Value::Table(entries) => {
            for entry in entries {
                enforce_limits(reading, &mut entry.node, depth + 1, findings);
            }
        }
        Value::List(items) => {
            for item in items {
                enforce_limits(reading, item, depth + 1, findings);
            }
        }
        _ => {}
    }
}
