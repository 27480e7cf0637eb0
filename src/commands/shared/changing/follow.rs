//! Every place that names something, given its new name.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use crate::commands::shared::changing::edit_record::edit_record;
use crate::commands::shared::changing::namings::{named_changes, statement_changes};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::RecordKind;
use crate::network::Network;
use crate::network::queries::naming::Naming;
use crate::records::anchors;
use crate::workspace::Workspace;

/// The places that name something, by file.
#[must_use]
pub fn namings_by_file(
    network: &Network,
    kind: RecordKind,
    id: &str,
) -> BTreeMap<Arc<str>, Vec<Naming>> {
    let mut by_file: BTreeMap<Arc<str>, Vec<Naming>> = BTreeMap::new();
    for naming in network.namings(kind.name(), id) {
        by_file.entry(naming.file.clone()).or_default().push(naming);
    }
    by_file
}

/// Edits every place that names what is renamed, and the statements that have such a name.
///
/// # Errors
/// Returns an error if a record cannot be edited.
pub fn edit_namings(
    draft: &mut Draft,
    kind: RecordKind,
    (old, new): (&str, &str),
    workspace: &Workspace,
) -> Result<()> {
    let (network, language) = (&workspace.network, workspace.language);
    for (file, namings) in namings_by_file(network, kind, old) {
        edit_record(draft, &file, language, |tree| {
            let mut changes = statement_changes(tree, &namings, old, new);
            changes.extend(named_changes(tree, &namings, new)?);
            Ok(changes)
        })?;
    }
    if kind == RecordKind::Territory {
        for text in &network.texts {
            edit_anchors(draft, &text.file, (old, new));
        }
    }
    Ok(())
}

/// Edits the anchors of a report's text that count in a territory.
pub fn edit_anchors(draft: &mut Draft, file: &str, (old, new): (&str, &str)) {
    let Some(source) = draft.read(file) else {
        return;
    };
    let mut text = source.text.clone();
    for anchor in anchors(&source.text).iter().rev() {
        for word in anchor.words.iter().rev() {
            if word.name == "territory" && word.value.as_deref() == Some(old) {
                text.replace_range(word.span.start..word.span.end, &format!("territory={new}"));
            }
        }
    }
    if text != source.text {
        draft.write(file, &text);
    }
}
