//! `apes charter`: the law as a page, put to the proof, amended on trial, compared with another.

mod amend;
mod compare;
mod test;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled};
use crate::commands::output::Form;
use crate::views::law;

/// Read the charter: its principles, and what it asks of the records in force on a day
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: Form,
}

/// What is done with the charter beside reading it.
#[derive(Subcommand)]
enum Verb {
    Test(test::Arguments),
    Try(amend::Arguments),
    Compare(compare::Arguments),
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    match &arguments.verb {
        None => {
            let (_, trip) = settled.open()?;
            let question = arguments.form.question(trip, &arguments.clock, settled)?;
            arguments.form.shape.answer(&law::page(&question), settled, trip.language)
        }
        Some(Verb::Test(arguments)) => test::run(arguments, settled),
        Some(Verb::Try(arguments)) => amend::run(arguments, settled),
        Some(Verb::Compare(arguments)) => compare::run(arguments, settled),
    }
}
