//! `apes demo`: an invented workspace, written to a folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files::{TemporaryFolder, Writing, require_outside_records, sweep};
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
    require_outside_records(folder, context, language)?;
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

/// Whether a folder is empty, or does not exist yet, once what killed runs left there is gone.
fn is_free(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(_) => {
            sweep(folder);
            Ok(fs::read_dir(folder)?.next().is_none())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Writes a workspace to a temporary folder, then moves it into place: it is whole or absent.
fn write(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    let is_there = folder.is_dir();
    // `demo -o .` has a folder above it only once it is canonical.
    let folder = if is_there {
        fs::canonicalize(folder)?
    } else {
        std::path::absolute(folder)?
    };
    let Some(above) = folder.parent() else {
        bail!(io::Error::from(ErrorKind::AlreadyExists));
    };
    fs::create_dir_all(above)?;
    sweep(above);
    if is_there && (is_used(&folder) || TemporaryFolder::create_in(above).is_err()) {
        return write_inside(workspace, &folder);
    }
    let temporary = TemporaryFolder::create_in(above)?;
    fill(&temporary, workspace)?;
    if is_there {
        fs::set_permissions(temporary.path(), fs::metadata(&folder)?.permissions())?;
    }
    match temporary.replace(&folder) {
        Ok(()) => Ok(()),
        // Where a disk is mounted, no other folder can take its place.
        Err((_, error)) if is_there && error.kind() != ErrorKind::Interrupted => {
            write_inside(workspace, &folder)
        }
        Err((_, error)) => Err(error.into()),
    }
}

/// Whether another folder cannot take the place of a folder, since somebody works in it: this
/// program and the shell that runs it.
fn is_used(folder: &Path) -> bool {
    let current = std::env::current_dir().and_then(fs::canonicalize);
    current.map_or(true, |current| current.starts_with(folder))
}

/// Writes a workspace to a temporary folder inside its folder, then moves its parts out of it; that
/// which makes it a workspace comes last.
fn write_inside(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    let temporary = TemporaryFolder::create_in(folder)?;
    fill(&temporary, workspace)?;
    let mut names: Vec<_> = fs::read_dir(temporary.path())?
        .map(|entry| entry.map(|entry| entry.file_name()))
        .collect::<io::Result<_>>()?;
    names.sort_by_key(|name| name == "apes.toml");
    let mut moved = Vec::new();
    for name in &names {
        let (from, to) = (temporary.path().join(name), folder.join(name));
        if let Err(error) = fs::rename(&from, &to) {
            // All or none: the temporary folder is removed with what is moved back.
            for name in moved {
                fs::rename(folder.join(name), temporary.path().join(name))?;
            }
            return Err(error.into());
        }
        moved.push(name);
    }
    Ok(())
}

fn fill(temporary: &TemporaryFolder, workspace: &InventedWorkspace) -> Result<()> {
    for file in workspace.files() {
        temporary.write(&file.path, file.text.as_bytes())?;
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
    let text = serde_json::to_string_pretty(&listed)? + "\n";
    let mut writing = Writing::default();
    writing.replace(&folder.with_file_name(name), text.as_bytes())?;
    writing.finish().map_err(|(_, error)| error.into())
}

fn summary(records: usize, shown: &str, language: Language) -> String {
    let count = match language {
        Language::French => language.count(records, "fiche inventée", "fiches inventées"),
        Language::English => language.count(records, "invented record", "invented records"),
    };
    say!(language, fr: "{count} dans `{shown}`", en: "{count} in `{shown}`")
}
