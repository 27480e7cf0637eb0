//! `apes demo`: an invented workspace, written to a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::output::files::write_whole;
use crate::demo::{Defect, InventedWorkspace, Plan, SyntaxChoice};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Write an invented workspace to try the program: the same seed gives the same bytes
#[derive(Args)]
pub struct Arguments {
    /// Number of records to write, all kinds together
    #[arg(
        long,
        value_name = "N",
        default_value = "100",
        // As many as a workspace may have (`Limits::RECORDS`).
        value_parser = clap::value_parser!(u32).range(1..=200_000)
    )]
    records: u32,
    /// Seed of the random numbers
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Folder to write to, which must be empty or not exist yet
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// Syntax of the records
    #[arg(long, value_name = "SYNTAX", default_value = "both")]
    syntax: Syntax,
    /// Number of known defects to plant, listed in DIR.defects.json
    #[arg(long, value_name = "N", default_value = "0")]
    defects: usize,
}

/// Syntaxes of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Syntax {
    /// All in TOML
    Toml,
    /// All in YAML
    Yaml,
    /// One in ten in YAML
    Both,
}

/// Writes the workspace, and the list of its defects.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (language, folder) = (context.language(), arguments.output.as_path());
    let shown = safe::line(&folder.to_string_lossy());
    if !is_free(folder)? {
        bail!(say!(language,
            fr: "`{shown}` n'est pas un dossier vide",
            en: "`{shown}` is not an empty folder"));
    }
    let plan = Plan {
        records: usize::try_from(arguments.records)?,
        seed: arguments.seed,
        syntax: match arguments.syntax {
            Syntax::Toml => SyntaxChoice::Toml,
            Syntax::Yaml => SyntaxChoice::Yaml,
            Syntax::Both => SyntaxChoice::Both,
        },
        defects: arguments.defects,
    };
    let Some(workspace) = InventedWorkspace::invent(plan) else {
        let (defects, records) = (plan.defects, plan.records);
        bail!(say!(language,
            fr: "{records} fiches ne peuvent pas contenir {defects} défauts",
            en: "{records} records cannot hold {defects} defects"))
    };
    write(&workspace, folder).with_context(|| {
        say!(language,
            fr: "`{shown}` n'a pas pu être écrit",
            en: "`{shown}` could not be written")
    })?;
    if plan.defects > 0 {
        write_defects(workspace.defects(), folder)?;
    }
    if !context.quiet {
        eprint(&summary(plan.records, &shown, language));
    }
    Ok(ExitStatus::Success)
}

/// Whether a folder is empty, or does not exist yet.
fn is_free(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Writes a workspace to a temporary folder, then moves it into place: it is whole or absent.
fn write(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    // Inside the target, so that both are on the same disk and moving is renaming.
    let temporary = folder.join(format!(".apes.{}.tmp", std::process::id()));
    let written = write_into(workspace, &temporary).and_then(|()| {
        for entry in fs::read_dir(&temporary)? {
            let entry = entry?;
            fs::rename(entry.path(), folder.join(entry.file_name()))?;
        }
        Ok(())
    });
    // Ignored: the first error is the one to report.
    let _ = fs::remove_dir_all(&temporary);
    written
}

fn write_into(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    // Thousands of files share a few folders: each is created once.
    let mut created = BTreeSet::new();
    for file in workspace.files() {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent().filter(|parent| !created.contains(*parent)) {
            fs::create_dir_all(parent)?;
            created.insert(parent.to_owned());
        }
        fs::write(&path, file.text)?;
    }
    Ok(())
}

/// A defect as the list has it.
#[derive(Serialize)]
struct ListedDefect<'d> {
    check: &'d str,
    file: &'d str,
    line: usize,
}

/// Writes the list of defects beside the folder: `DIR.defects.json`.
fn write_defects(defects: &[Defect], folder: &Path) -> Result<()> {
    let listed: Vec<ListedDefect> = defects
        .iter()
        .map(|defect| ListedDefect {
            check: defect.check,
            file: &defect.file,
            line: defect.line,
        })
        .collect();
    // `demo -o .` has a name only once it is canonical.
    let folder = fs::canonicalize(folder)?;
    let mut name = folder.file_name().context("/")?.to_owned();
    name.push(".defects.json");
    write_whole(
        &folder.with_file_name(name),
        (serde_json::to_string_pretty(&listed)? + "\n").as_bytes(),
    )
}

fn summary(records: usize, shown: &str, language: Language) -> String {
    let count = match language {
        Language::French => language.count(records, "fiche inventée", "fiches inventées"),
        Language::English => language.count(records, "invented record", "invented records"),
    };
    say!(language, fr: "{count} dans `{shown}`", en: "{count} in `{shown}`")
}
