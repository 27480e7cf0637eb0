//! Names in `sourced` and `inferred` of statements that the record does not make.

use std::collections::BTreeSet;

use crate::diagnostic::{Route, nearest};
use crate::documents::{Node, Value};
use crate::records::record::{Common, UnknownStatement};
use crate::records::references::statement::{is_statement, item_name, statements};
use crate::route;
use crate::sources::Cut;

/// Number of names up to which each is looked up in the tree. For more, a set of all names in the
/// tree is built once.
const FEW: usize = 16;

/// Returns the unknown names of `inferred` and `sourced`, in this order.
#[must_use]
pub fn unknown_statements(tree: &Node, common: &Common) -> Vec<UnknownStatement> {
    let claimed = claimed_names(common);
    let all_names = (claimed.len() > FEW).then(|| names(tree));
    let unknown: Vec<(&String, Route)> = claimed
        .into_iter()
        .filter(|(name, _)| {
            let is_known = match &all_names {
                Some(names) => names.contains(*name),
                None => leads_to_value(tree, name, true),
            };
            !name.is_empty() && !is_known
        })
        .collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    let known = all_names.unwrap_or_else(|| names(tree));
    unknown
        .into_iter()
        .enumerate()
        .map(|(rank, (name, route))| UnknownStatement {
            name: name.clone(),
            route,
            // The search for a near name is slow, and the first few suggestions show what the other
            // names should be.
            near: if rank < FEW {
                nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
            } else {
                None
            },
        })
        .collect()
}

/// Returns the names in `inferred` and `sourced`, with their routes.
fn claimed_names(common: &Common) -> Vec<(&String, Route)> {
    let inferred = common
        .inferred
        .iter()
        .enumerate()
        .map(|(index, name)| (name, route!["inferred", index]));
    let sourced = common.sourced.iter().flat_map(|(source, names)| {
        let names = names.0.iter().enumerate();
        names.map(move |(index, name)| (name, route!["sourced", source.as_str(), index]))
    });
    inferred.chain(sourced).collect()
}

/// Returns every name in a tree, including those of tables and lists.
fn names(tree: &Node) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for statement in statements(tree) {
        for (dot, _) in statement.name.match_indices('.') {
            names.insert(statement.name.before(dot).to_owned());
        }
        names.insert(statement.name);
    }
    names
}

/// Returns whether a name leads to a value below a node.
fn leads_to_value(node: &Node, name: &str, at_root: bool) -> bool {
    match &node.value {
        Value::Table(entries) => entries.iter().any(|entry| {
            is_statement(&entry.key, at_root) && continues(&entry.node, name, &entry.key)
        }),
        Value::List(items) => items
            .iter()
            .enumerate()
            .any(|(index, item)| continues(item, name, &item_name(item, index))),
        Value::Scalar(..) | Value::Nothing => false,
    }
}

/// Returns whether a name is that of a node, or leads to a value below it. A name may itself
/// contain dots, so that the path cannot be split at them.
fn continues(node: &Node, path: &str, name: &str) -> bool {
    match path.strip_prefix(name) {
        Some("") => true,
        Some(rest) => rest
            .strip_prefix('.')
            .is_some_and(|rest| leads_to_value(node, rest, false)),
        None => false,
    }
}
