//! `apes complete`: what may come next on a command line, for the scripts of shells.

mod candidates;
mod typed_line;

use std::sync::mpsc;
use std::time::{Duration, Instant};

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

/// Time after which nothing more is offered: who types does not wait.
const PATIENCE: Duration = Duration::from_secs(2);

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
    let typed = line.clone();
    std::thread::spawn(move || {
        let program = command_line(language);
        candidates::offer(&typed, &program, folder.as_ref(), language, sender);
    });
    let (begun, mut found) = (Instant::now(), Vec::new());
    while let Ok(more) = receiver.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
        found.extend(more);
    }
    print(&candidates::listed(found, &line))?;
    Ok(ExitStatus::Success)
}
