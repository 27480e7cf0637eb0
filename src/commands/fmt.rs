//! `apes fmt`: records brought into their canonical form.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::selection::paths_below;
use crate::edits::{Refusal, formatted};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::validation::Selection;
use crate::workspace::Workspace;

/// Bring records into one form: keys in the order of the manual, a blank line between tables
#[derive(Args)]
pub struct Arguments {
    /// Only these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; name the records that would change, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
    /// Show what would change, and write nothing
    #[arg(long, conflicts_with = "check")]
    dry_run: bool,
}

/// Formats the records.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let language = workspace.language;
    let (paths, _) = paths_below(&folder, &arguments.paths, language)?;
    let selection = Selection {
        paths: &paths,
        ..Selection::default()
    };
    let draft = draft(&folder, workspace, &selection);
    let changed: Vec<String> = draft.paths().map(safe::line).collect();
    if arguments.check {
        print(
            &changed
                .iter()
                .map(|path| format!("{path}\n"))
                .collect::<String>(),
        )?;
    } else if arguments.dry_run {
        print(&draft.diff())?;
    } else {
        draft.save(language)?;
    }
    if !context.quiet {
        eprint(&summary(
            changed.len(),
            arguments.check || arguments.dry_run,
            language,
        ));
    }
    Ok(if arguments.check && !changed.is_empty() {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}

/// The selected records in their form; those that keep theirs are named on standard error.
fn draft(folder: &Folder, workspace: &Workspace, selection: &Selection) -> Draft {
    let mut draft = Draft::of(folder);
    for record in workspace.network.records() {
        let file = &**record.file();
        if !selection.has_file(file) {
            continue;
        }
        let formatted = draft
            .read(file)
            .ok_or(Refusal::Unreadable)
            .and_then(|source| formatted(&source, record.kind()));
        match formatted {
            Ok(text) => draft.write(file, &text),
            Err(why) => eprint(&refusal(file, &why, workspace.language)),
        }
    }
    draft
}

/// Why a record keeps its form.
fn refusal(file: &str, why: &Refusal, language: Language) -> String {
    let file = safe::line(file);
    match why {
        Refusal::Unreadable => {
            let why = why.sentence(language);
            say!(language, fr: "{file}\u{a0}: {why}", en: "{file}: {why}")
        }
        _ => say!(language,
            fr: "{file}\u{a0}: sa forme ne peut pas être changée sans toucher à ce qu'il dit",
            en: "{file}: its form cannot be changed without touching what it says"),
    }
}

fn summary(changed: usize, is_trial: bool, language: Language) -> String {
    let (count, behind) = match (language, is_trial) {
        (Language::French, true) => {
            let count = language.count(changed, "fiche à remettre", "fiches à remettre");
            (count, "en forme")
        }
        (Language::French, false) => {
            let count = language.count(changed, "fiche remise", "fiches remises");
            (count, "en forme")
        }
        (Language::English, true) => (
            language.count(changed, "record", "records"),
            "to be formatted",
        ),
        (Language::English, false) => (language.count(changed, "record", "records"), "formatted"),
    };
    format!("{count} {behind}")
}
