//! `apes list`: the records of a kind as a table.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::ReportOptions;
use crate::views::list::{self, Listed};

/// List the records of a kind as a table
#[derive(Args)]
pub struct Arguments {
    /// Which records
    #[arg(value_name = "KIND")]
    kind: Kind,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: ReportOptions,
}

/// The kinds of record.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Territories
    Territories,
    /// Actors
    Actors,
    /// Dynamics
    Dynamics,
    /// Published figures
    Published,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = context.open()?;
    let question = arguments
        .form
        .question(workspace, &arguments.clock, context)?;
    let kind = match arguments.kind {
        Kind::Territories => Listed::Territories,
        Kind::Actors => Listed::Actors,
        Kind::Dynamics => Listed::Dynamics,
        Kind::Published => Listed::Published,
    };
    let facts = list::gather(&question, kind, arguments.clock.asked());
    arguments
        .form
        .shape
        .answer(&facts, context, workspace.language)
}
