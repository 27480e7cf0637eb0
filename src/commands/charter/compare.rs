//! `apes charter compare`: what one charter says otherwise than another.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::Charter;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::OutputOptions;
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::charter_tools;
use crate::workspace;

/// Compare two charters: principles and criteria added, struck and changed
#[derive(Args)]
pub struct Arguments {
    /// A charter file, a workspace, or `apes` for the charter of Apes
    #[arg(value_name = "CHARTER")]
    one: PathBuf,
    /// The charter that it is compared with, named alike
    #[arg(value_name = "OTHER")]
    other: PathBuf,
    #[command(flatten)]
    shape: OutputOptions,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let here = || {
        context
            .folder()
            .ok()
            .and_then(|folder| workspace::language_of(&folder))
    };
    let language = context
        .asked
        .or_else(here)
        .unwrap_or_else(|| context.language());
    let [one, other] = [
        read(&arguments.one, language)?,
        read(&arguments.other, language)?,
    ];
    let [first, second] =
        [&arguments.one, &arguments.other].map(|path| path.to_string_lossy().into_owned());
    let facts = charter_tools::comparison((&first, &one), (&second, &other), language);
    arguments.shape.answer(&facts, context, language)
}

fn read(path: &Path, language: Language) -> Result<Charter> {
    let read = workspace::charter_named(path, language);
    let path = safe::line(&path.to_string_lossy());
    if let Some(read) = read {
        if read
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
            || !read.bases.is_empty()
        {
            bail!(say!(language,
                fr: "`{path}` a des fautes\u{a0}: `apes validate` les montre",
                en: "`{path}` has faults: `apes validate` shows them"));
        }
        return Ok(read.charter);
    }
    bail!(say!(language,
        fr: "`{path}` n'est ni une charte, ni un espace de travail, ni `apes`",
        en: "`{path}` is neither a charter, nor a workspace, nor `apes`"))
}
