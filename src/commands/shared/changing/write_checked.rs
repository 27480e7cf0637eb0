//! The check before changed records are written: no change may bring an error.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::excerpts::excerpts;
use crate::diagnostic::{Finding, Severity};
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
    let brought = brought_errors(draft, folder, workspace, context);
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
    draft.save(language)?;
    if !context.quiet {
        let mut paths: Vec<String> = draft.paths().map(safe::line).collect();
        paths.sort_unstable();
        let paths = paths.join("\n");
        eprint(&if paths.is_empty() {
            say!(language, fr: "rien à changer", en: "nothing to change")
        } else {
            say!(language, fr: "modifié\u{a0}:\n{paths}", en: "changed:\n{paths}")
        });
    }
    Ok(ExitStatus::Success)
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
