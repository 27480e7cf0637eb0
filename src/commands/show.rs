//! `apes show`: one record, and all that refers to it.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::output::ReportOptions;
use crate::renderers::safe;
use crate::say;
use crate::views::show::{self, Lost};
use crate::workspace;

/// Show a record and all that refers to it
#[derive(Args)]
pub struct Arguments {
    /// Id of the record; `actor/ID` where several kinds share it
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
    let id = safe::line(&arguments.id);
    let subject = match show::find(&workspace.network, &arguments.id) {
        Ok(subject) => subject,
        Err(Lost::Several(names)) => {
            let names = names.join(", ");
            bail!(say!(language,
                fr: "`{id}` désigne plusieurs fiches\u{a0}: {names}",
                en: "`{id}` names several records: {names}"))
        }
        Err(Lost::None(nearest)) => {
            let suggestion = did_you_mean(nearest.as_deref(), language);
            bail!(say!(language,
                fr: "aucune fiche ne s'appelle `{id}`{suggestion}",
                en: "no record is named `{id}`{suggestion}"))
        }
    };
    let question = options.question(workspace, &Clock::default(), context)?;
    let statements = arguments
        .sources
        .then(|| workspace::statements(&folder, subject.file(), language));
    let facts = show::gather(&question, subject, statements.as_deref());
    let written = options.output.write(&facts, context, language)?;
    Ok(options.completeness.status(written, workspace))
}
