//! `apes charter`: the law as a page, put to the proof, amended on trial, compared with another.

mod amend;
mod compare;
mod test;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::ReportOptions;
use crate::records::{List, Target};
use crate::say;
use crate::sources::Folder;
use crate::views::charter_tools;
use crate::workspace::Workspace;

/// Read the charter: its principles, and what it asks of the records in force on a day
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: ReportOptions,
}

/// What is done with the charter beside reading it.
#[derive(Subcommand)]
enum Verb {
    Test(test::Arguments),
    Try(amend::Arguments),
    Compare(compare::Arguments),
}

/// Opens a workspace whose law was read whole: half a charter would be told as if it were all of
/// it.
///
/// # Errors
/// Where there is no workspace, or a file on which the law rests has faults.
fn open(context: &RunContext) -> Result<(Folder, &'static Workspace)> {
    let (folder, workspace) = context.open()?;
    let rests_on = [
        (Target::Principle, "schemas/charter.toml"),
        (Target::Word(List::Themes), "schemas/vocabulary.toml"),
        (Target::Source, "territories/sources.toml"),
    ];
    if let Some((_, file)) = rests_on
        .into_iter()
        .find(|(to, _)| !workspace.network.knows_all(*to))
    {
        bail!(say!(workspace.language,
            fr: "la loi ne se lit pas en entier\u{a0}: `{file}` a des fautes, qu'`apes validate` \
                montre",
            en: "the law cannot be read whole: `{file}` has faults, which `apes validate` shows"));
    }
    Ok((folder, workspace))
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    match &arguments.verb {
        None => {
            let (_, workspace) = open(context)?;
            let question = arguments
                .form
                .question(workspace, &arguments.clock, context)?;
            arguments.form.shape.answer(
                &charter_tools::charter_page(&question),
                context,
                workspace.language,
            )
        }
        Some(Verb::Test(arguments)) => test::run(arguments, context),
        Some(Verb::Try(arguments)) => amend::run(arguments, context),
        Some(Verb::Compare(arguments)) => compare::run(arguments, context),
    }
}
