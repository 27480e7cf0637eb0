//! `apes report`: what the network tells of itself.

use anyhow::Result;
use clap::Args;

use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled};
use crate::commands::geography;
use crate::commands::output::Form;
use crate::commands::picture::Picture;
use crate::views::VIEWS;

/// Write a report: the regional map
#[derive(Args)]
pub struct Arguments {
    /// Which report
    #[arg(value_name = "NAME", value_parser = names())]
    name: String,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    picture: Picture,
}

fn names() -> clap::builder::PossibleValuesParser {
    VIEWS.iter().map(|view| view.name).collect::<Vec<_>>().into()
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let (folder, trip) = settled.open()?;
    let form = arguments.form.drawn(&arguments.picture);
    let mut question = form.question(trip, &arguments.clock, settled)?;
    question.outlines = geography::outlines(&folder, trip.language)?;
    let gathered =
        VIEWS.iter().filter(|view| view.name == arguments.name).map(|view| (view.gather)(&question));
    let mut answer = Answer::Fine;
    for facts in gathered {
        answer = form.answer(&facts, settled, trip.language)?;
    }
    Ok(answer)
}
