//! `apes show`: one record, and all that refers to it.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::named_record::record_named;
use crate::commands::shared::output::ReportOptions;
use crate::views::show::{self, FileContent};
use crate::workspace;

/// Show a record and all that refers to it
#[derive(Args)]
pub struct Arguments {
    /// Id or name of the record; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// Show which statement rests on which source
    #[arg(long)]
    sources: bool,
    #[command(flatten)]
    options: ReportOptions,
}

/// Shows the record.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let options = &arguments.options;
    let (folder, workspace) = options.completeness.open(context)?;
    let language = workspace.language;
    let subject = record_named(&arguments.id, workspace)?;
    let question = options.question(workspace, &Clock::default(), context)?;
    let statements = arguments
        .sources
        .then(|| workspace::statements(&folder, subject.file(), language));
    let from_file = FileContent {
        statements: statements.as_deref(),
        written: workspace::content(&folder, subject.file(), language),
    };
    let facts = show::gather(&question, subject, &from_file);
    let written = options.output.write(&facts, context, language)?;
    Ok(options.completeness.status(written, workspace))
}
