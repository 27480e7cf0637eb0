//! The order that a schema gives to the keys of a table.

use crate::diagnostic::Route;
use crate::documents::ShapeKind;
use crate::edits::typed::shapes_at;

/// The rank of a key in the table at a route. Keys that the schema does not name, such as the
/// actors of `partners`, share the last rank and keep the order in which they are written.
pub fn rank(kind: &str, table: &Route, key: &str) -> usize {
    shapes_at(kind, table)
        .iter()
        .find_map(|shape| match &shape.kind {
            ShapeKind::Table(table) => table.keys.iter().position(|(name, _)| name == key),
            _ => None,
        })
        .unwrap_or(usize::MAX)
}
