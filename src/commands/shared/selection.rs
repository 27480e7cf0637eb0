//! The checks and files that a command is asked to keep to.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::checks;
use crate::commands::shared::command::did_you_mean;
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::Workspace;

/// Refuses a name that no check has: mistyped, it would select nothing or everything.
///
/// # Errors
/// Returns an error if no check has the name.
pub fn require_check(name: &str, workspace: &Workspace) -> Result<()> {
    let (network, language) = (&workspace.network, workspace.language);
    if checks::names(network).any(|known| known == name) {
        return Ok(());
    }
    let suggestion = did_you_mean(nearest(name, checks::names(network)), language);
    let name = safe::line(name);
    bail!(say!(language,
        fr: "il n'y a pas de contrôle nommé `{name}`{suggestion}",
        en: "there is no check named `{name}`{suggestion}"))
}

/// The given paths, below the root of the workspace.
///
/// # Errors
/// Returns an error if a path does not exist in the workspace.
pub fn paths_below(folder: &Folder, paths: &[PathBuf], language: Language) -> Result<Vec<String>> {
    let mut below = Vec::new();
    for path in paths {
        let Some(inside) = folder.below(path) else {
            let path = safe::line(&path.to_string_lossy());
            bail!(say!(language,
                fr: "`{path}` n'existe pas dans cet espace de travail",
                en: "`{path}` is not in this workspace"));
        };
        below.push(inside);
    }
    Ok(below)
}
