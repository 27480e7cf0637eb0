//! `apes demo`: writes an invented workspace, to try things out on.

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

/// Write an invented workspace to try things out on: the same bytes from the same seed
#[derive(Args)]
pub struct Arguments {
    /// Records to write, all kinds together
    #[arg(long, value_name = "N", default_value = "100", value_parser = clap::value_parser!(u32).range(1..=200_000))]
    records: u32,
    /// Where chance begins
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Write to this folder, which must be empty or not be there yet
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// In which syntax records are written
    #[arg(long, value_name = "SYNTAX", default_value = "both")]
    syntax: Syntax,
    /// Plant so many known defects, told in DIR.defects.json
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

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (language, folder) = (context.language(), arguments.output.as_path());
    let shown = safe::line(&folder.to_string_lossy());
    if !is_free(folder)? {
        bail!(
            say!(language, fr: "`{shown}` n'est pas un dossier vide", en: "`{shown}` is not an \
                empty folder")
        );
    }
    let plan = Plan {
        records: usize::try_from(arguments.records)?,
        seed: arguments.seed,
        written: match arguments.syntax {
            Syntax::Toml => SyntaxChoice::Toml,
            Syntax::Yaml => SyntaxChoice::Yaml,
            Syntax::Both => SyntaxChoice::Both,
        },
        defects: arguments.defects,
    };
    let Some(workspace) = InventedWorkspace::invent(plan) else {
        let (defects, records) = (plan.defects, plan.records);
        bail!(say!(language,
            fr: "{defects} défauts ne tiennent pas dans {records} fiches",
            en: "{defects} defects find no room in {records} records"))
    };
    write(&workspace, folder).with_context(|| {
        say!(language, fr: "`{shown}` n'a pas pu être écrit", en: "`{shown}` could not be \
            written")
    })?;
    if plan.defects > 0 {
        list(workspace.defects(), folder)?;
    }
    if !context.quiet {
        eprint(&summary(plan.records, &shown, language));
    }
    Ok(ExitStatus::Fine)
}

/// Whether a folder is empty, or can be made.
fn is_free(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Writes all beside what it will be, then moves it into place: the workspace is whole or not
/// there.
fn write(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    let beside = folder.join(format!(".apes.{}.tmp", std::process::id()));
    let written = write_into(workspace, &beside).and_then(|()| {
        for entry in fs::read_dir(&beside)? {
            let entry = entry?;
            fs::rename(entry.path(), folder.join(entry.file_name()))?;
        }
        Ok(())
    });
    // What could not be finished is taken away again, as far as the system lets us.
    let _ = fs::remove_dir_all(&beside);
    written
}

fn write_into(workspace: &InventedWorkspace, folder: &Path) -> Result<()> {
    let mut made = std::collections::BTreeSet::new();
    for file in workspace.files() {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent().filter(|parent| !made.contains(*parent)) {
            fs::create_dir_all(parent)?;
            made.insert(parent.to_owned());
        }
        fs::write(&path, file.text)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Row<'d> {
    check: &'d str,
    file: &'d str,
    line: usize,
}

/// Lists the defects beside the folder: `DIR.defects.json`.
fn list(defects: &[Defect], folder: &Path) -> Result<()> {
    let rows: Vec<Row> = defects
        .iter()
        .map(|defect| Row {
            check: defect.check,
            file: &defect.file,
            line: defect.line,
        })
        .collect();
    let folder = fs::canonicalize(folder)?;
    let mut name = folder.file_name().context("/")?.to_owned();
    name.push(".defects.json");
    write_whole(
        &folder.with_file_name(name),
        (serde_json::to_string_pretty(&rows)? + "\n").as_bytes(),
    )
}

fn summary(records: usize, shown: &str, language: Language) -> String {
    let count = match language {
        Language::French => language.count(records, "fiche inventée", "fiches inventées"),
        Language::English => language.count(records, "invented record", "invented records"),
    };
    say!(language, fr: "{count} dans `{shown}`", en: "{count} in `{shown}`")
}
