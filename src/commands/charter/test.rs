//! `apes charter test`: every criterion on its own examples and on the records.

use anyhow::Result;
use clap::Args;

use crate::charter::CompiledCharter;
use crate::checks::example_run::outcomes;
use crate::commands::charter::open::open;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::ReportOptions;
use crate::language::Language;
use crate::network::Network;
use crate::views::charter_tools::{self, ExampleOutcomes};

/// Test every criterion on its own examples, and list those that apply to no record; exits with 1
/// if an example gives another result
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
}

/// Tests the criteria and writes the results.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let Arguments { clock, options } = arguments;
    let (_, workspace) = open(&options.completeness, context)?;
    let (network, language) = (&workspace.network, workspace.language);
    let question = options.question(workspace, clock, context)?;
    let compiled = network.compile_charter(&network.charter, language);
    let criteria = network.charter.criteria.iter();
    let tested: Vec<ExampleOutcomes> = criteria
        .map(|(id, _)| tested(id, &compiled, network, language))
        .collect();
    let facts = charter_tools::example_report(&question, &tested);
    let written = options.output.write(&facts, context, language)?;
    Ok(if tested.iter().all(ExampleOutcomes::passes) {
        options.completeness.status(written, workspace)
    } else {
        ExitStatus::Findings
    })
}

/// The outcomes of a criterion's examples; none if it could not be compiled.
fn tested(
    id: &str,
    charter: &CompiledCharter,
    network: &Network,
    language: Language,
) -> ExampleOutcomes {
    let compiled = charter.criteria.iter().find(|compiled| compiled.id == id);
    let (right, wrong) = compiled
        .map(|compiled| outcomes(compiled, &network.charter, network, language))
        .unwrap_or_default();
    ExampleOutcomes {
        id: id.to_owned(),
        readable: compiled.is_some(),
        right,
        wrong,
    }
}
