//! Where the statements of two records are known from, once they are in one.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::{Node, deserialize};
use crate::edits::{Change, NewValue};
use crate::records::{Citation, Common, covers, statements};
use crate::route;

/// The changes of A by which each statement keeps its sources, and is inferred only if nobody
/// states it.
pub fn united_provenance(a: &Node, b: &Node) -> Vec<Change> {
    let (common_a, common_b) = (common(a), common(b));
    let mut changes = Vec::new();
    let stated: BTreeSet<String> = names(a).into_iter().collect();
    let mut inferred = common_a.inferred.clone();
    for name in &common_b.inferred {
        let is_stated = stated.iter().any(|own| covers(name, own));
        if !is_stated && !inferred.contains(name) {
            inferred.push(name.clone());
        }
    }
    if inferred != common_a.inferred {
        changes.push(Change::Set(route!["inferred"], texts(inferred)));
    }
    let (own, other) = (supported(&common_a, a), supported(&common_b, b));
    let mut sourced: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let has_same = !own.is_empty() && own.keys().eq(other.keys());
    if has_same && common_a.sourced.iter().next().is_none() {
        return changes;
    }
    for (source, names) in own.into_iter().chain(other) {
        let all = sourced.entry(source).or_default();
        for name in names {
            if !all.iter().any(|known| covers(known, &name)) {
                all.push(name);
            }
        }
    }
    for (source, names) in sourced {
        changes.push(Change::Set(route!["sourced", &source], texts(names)));
    }
    changes
}

/// The statements that each source supports: as the record says, or all of them where it has one
/// source with an id.
fn supported(common: &Common, tree: &Node) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = common
        .sourced
        .iter()
        .map(|(source, names)| (source.to_string(), names.0.clone()))
        .collect();
    let only = match &common.sources[..] {
        [Citation::Id(id)] => Some(id.to_string()),
        [Citation::InPlace(entry)] => entry.id.as_ref().map(ToString::to_string),
        _ => None,
    };
    if let Some(id) = only.filter(|_| found.is_empty()) {
        found.insert(id, names(tree));
    }
    found
}

/// The names of the statements of a record, but those about the record itself.
fn names(tree: &Node) -> Vec<String> {
    let all = statements(tree).into_iter().map(|statement| statement.name);
    all.filter(|name| !["name", "notes"].contains(&name.as_str()) && !covers("aliases", name))
        .collect()
}

fn common(tree: &Node) -> Common {
    deserialize::read(tree).unwrap_or_default()
}

fn texts(items: Vec<String>) -> NewValue {
    NewValue::List(items.into_iter().map(NewValue::Text).collect())
}
