//! Where editors find the schemas of a workspace.

use crate::checks::editor_schemas::{SchemaOptions, schema_text};
use crate::documents::{Syntax, kinds};
use crate::edits::schema_line;
use crate::network::Network;
use crate::sources::Folder;

/// The folder into which schemas for editors are written.
const FOLDER: &str = "schemas/editor";

/// The path of the schema of a kind of file.
#[must_use]
pub fn schema_path(kind: &str) -> String {
    format!("{FOLDER}/{kind}.schema.json")
}

/// The schemas for editors, with the words of a network: path and text of each.
#[must_use]
pub fn editor_schemas(network: &Network, options: SchemaOptions) -> Vec<(String, String)> {
    kinds()
        .map(|kind| (schema_path(kind), schema_text(kind, network, options)))
        .collect()
}

/// The address of the schema of a record, as seen from its path; `None` in a workspace without
/// schemas.
#[must_use]
pub fn schema_address(folder: &Folder, kind: &str, path: &str) -> Option<String> {
    let schema = schema_path(kind);
    folder.has(&schema).then(|| address_from(path, &schema))
}

/// The line for editors at the top of a file.
#[must_use]
pub fn line_for_editors(kind: &str, path: &str) -> String {
    let syntax = Syntax::of(path).unwrap_or(Syntax::Toml);
    schema_line(&address_from(path, &schema_path(kind)), syntax)
}

/// The way from a file to another one, both below the root.
#[must_use]
pub fn address_from(path: &str, to: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    let up = if up.is_empty() { "./" } else { &up };
    format!("{up}{to}")
}
