//! `apes charter compare`: what one charter says otherwise than another.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::Charter;
use crate::commands::command::{Answer, Settled};
use crate::commands::output::Shape;
use crate::diagnostic::Severity;
use crate::flow;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::law;

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
    shape: Shape,
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let here = || settled.folder().ok().and_then(|folder| flow::language_of(&folder));
    let language = settled.asked.or_else(here).unwrap_or_else(|| settled.language());
    let [one, other] = [read(&arguments.one, language)?, read(&arguments.other, language)?];
    let [first, second] = [&arguments.one, &arguments.other].map(|path| path.to_string_lossy().into_owned());
    let facts = law::compared((&first, &one), (&second, &other), language);
    arguments.shape.answer(&facts, settled, language)
}

fn read(path: &Path, language: Language) -> Result<Charter> {
    let read = flow::charter_named(path, language);
    let path = safe::line(&path.to_string_lossy());
    if let Some(read) = read {
        if read.findings.iter().any(|finding| finding.severity == Severity::Error) || !read.bases.is_empty() {
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
