//! The check before changed records are written: no change may bring an error.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::excerpts::excerpts;
use crate::diagnostic::{Finding, Severity};
use crate::language::Language;
use crate::renderers::findings::Width;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::validation::{Selection, Validated, ValidationOptions, validate};
use crate::workspace::{self, Resolved, Workspace};

/// How changes are written.
#[derive(Clone, Copy, Debug)]
pub struct WriteOptions {
    /// Whether the changes are only shown.
    pub dry_run: bool,
    /// Checks whose errors may be brought: those that a record still has to be filled in for.
    pub tolerated: &'static [&'static str],
}

impl WriteOptions {
    /// Options by which no change may bring an error.
    #[must_use]
    pub fn new(dry_run: bool) -> Self {
        Self {
            dry_run,
            tolerated: &[],
        }
    }
}

/// Writes a draft, or shows it. Where it would bring an error that was not there before, the error
/// is shown and nothing is written.
///
/// # Errors
/// Returns an error if a file cannot be written.
pub fn write_checked(
    draft: &Draft,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
    options: WriteOptions,
) -> Result<ExitStatus> {
    let language = workspace.language;
    let mut brought = brought_errors(draft, folder, workspace, context);
    brought
        .findings
        .retain(|finding| !options.tolerated.contains(&&*finding.name));
    if !brought.findings.is_empty() {
        let width = Width {
            columns: context.columns,
            colour: context.colour,
        };
        let shown = excerpts(&brought, width, language);
        eprint(&say!(language,
            fr: "{shown}\n\nrien n'a été écrit\u{a0}: ce changement apporterait cette erreur",
            en: "{shown}\n\nnothing was written: this change would bring this error"));
        return Ok(ExitStatus::Findings);
    }
    if options.dry_run {
        print(&draft.diff())?;
        return Ok(ExitStatus::Success);
    }
    let told = written_files(draft, folder, language);
    draft.save(language)?;
    if !context.quiet {
        eprint(&told);
    }
    Ok(ExitStatus::Success)
}

/// The files that are written, changed or removed, one a line.
fn written_files(draft: &Draft, folder: &Folder, language: Language) -> String {
    let (changed, new): (Vec<&str>, Vec<&str>) = draft
        .paths()
        .partition(|path| folder.has(draft.path_on_disk(path)));
    let (changed, new) = (lines(changed), lines(new));
    let removed = lines(draft.removed_paths().collect());
    let mut blocks = Vec::new();
    if !new.is_empty() {
        blocks.push(say!(language, fr: "écrit\u{a0}:\n{new}", en: "written:\n{new}"));
    }
    if !changed.is_empty() {
        blocks.push(say!(language, fr: "modifié\u{a0}:\n{changed}", en: "changed:\n{changed}"));
    }
    if !removed.is_empty() {
        blocks.push(say!(language, fr: "retiré\u{a0}:\n{removed}", en: "removed:\n{removed}"));
    }
    if blocks.is_empty() {
        blocks.push(say!(language, fr: "rien à changer", en: "nothing to change"));
    }
    blocks.join("\n")
}

/// Paths, one a line.
fn lines(paths: Vec<&str>) -> String {
    let mut lines: Vec<String> = paths.into_iter().map(safe::line).collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// The errors that are found with the draft and not without it.
fn brought_errors(
    draft: &Draft,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Resolved {
    let language = workspace.language;
    let options = ValidationOptions {
        date: context.today,
        criteria: true,
        selection: Selection::default(),
    };
    // A finding stays what it is when its file moves.
    let mut known = BTreeMap::new();
    for finding in &validate(workspace, folder, &options).findings {
        let (file, name, sentence) = key(finding);
        let file = draft.new_path(&file).to_owned();
        *known.entry((file, name, sentence)).or_insert(0_usize) += 1;
    }
    let changed = draft.folder();
    let Validated {
        mut findings,
        sources,
        missing_places,
        ..
    } = validate(
        &workspace::load(&changed, Some(language), language),
        &changed,
        &options,
    );
    findings.retain(|finding| {
        let count = known.entry(key(finding)).or_insert(0);
        let is_new = *count == 0;
        *count = count.saturating_sub(1);
        is_new && finding.severity == Severity::Error
    });
    Resolved {
        findings,
        sources,
        missing_places,
    }
}

/// A finding, whatever bytes move.
fn key(finding: &Finding) -> (String, String, String) {
    (
        finding.primary.place.file.to_string(),
        finding.name.to_string(),
        finding.sentence.clone(),
    )
}
