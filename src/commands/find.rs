//! `apes find`: the records that have some words.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::completeness::CompletenessOptions;
use crate::commands::shared::output::OutputOptions;
use crate::views::find;
use crate::views::view::Question;

/// Find records by words of their names, other names, ids, places and summaries
#[derive(Args)]
pub struct Arguments {
    /// Words that a record must all have, whatever their case and accents; one letter may be wrong
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
    /// Show all records found, and not the twenty likeliest alone
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    completeness: CompletenessOptions,
    #[command(flatten)]
    output: OutputOptions,
}

/// Records shown unless all are asked for: what fits a screen.
const SHOWN: usize = 20;

/// Finds the records.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = arguments.completeness.open(context)?;
    let language = workspace.language;
    let question = Question::on(&workspace.network, language, context.today);
    let limit = if arguments.all { usize::MAX } else { SHOWN };
    let facts = find::gather(&question, &arguments.words.join(" "), limit);
    let written = arguments.output.write(&facts, context, language)?;
    Ok(arguments.completeness.status(written, workspace))
}
