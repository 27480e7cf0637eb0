//! One verb one file: its arguments, whose comments are the help, and what it runs.

mod charter;
mod demo;
mod explain;
mod geography;
mod list;
mod reconcile;
mod report;
pub mod shared;
mod show;
mod validate;

pub use shared::command::{ExitStatus, could_not_run};

use shared::command::Options;

use std::ffi::OsString;
use std::path::Path;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::calendar::Day;
use crate::language::Language;
use crate::sources::Folder;
use crate::workspace;

/// Plain-text records for networks of the solidarity economy: check them, draw their map, tell
/// their year.
#[derive(Parser)]
#[command(
    name = "apes",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
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
    Charter(charter::Arguments),
    Reconcile(reconcile::Arguments),
    Geography(geography::Arguments),
    Demo(demo::Arguments),
}

/// The command line as clap knows it, its help in a language.
#[must_use]
pub fn command_line(language: Language) -> clap::Command {
    match language {
        Language::English => Apes::command(),
        Language::French => shared::french::translated(Apes::command()),
    }
}

/// Reads the words and runs the verb; `spoken` is the language of the machine.
///
/// # Errors
/// Where the verb could not run.
pub fn run(words: &[OsString], spoken: Language, today: Day) -> anyhow::Result<ExitStatus> {
    let done = read(words, spoken).map(|apes| apes.run(spoken, today));
    // What could not be read or done is told, as help is, in the language of who reads it.
    let language = || answered_in(words, spoken);
    match done {
        Ok(done) => done.map_err(|error| shared::command::in_words(&error, language())),
        Err(_) => match read(words, language()) {
            Ok(apes) => apes.run(spoken, today),
            Err(error) => Ok(shared::usage_errors::report(&error, language())),
        },
    }
}

fn read(words: &[OsString], language: Language) -> Result<Apes, clap::Error> {
    let matches = command_line(language).try_get_matches_from(words)?;
    Apes::from_arg_matches(&matches)
}

impl Apes {
    fn run(self, spoken: Language, today: Day) -> anyhow::Result<ExitStatus> {
        let options = self.options.resolve(spoken, today);
        match self.verb {
            Verb::Validate(arguments) => validate::run(&arguments, &options),
            Verb::Explain(arguments) => explain::run(&arguments, &options),
            Verb::Report(arguments) => report::run(&arguments, &options),
            Verb::List(arguments) => list::run(&arguments, &options),
            Verb::Show(arguments) => show::run(&arguments, &options),
            Verb::Charter(arguments) => charter::run(&arguments, &options),
            Verb::Reconcile(arguments) => reconcile::run(&arguments, &options),
            Verb::Geography(arguments) => geography::run(&arguments, &options),
            Verb::Demo(arguments) => demo::run(&arguments, &options),
        }
    }
}

/// The language asked for, else that of the workspace, else that of the machine: before any word
/// could be read.
fn answered_in(words: &[OsString], spoken: Language) -> Language {
    let asked = || Language::from_code(value_of(words, "--lang")?.to_str()?);
    let root = || value_of(words, "--root").map(|root| Folder::at(Path::new(&root)));
    let here = || Folder::containing(&std::env::current_dir().ok()?);
    asked()
        .or_else(|| workspace::language_of(&root().or_else(here)?))
        .unwrap_or(spoken)
}

/// What stands behind an option, or behind its `=`.
fn value_of(words: &[OsString], option: &str) -> Option<OsString> {
    let after = words
        .iter()
        .position(|word| word == option)
        .and_then(|at| words.get(at + 1));
    let glued = |word: &OsString| {
        Some(
            word.to_str()?
                .strip_prefix(option)?
                .strip_prefix('=')?
                .into(),
        )
    };
    words.iter().find_map(glued).or_else(|| after.cloned())
}
