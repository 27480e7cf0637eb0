//! The command line: one verb one file, whose doc comments are the English help.

mod add;
mod charter;
mod code;
mod complete;
mod completions;
mod convert;
mod demo;
mod doctor;
mod duplicates;
mod explain;
mod find;
mod fix;
mod fmt;
mod geography;
mod help;
mod init;
mod list;
mod man;
mod merge;
mod migrate;
mod new;
mod reconcile;
mod remove;
mod rename;
mod report;
mod schema;
mod set;
pub mod shared;
mod show;
mod validate;
mod words;

pub use shared::command::ExitStatus;
pub use shared::files::end_cleanly;

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::calendar::Day;
use crate::commands::shared::command::{GlobalOptions, fail};
use crate::commands::shared::naming::with_french_names;
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
    Init(init::Arguments),
    New(new::Arguments),
    Validate(validate::Arguments),
    Fix(fix::Arguments),
    Fmt(fmt::Arguments),
    Set(set::Arguments),
    Add(add::Arguments),
    Rename(rename::Arguments),
    Convert(convert::Arguments),
    Remove(remove::Arguments),
    Merge(merge::Arguments),
    Migrate(migrate::Arguments),
    Explain(explain::Arguments),
    Report(report::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Find(find::Arguments),
    Words(words::Arguments),
    Code(code::Arguments),
    Duplicates(duplicates::Arguments),
    Charter(charter::Arguments),
    Reconcile(reconcile::Arguments),
    Geography(geography::Arguments),
    Demo(demo::Arguments),
    Help(help::Arguments),
    Doctor(doctor::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    #[command(hide = true)]
    Complete(complete::Arguments),
}

/// The definition of the command line, with its help in a language.
#[must_use]
pub fn command_line(language: Language) -> clap::Command {
    let command = with_french_names(Apes::command());
    match language {
        Language::English => command,
        Language::French => french::translated(command),
    }
}

/// Parses the arguments and runs their verb, or prints why it could not run; `machine_language` is
/// that of the locale.
#[must_use]
pub fn run(arguments: &[OsString], machine_language: Language, today: Day) -> ExitStatus {
    // The reader may have written their language in a file: both parts of a message are in it, that
    // of the verb and that of the system.
    let language = reader_language(arguments, machine_language);
    match parse(arguments, language) {
        // A new network does not take the language of a folder around it.
        Ok(apes) if matches!(apes.verb, Verb::Init(_)) => apes
            .run(machine_language, today)
            .unwrap_or_else(|error| fail(&error, machine_language)),
        Ok(apes) => apes
            .run(language, today)
            .unwrap_or_else(|error| fail(&error, language)),
        Err(error) => usage_errors::report(error, arguments, &command_line(language), language),
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
            Verb::Init(arguments) => init::run(&arguments, &context),
            Verb::New(arguments) => new::run(&arguments, &context),
            Verb::Validate(arguments) => validate::run(&arguments, &context),
            Verb::Fix(arguments) => fix::run(&arguments, &context),
            Verb::Fmt(arguments) => fmt::run(&arguments, &context),
            Verb::Set(arguments) => set::run(&arguments, &context),
            Verb::Add(arguments) => add::run(&arguments, &context),
            Verb::Rename(arguments) => rename::run(&arguments, &context),
            Verb::Convert(arguments) => convert::run(&arguments, &context),
            Verb::Remove(arguments) => remove::run(&arguments, &context),
            Verb::Merge(arguments) => merge::run(&arguments, &context),
            Verb::Migrate(arguments) => migrate::run(&arguments, &context),
            Verb::Explain(arguments) => explain::run(&arguments, &context),
            Verb::Report(arguments) => report::run(&arguments, &context),
            Verb::List(arguments) => list::run(&arguments, &context),
            Verb::Show(arguments) => show::run(&arguments, &context),
            Verb::Find(arguments) => find::run(&arguments, &context),
            Verb::Words(arguments) => words::run(&arguments, &context),
            Verb::Code(arguments) => code::run(&arguments, &context),
            Verb::Duplicates(arguments) => duplicates::run(&arguments, &context),
            Verb::Charter(arguments) => charter::run(&arguments, &context),
            Verb::Reconcile(arguments) => reconcile::run(&arguments, &context),
            Verb::Geography(arguments) => geography::run(&arguments, &context),
            Verb::Demo(arguments) => demo::run(&arguments, &context),
            Verb::Help(arguments) => help::run(&arguments, &context, command_line),
            Verb::Doctor(arguments) => doctor::run(&arguments, &context),
            Verb::Schema(arguments) => schema::run(&arguments, &context),
            Verb::Completions(arguments) => completions::run(&arguments, &context, command_line),
            Verb::Man(arguments) => man::run(&arguments, &context, command_line),
            Verb::Complete(arguments) => complete::run(&arguments, &context, command_line),
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
