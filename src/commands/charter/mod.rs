//! `apes charter`: the law as a page, put to the proof, amended on trial, compared with another.

mod amend;
mod compare;
mod test;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};

use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled};
use crate::commands::output::Form;
use crate::flow::Trip;
use crate::records::{List, To};
use crate::say;
use crate::sources::Folder;
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

/// Opens a workspace whose law was read whole: half a charter would be told as if it were all of it.
///
/// # Errors
/// Where there is no workspace, or a file on which the law rests has faults.
fn open(settled: &Settled) -> Result<(Folder, &'static Trip)> {
    let (folder, trip) = settled.open()?;
    let rests_on = [
        (To::Principle, "schemas/charter.toml"),
        (To::Word(List::Themes), "schemas/vocabulary.toml"),
        (To::Source, "territories/sources.toml"),
    ];
    if let Some((_, file)) = rests_on.into_iter().find(|(to, _)| !trip.network.knows_all(*to)) {
        bail!(say!(trip.language,
            fr: "la loi ne se lit pas en entier\u{a0}: `{file}` a des fautes, qu'`apes validate` montre",
            en: "the law cannot be read whole: `{file}` has faults, which `apes validate` shows"));
    }
    Ok((folder, trip))
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    match &arguments.verb {
        None => {
            let (_, trip) = open(settled)?;
            let question = arguments.form.question(trip, &arguments.clock, settled)?;
            arguments.form.shape.answer(&law::page(&question), settled, trip.language)
        }
        Some(Verb::Test(arguments)) => test::run(arguments, settled),
        Some(Verb::Try(arguments)) => amend::run(arguments, settled),
        Some(Verb::Compare(arguments)) => compare::run(arguments, settled),
    }
}
