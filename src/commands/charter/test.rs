//! `apes charter test`: every criterion on its own examples, and on real records.

use anyhow::Result;
use clap::Args;

use crate::checks::trial::outcomes;
use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled};
use crate::commands::output::Form;
use crate::views::law::{self, Tested};

/// Put every criterion to the proof of its own examples, and tell which no record ever meets; ends with 1 where an example says otherwise
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: Form,
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let (_, trip) = settled.open()?;
    let question = arguments.form.question(trip, &arguments.clock, settled)?;
    let network = &trip.network;
    let read = network.law_of(&network.charter, trip.language);
    let tested = |id: &str| {
        let statute = read.statutes.iter().find(|statute| statute.id == id);
        let came_out = statute.map(|one| outcomes(one, &network.charter, network, trip.language));
        let (right, wrong) = came_out.unwrap_or_default();
        Tested { id: id.to_owned(), readable: statute.is_some(), right, wrong }
    };
    let tested: Vec<Tested> = network.charter.criteria.0.iter().map(|(id, _)| tested(id)).collect();
    arguments.form.shape.answer(&law::tested(&question, &tested), settled, trip.language)?;
    Ok(if tested.iter().all(Tested::passes) { Answer::Fine } else { Answer::Findings })
}
