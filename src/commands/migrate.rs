//! `apes migrate`: a workspace of an older format, brought to that of the program.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::changing::{WriteOptions, write_checked};
use crate::commands::shared::command::{ExitStatus, RunContext, another_format, eprint};
use crate::commands::shared::migration::{STEPS, migrated, own_steps};
use crate::say;
use crate::workspace::{self, FORMAT};

/// Bring the records of an older version of the program to its present format
#[derive(Args)]
pub struct Arguments {
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Migrates.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let folder = context.folder()?;
    let language = context.language_in(&folder);
    let Some(format) = workspace::declared_format(&folder) else {
        bail!(say!(language,
            fr: "`apes.toml` ne dit pas son format\u{a0}: y écrire `format = {FORMAT}`",
            en: "`apes.toml` does not say its format: write `format = {FORMAT}` in it"));
    };
    if format > u64::from(FORMAT) {
        bail!(another_format(format, language));
    }
    if format == u64::from(FORMAT) {
        if !context.quiet {
            eprint(&say!(language,
                fr: "ces fiches sont déjà au format {FORMAT}\u{a0}: rien à changer",
                en: "these records already have format {FORMAT}: nothing to change"));
        }
        return Ok(ExitStatus::Success);
    }
    let draft = migrated(&folder, (format, FORMAT), STEPS, language)?;
    if !context.quiet {
        for step in own_steps(format) {
            eprint(step.about.get(language));
        }
    }
    let before = workspace::load(&folder, Some(language), language);
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, &before, context, options)
}
