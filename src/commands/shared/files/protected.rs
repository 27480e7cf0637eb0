//! What no output may replace: records, and all else that a workspace is read from.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};

use crate::commands::shared::command::RunContext;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace;

/// Folders of a workspace from which it is read, or in which git keeps it.
const FOLDERS: [&str; 5] = ["territories", "schemas", "templates", "geography", ".git"];
/// Files of a workspace from which it is read.
const FILES: [&str; 1] = ["apes.toml"];

/// Refuses an output among the records or the settings of a workspace, be it the one that is read
/// or another one.
///
/// # Errors
/// Returns an error if the path is there.
pub fn require_outside_records(
    path: &Path,
    context: &RunContext,
    language: Language,
) -> Result<()> {
    let Some(path) = real_path(path) else {
        return Ok(());
    };
    let around = path.parent().and_then(Folder::containing);
    let asked = context.folder().ok();
    for workspace in around.iter().chain(&asked) {
        if is_read_from(workspace, &path) {
            let shown = safe::line(&path.to_string_lossy());
            bail!(say!(language,
                fr: "`{shown}` est parmi les fiches et les réglages d'un espace de travail\u{a0}: \
                    rien d'autre ne s'y écrit",
                en: "`{shown}` is among the records and settings of a workspace: nothing else is \
                    written there"));
        }
    }
    Ok(())
}

fn is_read_from(workspace: &Folder, path: &Path) -> bool {
    let root = fs::canonicalize(workspace.root()).ok();
    let below = root.as_ref().and_then(|root| path.strip_prefix(root).ok());
    let is_inside = below.is_some_and(|below| {
        FILES.iter().any(|file| below == Path::new(file))
            || FOLDERS.iter().any(|folder| below.starts_with(folder))
    });
    let people = workspace::people_folder_of(workspace);
    let people = people.and_then(|people| fs::canonicalize(people).ok());
    is_inside || people.is_some_and(|people| path.starts_with(people))
}

/// The path without links, of which the last parts may not exist; `None` if it cannot be told.
fn real_path(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let (above, real) = path
        .ancestors()
        .find_map(|above| Some((above, fs::canonicalize(above).ok()?)))?;
    let rest = path.strip_prefix(above).ok()?;
    let is_plain = rest
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    is_plain.then(|| real.join(rest))
}
