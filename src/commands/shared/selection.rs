//! The checks and files that a command is asked to keep to.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::checks;
use crate::commands::shared::command::{did_you_mean, eprint};
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::records::{FileKind, classify_path};
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

/// The given paths, below the root of the workspace, and the ids of the records at those that do
/// not exist: a hook also names the files that a commit deletes.
///
/// # Errors
/// Returns an error if a path is outside the workspace.
pub fn paths_below(
    folder: &Folder,
    paths: &[PathBuf],
    language: Language,
) -> Result<(Vec<String>, Vec<String>)> {
    let (mut below, mut gone) = (Vec::new(), Vec::new());
    for path in paths {
        let Some(inside) = folder.below(path).or_else(|| folder.below_if_gone(path)) else {
            let path = safe::line(&path.to_string_lossy());
            bail!(say!(language,
                fr: "`{path}` n'est pas dans cet espace de travail",
                en: "`{path}` is not in this workspace"));
        };
        if !folder.has(&inside) {
            eprint(&not_there(folder, &inside, language));
            let kind = classify_path(&inside).ok();
            gone.extend(kind.and_then(|kind| kind.id().map(str::to_owned)));
        }
        below.push(inside);
    }
    Ok((below, gone))
}

/// Says that there is no file at a path, and which one is near.
fn not_there(folder: &Folder, path: &str, language: Language) -> String {
    let files: Vec<String> = folder
        .list("territories")
        .into_iter()
        .flatten()
        .filter(|file| !matches!(classify_path(file), Ok(FileKind::Litter)))
        .collect();
    let names = files.iter().map(|file| name_of(file));
    let near = nearest(name_of(path), names)
        .and_then(|name| files.iter().find(|file| name_of(file) == name))
        .map(|file| safe::line(file));
    let path = safe::line(path);
    match near {
        Some(near) => say!(language,
            fr: "`{path}` n'existe pas\u{a0}: effacé, ou mal écrit (le plus proche est `{near}`)",
            en: "`{path}` does not exist: deleted, or misspelt (the nearest is `{near}`)"),
        None => say!(language,
            fr: "`{path}` n'existe pas\u{a0}: effacé, ou mal écrit",
            en: "`{path}` does not exist: deleted, or misspelt"),
    }
}

/// The name of a file, without its folders and its ending.
fn name_of(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(name, _)| name)
}
