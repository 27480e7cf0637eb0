//! What is new since a revision, or beside a list of known findings.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};

use crate::commands::shared::command::eprint;
use crate::commands::shared::files;
use crate::commands::validate::arguments::Arguments;
use crate::diagnostic::Finding;
use crate::documents::Limits;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::validation::{
    Baseline, Novelty, Selection, Validated, ValidationOptions, identities, validate,
};
use crate::workspace::{self, Workspace, revision};

/// Puts the findings that are new before the others. Returns their number, or `None` if nothing
/// is compared.
///
/// With both `--since` and `--baseline`, the revision alone says what is new: a change could
/// otherwise add its own faults to the list.
pub(super) fn compare(
    arguments: &Arguments,
    folder: &Folder,
    workspace: &Workspace,
    options: &ValidationOptions,
    validated: &mut Validated,
) -> Result<Option<usize>> {
    let mut new = None;
    let mut stale = Vec::new();
    if let Some(file) = &arguments.baseline {
        let (is_new, left_over) = known(arguments, file, folder, workspace, validated)?;
        (new, stale) = (Some(is_new), left_over);
    }
    if let Some(name) = &arguments.since {
        let before = folder_before(folder, name, workspace.language)?;
        new = Some(since(&before, workspace, options, validated));
    }
    let Some(mut new) = new else {
        return Ok(None);
    };
    new.extend(stale.iter().map(|_| true));
    validated.findings.extend(stale);
    let findings = std::mem::take(&mut validated.findings);
    let marked = findings.into_iter().zip(new);
    let (first, second): (Vec<_>, Vec<_>) = marked.partition(|(_, is_new)| *is_new);
    let count = first.len();
    let in_order = first.into_iter().chain(second);
    validated.findings = in_order.map(|(finding, _)| finding).collect();
    Ok(Some(count))
}

fn folder_before(folder: &Folder, name: &str, language: Language) -> Result<Folder> {
    let shown = safe::line(name);
    revision::folder_before(folder, name, language)
        .map_err(|sentence| anyhow!(sentence.replace(name, &shown)))
}

/// Whether each finding is new since another state of the workspace, evaluated on the same day.
fn since(
    before: &Folder,
    workspace: &Workspace,
    options: &ValidationOptions,
    validated: &Validated,
) -> Vec<bool> {
    let language = workspace.language;
    let old = workspace::load(before, Some(language), language);
    let selection = Selection {
        // Wherever they were: a record may have moved.
        paths: &[],
        gone: &[],
        ..options.selection
    };
    let options = ValidationOptions {
        selection,
        ..*options
    };
    let then = identities(&validate(&old, before, &options));
    Novelty::since(then, [&old.network, &workspace.network]).of(&identities(validated))
}

/// Whether each finding is missing from the list, and the findings about its entries that are
/// left over; writes the list if that is asked for.
fn known(
    arguments: &Arguments,
    file: &Path,
    folder: &Folder,
    workspace: &Workspace,
    validated: &mut Validated,
) -> Result<(Vec<bool>, Vec<Finding>)> {
    let language = workspace.language;
    let now = identities(validated);
    let shown = safe::line(&file.to_string_lossy());
    let is_there = file.symlink_metadata().is_ok();
    if !is_there && !arguments.write_baseline {
        bail!(say!(language,
            fr: "`{shown}` n'existe pas\u{a0}: `--write-baseline` l'écrit",
            en: "`{shown}` does not exist: `--write-baseline` writes it"));
    }
    if !is_there {
        write(file, &Baseline::written(&now, language), language)?;
        let count = language.number(now.len() as u64);
        eprint(&say!(language,
            fr: "`{shown}` est écrit\u{a0}: constats connus, {count}",
            en: "`{shown}` is written: known findings, {count}"));
        return Ok((vec![false; now.len()], Vec::new()));
    }
    let source = read(file, folder, language)?;
    let mut baseline = Baseline::parse(&source.text).map_err(|line| {
        anyhow!(say!(language,
            fr: "`{shown}`, ligne {line}\u{a0}: il faut un contrôle, une fiche et sa ligne, \
                séparés par des tabulations",
            en: "`{shown}`, line {line}: a check, a record and its line are needed, with tabs \
                between them"))
    })?;
    let is_new = baseline.novelty(&now);
    let is_partial =
        !(arguments.only.is_empty() && arguments.skip.is_empty() && arguments.paths.is_empty());
    if is_partial {
        // Entries of what is not looked at are neither found nor gone.
        return Ok((is_new, Vec::new()));
    }
    if arguments.write_baseline {
        write(file, &baseline.shrunk(&source.text), language)?;
        return Ok((is_new, Vec::new()));
    }
    let stale = baseline.stale(&source, &workspace.network, language);
    validated.sources.insert(source.path.clone(), source);
    Ok((is_new, stale))
}

/// The text of the list, with its path below the workspace if it is there.
fn read(file: &Path, folder: &Folder, language: Language) -> Result<Source> {
    let above = file
        .parent()
        .filter(|above| !above.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let shown = safe::line(&file.to_string_lossy());
    let bytes = Folder::at(above).bytes(&name, Limits::BYTES).map_err(|_| {
        anyhow!(say!(language,
                fr: "`{shown}` ne se lit pas",
                en: "`{shown}` cannot be read"))
    })?;
    let path = folder.below(file).unwrap_or(shown);
    Ok(Source::from_bytes(&path, bytes))
}

fn write(file: &Path, text: &str, language: Language) -> Result<()> {
    files::write_file(file, text.as_bytes()).with_context(|| {
        let shown = safe::line(&file.to_string_lossy());
        say!(language,
            fr: "`{shown}` n'a pas pu être écrit",
            en: "`{shown}` could not be written")
    })
}
