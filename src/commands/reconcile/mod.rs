//! `apes reconcile`: published figures, or the numbers of a text, against the records.

mod freeze;
mod prose;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::calendar::DateRange;
use crate::commands::shared::clock::year;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::completeness::CompletenessOptions;
use crate::commands::shared::output::OutputOptions;
use crate::views::reconcile;
use crate::views::view::Question;
use crate::workspace::Workspace;

/// Compare published figures, or the numbers of a text, with the records
#[derive(Args)]
pub struct Arguments {
    /// The year whose published figures are compared
    #[arg(value_name = "YEAR", value_parser = year, required_unless_present = "prose")]
    year: Option<u16>,
    /// Save the counts of the records at the end of that year as a new record of published figures
    #[arg(long, conflicts_with = "prose")]
    freeze: bool,
    /// With --freeze, the source of the new record, instead of the count itself
    #[arg(long, value_name = "ID", requires = "freeze")]
    source: Option<String>,
    /// Compare the numbers that a Markdown text links to the records by comments like `apes:
    /// dynamics at=2020`
    #[arg(long, value_name = "FILE", conflicts_with = "year")]
    prose: Option<PathBuf>,
    /// With --prose, write the numbers of the records into the text
    #[arg(long, alias = "mend", requires = "prose")]
    fix: bool,
    #[command(flatten)]
    completeness: CompletenessOptions,
    #[command(flatten)]
    output: OutputOptions,
}

/// Compares, freezes or corrects figures.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let completeness = &arguments.completeness;
    let (folder, workspace) = completeness.open(context)?;
    let output = &arguments.output;
    let answered = match (arguments.year, &arguments.prose) {
        (_, Some(path)) => prose::run(path, arguments.fix, output, &folder, workspace, context),
        (Some(year), None) if arguments.freeze => {
            let source = arguments.source.as_deref();
            freeze::run(year, source, &folder, workspace, context)
        }
        (Some(year), None) => compare(year, output, workspace, context),
        (None, None) => Ok(ExitStatus::Failure),
    };
    Ok(completeness.status(answered?, workspace))
}

/// Writes the figures published for a year beside those of the records.
fn compare(
    year: u16,
    output: &OutputOptions,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let question = Question {
        asked: DateRange::years(year, year),
        dated: true,
        ..Question::on(&workspace.network, workspace.language, context.today)
    };
    let (facts, differs) = reconcile::gather(&question);
    output.write(&facts, context, workspace.language)?;
    Ok(if differs {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}
