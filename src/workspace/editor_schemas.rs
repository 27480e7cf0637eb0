//! The schemas that `apes schema --write` left in a workspace for editors.

use std::sync::Arc;

use crate::documents::{Limits, kinds};
use crate::network::EditorSchema;
use crate::sources::Folder;

/// Their folder, in which no vocabulary and no charter is looked for.
pub const FOLDER: &str = "schemas/editor";

/// The path of the schema of a kind of file.
#[must_use]
pub fn path_of(kind: &str) -> String {
    format!("{FOLDER}/{kind}.schema.json")
}

/// Reads those that are there. One that cannot be read is none: no record depends on it.
pub(super) fn read(folder: &Folder) -> Vec<EditorSchema> {
    if !folder.has(FOLDER) {
        return Vec::new();
    }
    let written = kinds().filter_map(|kind| {
        let path = path_of(kind);
        let source = folder.read(&path, Limits::BYTES).ok()?;
        Some(EditorSchema {
            file: Arc::from(path),
            kind,
            text: source.text.clone(),
        })
    });
    written.collect()
}
