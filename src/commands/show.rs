//! `apes show`: one record with all that points to it.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled, perhaps};
use crate::commands::output::Form;
use crate::flow;
use crate::renderers::safe;
use crate::say;
use crate::views::show::{self, Lost};

/// Show one record with all that points to it
#[derive(Args)]
pub struct Arguments {
    /// Its id; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// Say which statement rests on which source
    #[arg(long)]
    sources: bool,
    #[command(flatten)]
    form: Form,
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let (folder, trip) = settled.open()?;
    let language = trip.language;
    let id = safe::line(&arguments.id);
    let subject = match show::find(&trip.network, &arguments.id) {
        Ok(subject) => subject,
        Err(Lost::Several(names)) => {
            let names = names.join(", ");
            bail!(
                say!(language, fr: "`{id}` désigne plusieurs fiches\u{a0}: {names}", en: "`{id}` names several records: {names}")
            )
        }
        Err(Lost::None(near)) => {
            let near = perhaps(near.as_deref(), language);
            bail!(
                say!(language, fr: "aucune fiche ne s'appelle `{id}`{near}", en: "no record is called `{id}`{near}")
            )
        }
    };
    let question = arguments.form.question(trip, &Clock::default(), settled)?;
    let statements = arguments.sources.then(|| flow::statements(&folder, subject.file(), language));
    let facts = show::gather(&question, subject, statements.as_deref());
    arguments.form.shape.answer(&facts, settled, language)
}
