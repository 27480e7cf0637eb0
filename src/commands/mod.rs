//! One verb one file: its arguments, whose comments are the help, and what it runs.

mod clock;
mod command;
mod demo;
mod explain;
pub mod french;
mod list;
mod misread;
mod output;
mod progress;
mod report;
mod show;
mod validate;

pub use command::{Answer, could_not_run};

use command::Options;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::calendar::Day;
use crate::language::Language;

/// Plain-text records for networks of the solidarity economy: check them, draw their map, tell their year.
#[derive(Parser)]
#[command(name = "apes", version, arg_required_else_help = true, disable_help_subcommand = true)]
struct Apes {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Validate(validate::Arguments),
    Explain(explain::Arguments),
    Report(report::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Demo(demo::Arguments),
}

/// The command line as clap knows it, its help in a language.
#[must_use]
pub fn command_line(language: Language) -> clap::Command {
    match language {
        Language::English => Apes::command(),
        Language::French => french::translated(Apes::command()),
    }
}

/// Reads the words and runs the verb; `spoken` is the language of the machine.
///
/// # Errors
/// Where the verb could not run.
pub fn run(words: &[OsString], spoken: Language, today: Day) -> anyhow::Result<Answer> {
    let language = asked_for(words).unwrap_or(spoken);
    let read = command_line(language)
        .try_get_matches_from(words)
        .and_then(|matches| Apes::from_arg_matches(&matches));
    let apes = match read {
        Ok(apes) => apes,
        Err(error) => return Ok(command::misread(&error, language)),
    };
    let options = apes.options.settle(spoken, today);
    match apes.verb {
        Verb::Validate(arguments) => validate::run(&arguments, &options),
        Verb::Explain(arguments) => explain::run(&arguments, &options),
        Verb::Report(arguments) => report::run(&arguments, &options),
        Verb::List(arguments) => list::run(&arguments, &options),
        Verb::Show(arguments) => show::run(&arguments, &options),
        Verb::Demo(arguments) => demo::run(&arguments, &options),
    }
}

/// The language asked for with `--lang`, looked for before anything else is read.
fn asked_for(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let after = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
    let glued = words.iter().find_map(|word| word.strip_prefix("--lang="));
    Language::from_code(glued.or(after)?)
}
