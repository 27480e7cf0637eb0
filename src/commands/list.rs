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
    kind: RecordKind,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
}

/// The kinds of record that can be listed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RecordKind {
    /// Territories
    Territories,
    /// Actors
    Actors,
    /// Dynamics
    Dynamics,
    /// Published figures
    Published,
}

/// Lists the records.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let Arguments {
        kind,
        clock,
        options,
    } = arguments;
    let (_, workspace) = options.completeness.open(context)?;
    let question = options.question(workspace, clock, context)?;
    let listed = match kind {
        RecordKind::Territories => Listed::Territories,
        RecordKind::Actors => Listed::Actors,
        RecordKind::Dynamics => Listed::Dynamics,
        RecordKind::Published => Listed::Published,
    };
    let facts = list::gather(&question, listed, clock.range());
    let written = options.output.write(&facts, context, workspace.language)?;
    Ok(options.completeness.status(written, workspace))
}
