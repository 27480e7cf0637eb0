//! `apes charter`: the charter as a page, and verbs that test, amend or compare it.

mod amend;
mod compare;
mod open;
mod test;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::ReportOptions;
use crate::views::charter_tools;

/// Read the charter: its principles, and its criteria in force on a day
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
}

#[derive(Subcommand)]
enum Verb {
    Test(test::Arguments),
    Try(amend::Arguments),
    Compare(compare::Arguments),
}

/// Runs the verb; without one, writes the charter as a page.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    match &arguments.verb {
        None => write_page(&arguments.clock, &arguments.options, context),
        Some(Verb::Test(arguments)) => test::run(arguments, context),
        Some(Verb::Try(arguments)) => amend::run(arguments, context),
        Some(Verb::Compare(arguments)) => compare::run(arguments, context),
    }
}

fn write_page(clock: &Clock, options: &ReportOptions, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = open::open(&options.completeness, context)?;
    let question = options.question(workspace, clock, context)?;
    let facts = charter_tools::charter_page(&question);
    let written = options.output.write(&facts, context, workspace.language)?;
    Ok(options.completeness.status(written, workspace))
}
