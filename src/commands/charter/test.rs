//! `apes charter test`: every criterion on its own examples, and on real records.

use anyhow::Result;
use clap::Args;

use crate::checks::example_run::outcomes;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::ReportOptions;
use crate::views::charter_tools::{self, ExampleOutcomes};

/// Put every criterion to the proof of its own examples, and tell which no record ever meets; ends
/// with 1 where an example says otherwise
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: ReportOptions,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = crate::commands::charter::open(context)?;
    let question = arguments
        .form
        .question(workspace, &arguments.clock, context)?;
    let network = &workspace.network;
    let read = network.compile_charter(&network.charter, workspace.language);
    let tested = |id: &str| {
        let compiled = read.criteria.iter().find(|compiled| compiled.id == id);
        let came_out =
            compiled.map(|one| outcomes(one, &network.charter, network, workspace.language));
        let (right, wrong) = came_out.unwrap_or_default();
        ExampleOutcomes {
            id: id.to_owned(),
            readable: compiled.is_some(),
            right,
            wrong,
        }
    };
    let tested: Vec<ExampleOutcomes> = network
        .charter
        .criteria
        .0
        .iter()
        .map(|(id, _)| tested(id))
        .collect();
    arguments.form.shape.answer(
        &charter_tools::example_report(&question, &tested),
        context,
        workspace.language,
    )?;
    Ok(if tested.iter().all(ExampleOutcomes::passes) {
        ExitStatus::Fine
    } else {
        ExitStatus::Findings
    })
}
