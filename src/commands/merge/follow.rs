//! All that names B names A: keys and items that A has already are united with those of B.

use std::sync::Arc;

use anyhow::{Result, bail};

use crate::commands::merge::unite::Union;
use crate::commands::shared::changing::{
    WorkspaceNames, edit_record, namings_by_file, node_at, remove_namings, statement_changes,
};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Node, Value};
use crate::edits::{Change, NewValue, canonical_route};
use crate::network::queries::naming::Naming;
use crate::say;
use crate::workspace::{Workspace, schema_at};

/// Takes the names of each other out of two records: what becomes one cannot name itself.
pub fn drop_own_names(
    draft: &mut Draft,
    (file_a, file_b): &(Arc<str>, Arc<str>),
    (kind, a, b): (RecordKind, &str, &str),
    workspace: &Workspace,
) -> Result<()> {
    if kind == RecordKind::Source {
        return Ok(());
    }
    for (file, id) in [(file_a, b), (file_b, a), (file_a, a), (file_b, b)] {
        let named = namings_by_file(&workspace.network, kind, id);
        if let Some(namings) = named.get(file) {
            remove_namings(draft, file, namings, id, workspace.language)?;
        }
    }
    Ok(())
}

/// Edits every place that names B, but in the files that are gone.
pub fn follow(
    draft: &mut Draft,
    gone: &Arc<str>,
    (kind, a, b): (RecordKind, &str, &str),
    workspace: &Workspace,
) -> Result<()> {
    let names = WorkspaceNames(workspace);
    let language = workspace.language;
    for (file, mut namings) in namings_by_file(&workspace.network, kind, b) {
        if kind != RecordKind::Source && file == *gone {
            continue;
        }
        follow_statements(draft, &file, &namings, (a, b), workspace)?;
        // The last item of a list first, and the deepest key: the other routes stay right.
        namings.sort_by(|one, other| other.route.0.cmp(&one.route.0));
        for naming in &namings {
            edit_record(draft, &file, language, |tree| {
                let mut union = Union::new(schema_at(&file), &names);
                let changes = renamed(tree, naming, a, &mut union);
                if let Some(open) = union.contradictions.first() {
                    let route = &open.route;
                    bail!(say!(language,
                        fr: "`{file}` dit deux choses de `{route}`\u{a0}: les accorder d'abord",
                        en: "`{file}` says two things of `{route}`: make them agree first"));
                }
                Ok(changes)
            })?;
        }
    }
    Ok(())
}

/// The changes by which a place names A.
fn renamed(tree: &Node, naming: &Naming, a: &str, union: &mut Union) -> Vec<Change> {
    let Some(route) = canonical_route(tree, &naming.route) else {
        return Vec::new();
    };
    let Some((last, above)) = route.0.split_last() else {
        return Vec::new();
    };
    let above = Route(above.to_vec());
    if naming.is_key {
        let sibling = above.then(a);
        return match (node_at(tree, &sibling), node_at(tree, &route)) {
            (Some(own), Some(other)) => {
                union.values(own, other, &sibling);
                let mut changes = std::mem::take(&mut union.changes);
                changes.push(Change::Remove(route));
                changes
            }
            _ => vec![Change::RenameKey(route, a.to_owned())],
        };
    }
    let is_there = match (last, node_at(tree, &above).map(|node| &node.value)) {
        (RouteStep::Item(_), Some(Value::List(items))) => {
            let own = NewValue::Text(a.to_owned());
            items.iter().any(|item| own.is_read_as(item))
        }
        _ => false,
    };
    if is_there {
        vec![Change::Remove(route)]
    } else {
        vec![Change::Set(route, NewValue::Text(a.to_owned()))]
    }
}

/// Edits the names of statements in `inferred` and `sourced`, each of which is there once.
fn follow_statements(
    draft: &mut Draft,
    file: &str,
    namings: &[Naming],
    (a, b): (&str, &str),
    workspace: &Workspace,
) -> Result<()> {
    loop {
        let mut is_over = true;
        edit_record(draft, file, workspace.language, |tree| {
            let Some(change) = statement_changes(tree, namings, b, a).pop() else {
                return Ok(Vec::new());
            };
            is_over = false;
            Ok(vec![once(tree, change)])
        })?;
        if is_over {
            return Ok(());
        }
    }
}

/// A change of an item, or its removal where the list has the item already.
fn once(tree: &Node, change: Change) -> Change {
    if let Change::Set(route, value) = &change
        && let Some((RouteStep::Item(_), above)) = route.0.split_last()
        && let Some(Value::List(items)) =
            node_at(tree, &Route(above.to_vec())).map(|node| &node.value)
        && items.iter().any(|item| value.is_read_as(item))
    {
        return Change::Remove(route.clone());
    }
    change
}
