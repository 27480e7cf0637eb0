//! `apes complete`: what may come next on a command line, for the scripts of shells.

mod candidates;
mod typed_line;

use std::sync::mpsc;
use std::time::Duration;

use anyhow::Result;
use clap::{Args, Command};

use crate::commands::shared::command::{ExitStatus, RunContext, print};
use crate::language::Language;

/// List what may come next on a command line
#[derive(Args)]
pub struct Arguments {
    /// The line as far as it was typed
    #[arg(value_name = "LINE")]
    line: Option<String>,
}

/// Time after which nothing is offered: who types does not wait.
const PATIENCE: Duration = Duration::from_millis(900);

/// Prints candidates, one a line, each with what it is behind a tab. Never fails, and says nothing
/// else: it runs at every press of a key.
pub fn run(
    arguments: &Arguments,
    context: &RunContext,
    command_line: fn(Language) -> Command,
) -> Result<ExitStatus> {
    let line = arguments.line.clone().unwrap_or_default();
    let folder = typed_line::root_of(&line).or_else(|| context.folder().ok());
    let language = context.reader_language();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let program = command_line(language);
        let found = candidates::of_line(&line, &program, folder.as_ref(), language);
        // Ignored: the receiver may have gone.
        let _ = sender.send(found);
    });
    let found = receiver.recv_timeout(PATIENCE).unwrap_or_default();
    print(&found)?;
    Ok(ExitStatus::Success)
}
