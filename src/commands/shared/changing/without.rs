//! Names of something taken out of every record that has them.

use std::sync::Arc;

use anyhow::Result;

use crate::commands::shared::changing::assignment::node_at;
use crate::commands::shared::changing::edit_record::edit_record;
use crate::commands::shared::changing::namings::statement_changes;
use crate::commands::shared::draft::Draft;
use crate::diagnostic::Route;
use crate::documents::{Node, Value, deserialize};
use crate::edits::{Change, canonical_route};
use crate::language::Language;
use crate::network::queries::naming::Naming;
use crate::records::{Common, unknown_statements};
use crate::sources::Cut;
use crate::workspace;

/// Takes the names of something out of a file, with the statements that they make, and with what
/// `inferred` and `sourced` say of these.
///
/// # Errors
/// Returns an error if the file cannot be edited.
pub fn remove_namings(
    draft: &mut Draft,
    file: &Arc<str>,
    namings: &[Naming],
    id: &str,
    language: Language,
) -> Result<()> {
    remove_statements(draft, file, namings, id, language)?;
    let had_unknown = unknown_names(draft, file, language);
    let mut namings = namings.to_vec();
    // The last item of a list first: those before it keep their places.
    namings.sort_by(|one, other| other.route.0.cmp(&one.route.0));
    for naming in &namings {
        edit_record(draft, file, language, |tree| {
            Ok(removal(tree, naming).into_iter().collect())
        })?;
    }
    // What `inferred` and `sourced` said of a table that is now gone.
    for (name, _) in unknown_names(draft, file, language) {
        if had_unknown.iter().all(|(known, _)| *known != name) {
            let place = unknown_names(draft, file, language);
            if let Some((_, route)) = place.into_iter().find(|(found, _)| *found == name) {
                edit_record(draft, file, language, |tree| {
                    Ok(removal_of_name(tree, route).into_iter().collect())
                })?;
            }
        }
    }
    Ok(())
}

/// Takes the names of statements about something out of `inferred` and `sourced`.
fn remove_statements(
    draft: &mut Draft,
    file: &str,
    namings: &[Naming],
    id: &str,
    language: Language,
) -> Result<()> {
    loop {
        let mut is_over = true;
        edit_record(draft, file, language, |tree| {
            let named = statement_changes(tree, namings, id, "");
            let last = named.last().map(|change| change.route().clone());
            is_over = last.is_none();
            let change = last.and_then(|route| removal_of_name(tree, route));
            Ok(change.into_iter().collect())
        })?;
        if is_over {
            return Ok(());
        }
    }
}

/// The names in `inferred` and `sourced` that name nothing, with their places.
fn unknown_names(draft: &Draft, file: &str, language: Language) -> Vec<(String, Route)> {
    let Some(source) = draft.read(file) else {
        return Vec::new();
    };
    let Some(tree) = workspace::checked_tree(&source, language) else {
        return Vec::new();
    };
    let common: Common = deserialize::read(&tree).unwrap_or_default();
    unknown_statements(&tree, &common)
        .into_iter()
        .map(|unknown| (unknown.name, unknown.route))
        .collect()
}

/// The change that removes the name of a statement, with the list or table that it would leave
/// empty.
fn removal_of_name(tree: &Node, route: Route) -> Option<Change> {
    let naming = Naming {
        file: Arc::from(""),
        route,
        is_key: true,
    };
    removal(tree, &naming)
}

/// The change that removes a name, with the list that it would leave empty; of a key, with the
/// table.
fn removal(tree: &Node, naming: &Naming) -> Option<Change> {
    let mut route = canonical_route(tree, &naming.route)?;
    while route.0.len() > 1 {
        let above = Route(route.0.before(route.0.len() - 1).to_vec());
        let is_only = match node_at(tree, &above).map(|node| &node.value) {
            Some(Value::List(items)) => items.len() == 1,
            // Any other table says something by being there: an agreement, a membership.
            Some(Value::Table(entries)) => naming.is_key && entries.len() == 1,
            _ => false,
        };
        if !is_only {
            break;
        }
        route = above;
    }
    Some(Change::Remove(route))
}
