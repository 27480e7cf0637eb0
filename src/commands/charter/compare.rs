//! `apes charter compare`: the differences between two charters.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::Charter;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::OutputOptions;
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
    old: PathBuf,
    /// The charter to compare it with, named in the same way
    #[arg(value_name = "OTHER")]
    new: PathBuf,
    #[command(flatten)]
    output: OutputOptions,
}

/// Compares the charters; no workspace is needed here, but one decides the language.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let language = language(context);
    let [old, new] = [&arguments.old, &arguments.new];
    for input in [old, new] {
        arguments.output.require_other(input, language)?;
    }
    let (old_charter, new_charter) = (read(old, language)?, read(new, language)?);
    let facts = charter_tools::comparison(
        (&old.to_string_lossy(), &old_charter),
        (&new.to_string_lossy(), &new_charter),
        language,
    );
    arguments.output.write(&facts, context, language)
}

fn language(context: &RunContext) -> Language {
    context
        .requested_language
        .or_else(|| workspace::language_of(&context.folder().ok()?))
        .unwrap_or(context.machine_language)
}

fn read(path: &Path, language: Language) -> Result<Charter> {
    let loaded = workspace::charter_named(path, language);
    let path = safe::line(&path.to_string_lossy());
    if let Some(unread) = loaded.as_ref().and_then(|loaded| loaded.unread.first()) {
        let unread = safe::line(&unread.file);
        bail!(say!(language,
            fr: "`{unread}`, dans `{path}`, ne peut pas être lu",
            en: "`{unread}`, in `{path}`, cannot be read"));
    }
    match loaded {
        Some(loaded) if loaded.is_valid() => Ok(loaded.charter),
        Some(_) => bail!(say!(language,
            fr: "`{path}` contient des erreurs\u{a0}: `apes validate` les montre",
            en: "`{path}` has errors: `apes validate` shows them")),
        None => bail!(say!(language,
            fr: "`{path}` n'est ni une charte, ni un espace de travail, ni `apes`",
            en: "`{path}` is neither a charter, nor a workspace, nor `apes`")),
    }
}
