//! `apes completions`: a script that completes commands, options and names in a shell.

mod scripts;

use anyhow::Result;
use clap::{Args, Command, ValueEnum};

use crate::commands::shared::command::{ExitStatus, RunContext, print};
use crate::language::Language;

/// Print a script that completes commands, options, and the names of records, words, checks and
/// keys in a shell
#[derive(Args)]
pub struct Arguments {
    /// Which shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// The shells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    /// `apes completions bash > ~/.local/share/bash-completion/completions/apes`
    Bash,
    /// `apes completions zsh > DIR/_apes`, in a folder of `$fpath`
    Zsh,
    /// `apes completions fish > ~/.config/fish/completions/apes.fish`
    Fish,
    /// `apes completions powershell >> $PROFILE`
    Powershell,
}

/// Prints the script.
pub fn run(
    arguments: &Arguments,
    context: &RunContext,
    command_line: fn(Language) -> Command,
) -> Result<ExitStatus> {
    let program = command_line(context.reader_language());
    let script = match arguments.shell {
        Shell::Bash => scripts::bash(program),
        Shell::Zsh => scripts::zsh(program),
        Shell::Fish => scripts::fish(program),
        Shell::Powershell => scripts::powershell(program),
    };
    print(&script)?;
    Ok(ExitStatus::Success)
}
