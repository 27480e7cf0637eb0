//! `apes fix`: the edits that findings propose, applied.

mod rounds;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::commands::fix::rounds::{Mended, mend};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::selection::{paths_below, require_check};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Correct the records where a finding proposes a change; exit with 1 while errors remain
#[derive(Args)]
pub struct Arguments {
    /// Only findings in these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only findings of these checks
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Applies the edits of findings, again and again until none is left that can be applied.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let language = workspace.language;
    for name in &arguments.only {
        require_check(name, workspace)?;
    }
    let (paths, _) = paths_below(&folder, &arguments.paths, language)?;
    let mended = mend(&folder, workspace, &arguments.only, &paths, context.today);
    if arguments.dry_run {
        print(&mended.draft.diff())?;
    } else {
        mended.draft.save(language)?;
    }
    if !context.quiet {
        eprint(&summary(&mended, arguments.dry_run, language));
    }
    Ok(
        if mended
            .left
            .iter()
            .any(|(severity, _)| *severity == Severity::Error)
        {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        },
    )
}

/// What was corrected, file by file, and what is left.
fn summary(mended: &Mended, is_trial: bool, language: Language) -> String {
    let mut lines: Vec<String> = mended
        .fixed
        .iter()
        .map(|(file, names)| {
            let (file, names) = (safe::line(file), counted_names(names));
            say!(language, fr: "{file}\u{a0}: {names}", en: "{file}: {names}")
        })
        .collect();
    let fixed = mended.fixed.values().map(Vec::len).sum();
    let files = mended.fixed.len();
    let total = match language {
        Language::French => {
            let fixed = language.count(fixed, "correction", "corrections");
            let files = language.count(files, "fichier", "fichiers");
            let ending = if is_trial {
                "\u{a0}; rien n'a été écrit"
            } else {
                ""
            };
            format!("{fixed} dans {files}{ending}")
        }
        Language::English => {
            let fixed = language.count(fixed, "correction", "corrections");
            let files = language.count(files, "file", "files");
            let ending = if is_trial {
                "; nothing was written"
            } else {
                ""
            };
            format!("{fixed} in {files}{ending}")
        }
    };
    lines.push(total);
    let errors = mended
        .left
        .iter()
        .filter(|(severity, _)| *severity == Severity::Error)
        .count();
    if errors > 0 {
        let errors = match language {
            Language::French => language.count(errors, "erreur reste", "erreurs restent"),
            Language::English => language.count(errors, "error is left", "errors are left"),
        };
        lines.push(say!(language,
            fr: "{errors} à corriger à la main (`apes validate` les montre)",
            en: "{errors} to be corrected by hand (see `apes validate`)"));
    }
    lines.join("\n")
}

/// Names of checks, each once, with the number of its findings if there are several.
fn counted_names(names: &[String]) -> String {
    let mut names = names.to_vec();
    names.sort_unstable();
    let counted: Vec<String> = names
        .chunk_by(|one, other| one == other)
        .map(|alike| match alike {
            [name, _, ..] => format!("{} × {name}", alike.len()),
            single => single.concat(),
        })
        .collect();
    counted.join(", ")
}
