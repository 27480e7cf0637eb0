//! The changes that give another name wherever a record names something.

use anyhow::{Result, anyhow};

use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Node, Value};
use crate::edits::{Change, NewValue, canonical_route};
use crate::network::queries::naming::Naming;

/// The changes of the places that name something. Keys come last, since the routes of other places
/// lead through them.
///
/// # Errors
/// Returns an error if a place is not in the tree, which would be an error of the program.
pub fn named_changes(tree: &Node, namings: &[Naming], new: &str) -> Result<Vec<Change>> {
    let mut changes = Vec::with_capacity(namings.len());
    for naming in namings {
        let route =
            canonical_route(tree, &naming.route).ok_or_else(|| anyhow!("{}", naming.route))?;
        changes.push(if naming.is_key {
            Change::RenameKey(route, new.to_owned())
        } else {
            Change::Set(route, NewValue::Text(new.to_owned()))
        });
    }
    changes.sort_by_key(|change| match change {
        // The deepest key first: the others are on its way.
        Change::RenameKey(route, _) => (1, usize::MAX - route.0.len()),
        _ => (0, 0),
    });
    Ok(changes)
}

/// The changes of `inferred` and `sourced` where they name a statement by a name that changes:
/// `partners.OLD`.
pub fn statement_changes(tree: &Node, namings: &[Naming], old: &str, new: &str) -> Vec<Change> {
    let prefixes: Vec<String> = namings
        .iter()
        .filter_map(|naming| statement_name(naming, old))
        .collect();
    let mut changes = Vec::new();
    for (route, name) in named_statements(tree) {
        let renamed = prefixes.iter().find_map(|prefix| {
            let rest = name.strip_prefix(prefix.as_str())?;
            let is_whole = rest.is_empty() || rest.starts_with('.');
            let above = prefix.strip_suffix(old)?;
            is_whole.then(|| format!("{above}{new}{rest}"))
        });
        changes.extend(renamed.map(|name| Change::Set(route, NewValue::Text(name))));
    }
    changes
}

/// The name of the statement at a place, where it ends with what is named: that of a key, or of an
/// item of a list of texts.
fn statement_name(naming: &Naming, old: &str) -> Option<String> {
    let (last, above) = naming.route.0.split_last()?;
    let mut names: Vec<&str> = Vec::new();
    for step in above {
        match step {
            RouteStep::Key(key) => names.push(key),
            RouteStep::Item(_) => return None,
        }
    }
    match last {
        RouteStep::Key(_) if !naming.is_key => return None,
        RouteStep::Key(_) | RouteStep::Item(_) => names.push(old),
    }
    Some(names.join("."))
}

/// Every name in `inferred` and `sourced`, with its place.
fn named_statements<'n>(tree: &'n Node) -> Vec<(Route, &'n str)> {
    let mut found = Vec::new();
    let top = Route::default();
    if let Some(entry) = tree.entry("inferred") {
        collect(&entry.node, &top.then("inferred"), &mut found);
    }
    if let Some(Value::Table(sources)) = tree.entry("sourced").map(|entry| &entry.node.value) {
        for entry in sources {
            let route = top.then("sourced").then(&*entry.key);
            collect(&entry.node, &route, &mut found);
        }
    }
    found
}

fn collect<'n>(node: &'n Node, route: &Route, found: &mut Vec<(Route, &'n str)>) {
    match &node.value {
        Value::Scalar(_, name) => found.push((route.clone(), name)),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &route.then(index), found);
            }
        }
        Value::Table(_) | Value::Nothing => {}
    }
}
