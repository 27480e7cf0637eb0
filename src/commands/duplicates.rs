//! `apes duplicates`: the records that are likely one body, one project, one territory.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::completeness::CompletenessOptions;
use crate::commands::shared::output::OutputOptions;
use crate::network::queries::duplicates::DuplicateKind;
use crate::views::duplicates;
use crate::views::view::Question;

/// List pairs of records that are likely one, by their names, numbers, addresses and places
#[derive(Args)]
pub struct Arguments {
    /// Which records; all by default
    #[arg(value_name = "KIND")]
    kind: Option<Kind>,
    #[command(flatten)]
    completeness: CompletenessOptions,
    #[command(flatten)]
    output: OutputOptions,
}

/// The kinds of record among which duplicates are sought.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Territories
    #[value(aliases = ["territoires", "territoire"])]
    Territories,
    /// Actors
    #[value(aliases = ["acteurs", "acteur"])]
    Actors,
    /// Dynamics
    #[value(aliases = ["dynamiques", "dynamique"])]
    Dynamics,
}

/// Lists the pairs.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = arguments.completeness.open(context)?;
    let language = workspace.language;
    let kinds: &[DuplicateKind] = match arguments.kind {
        Some(Kind::Territories) => &[DuplicateKind::Territories],
        Some(Kind::Actors) => &[DuplicateKind::Actors],
        Some(Kind::Dynamics) => &[DuplicateKind::Dynamics],
        None => &[
            DuplicateKind::Actors,
            DuplicateKind::Dynamics,
            DuplicateKind::Territories,
        ],
    };
    let question = Question::on(&workspace.network, language, context.today);
    let facts = duplicates::gather(&question, kinds);
    let written = arguments.output.write(&facts, context, language)?;
    Ok(arguments.completeness.status(written, workspace))
}
