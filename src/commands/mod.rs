//! The command line: one verb one file, whose doc comments are the English help.

mod add;
mod charter;
mod demo;
mod explain;
mod fix;
mod fmt;
mod geography;
mod list;
mod reconcile;
mod rename;
mod report;
mod set;
pub mod shared;
mod show;
mod validate;

pub use shared::command::{ExitStatus, print_failure};

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::calendar::Day;
use crate::commands::shared::command::{GlobalOptions, localized};
use crate::commands::shared::{french, usage_errors};
use crate::language::Language;
use crate::sources::Folder;
use crate::workspace;

/// Plain-text records for networks of the solidarity economy: check them, draw their map, write
/// their reports.
#[derive(Parser)]
#[command(
    name = "apes",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
struct Apes {
    #[command(flatten)]
    options: GlobalOptions,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Validate(validate::Arguments),
    Fix(fix::Arguments),
    Fmt(fmt::Arguments),
    Set(set::Arguments),
    Add(add::Arguments),
    Rename(rename::Arguments),
    Explain(explain::Arguments),
    Report(report::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Charter(charter::Arguments),
    Reconcile(reconcile::Arguments),
    Geography(geography::Arguments),
    Demo(demo::Arguments),
}

/// The definition of the command line, with its help in a language.
#[must_use]
pub fn command_line(language: Language) -> clap::Command {
    match language {
        Language::English => Apes::command(),
        Language::French => french::translated(Apes::command()),
    }
}

/// Parses the arguments and runs their verb; `machine_language` is that of the locale.
///
/// # Errors
/// Returns an error if the verb could not run.
pub fn run(
    arguments: &[OsString],
    machine_language: Language,
    today: Day,
) -> anyhow::Result<ExitStatus> {
    // The reader may have written their language in a file: both parts of a message are in it, that
    // of the verb and that of the system.
    let language = reader_language(arguments, machine_language);
    if let Ok(apes) = parse(arguments, machine_language) {
        return apes
            .run(language, today)
            .map_err(|error| localized(&error, language));
    }
    // Parsed once more, for the message.
    match parse(arguments, language) {
        Ok(apes) => apes.run(language, today),
        Err(error) => Ok(usage_errors::report(&error, language)),
    }
}

fn parse(arguments: &[OsString], language: Language) -> Result<Apes, clap::Error> {
    let matches = command_line(language).try_get_matches_from(arguments)?;
    Apes::from_arg_matches(&matches)
}

impl Apes {
    fn run(self, machine_language: Language, today: Day) -> anyhow::Result<ExitStatus> {
        let context = self.options.resolve(machine_language, today);
        match self.verb {
            Verb::Validate(arguments) => validate::run(&arguments, &context),
            Verb::Fix(arguments) => fix::run(&arguments, &context),
            Verb::Fmt(arguments) => fmt::run(&arguments, &context),
            Verb::Set(arguments) => set::run(&arguments, &context),
            Verb::Add(arguments) => add::run(&arguments, &context),
            Verb::Rename(arguments) => rename::run(&arguments, &context),
            Verb::Explain(arguments) => explain::run(&arguments, &context),
            Verb::Report(arguments) => report::run(&arguments, &context),
            Verb::List(arguments) => list::run(&arguments, &context),
            Verb::Show(arguments) => show::run(&arguments, &context),
            Verb::Charter(arguments) => charter::run(&arguments, &context),
            Verb::Reconcile(arguments) => reconcile::run(&arguments, &context),
            Verb::Geography(arguments) => geography::run(&arguments, &context),
            Verb::Demo(arguments) => demo::run(&arguments, &context),
        }
    }
}

/// The language of error messages, found without parsing: `--lang`, else that of the workspace,
/// else that of the machine.
fn reader_language(arguments: &[OsString], machine_language: Language) -> Language {
    let lang = value_of(arguments, "--lang").and_then(OsStr::to_str);
    lang.and_then(Language::from_code)
        .or_else(|| workspace::language_of(&workspace_folder(arguments)?))
        .unwrap_or(machine_language)
}

fn workspace_folder(arguments: &[OsString]) -> Option<Folder> {
    match value_of(arguments, "--root") {
        Some(root) => Some(Folder::at(Path::new(root))),
        None => Folder::containing(&std::env::current_dir().ok()?),
    }
}

/// The value of an option: behind its `=`, else in the next argument.
fn value_of<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let joined = arguments.iter().find_map(|argument| {
        let value = argument.to_str()?.strip_prefix(option)?;
        value.strip_prefix('=').map(OsStr::new)
    });
    joined.or_else(|| {
        let index = arguments.iter().position(|argument| argument == option)?;
        arguments.get(index + 1).map(OsString::as_os_str)
    })
}
