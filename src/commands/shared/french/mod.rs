//! The command line in French: a table of texts laid over the English command of clap.

mod finding_texts;
mod placeholders;
mod texts;
mod texts_of_records;
mod texts_to_know;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::renderers::format::Format;

use finding_texts::FINDING_TEXTS;
use texts::TEXTS;
use texts_to_know::TEXTS_TO_KNOW;

pub use placeholders::PLACEHOLDERS;

/// Name of the program, which prefixes no name of a verb.
const PROGRAM: &str = "apes";

/// The name by which [`texts`] knows an argument: `--theme` for an option, else its placeholder.
#[must_use]
pub fn name_of(argument: &Arg) -> String {
    match argument.get_long() {
        Some(long) => format!("--{long}"),
        None => argument
            .get_value_names()
            .map(<[_]>::concat)
            .unwrap_or_default(),
    }
}

/// The French text of an argument or a value of a verb; `None` if there is none.
#[must_use]
pub fn text(verb: &str, name: &str) -> Option<&'static str> {
    match entry(verb, name) {
        Some((_, text)) => Some(text),
        None => Some(Format::from_name(name.strip_prefix("--format ")?)?.about.fr),
    }
}

/// The row of [`texts`] for an argument or a value: that of its verb, else that of all verbs.
#[must_use]
pub fn entry(verb: &str, name: &str) -> Option<&'static (&'static str, &'static str)> {
    row(&format!("{verb} {name}")).or_else(|| row(name))
}

fn row(name: &str) -> Option<&'static (&'static str, &'static str)> {
    texts().find(|(key, _)| *key == name)
}

/// Every French text by the name of a verb, of an argument of it, of a value of an argument.
pub fn texts() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    TEXTS
        .iter()
        .chain(FINDING_TEXTS)
        .chain(TEXTS_TO_KNOW)
        .chain(texts_of_records::TEXTS)
}

/// A command and its subcommands with French help.
#[must_use]
pub fn translated(command: Command) -> Command {
    let verb = command.get_name().to_owned();
    translate(command, &verb)
}

/// Translates a command known by its whole name, such as `charter try`.
fn translate(command: Command, verb: &str) -> Command {
    let mut command = command
        .disable_help_flag(true)
        .subcommand_value_name("COMMANDE");
    if command.get_version().is_some() {
        command = command
            .disable_version_flag(true)
            .arg(flag("version", 'V', ArgAction::Version));
    }
    command = command.arg(flag("help", 'h', ArgAction::Help));
    if let Some((_, about)) = row(verb) {
        command = command.about(*about);
    }
    command = command.mut_args(|argument| translate_argument(argument, verb));
    if command.is_args_conflicts_with_subcommands_set() {
        command = command.clone().override_usage(usage_lines(command, verb));
    }
    let template = help_template(&command);
    command.help_template(template).mut_subcommands(|inner| {
        let name = if verb == PROGRAM {
            inner.get_name().to_owned()
        } else {
            format!("{verb} {}", inner.get_name())
        };
        translate(inner, &name)
    })
}

/// The usage of a command that has several, aligned below its French heading.
fn usage_lines(command: Command, verb: &str) -> String {
    let usage = command.bin_name(format!("{PROGRAM} {verb}")).render_usage();
    let lines: Vec<String> = usage
        .to_string()
        .trim_start_matches("Usage: ")
        .lines()
        .map(|line| line.trim().to_owned())
        .collect();
    lines.join(&format!("\n{}", " ".repeat("Utilisation : ".len())))
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .display_order(999)
}

/// The sections of clap's own help under French headings.
fn help_template(command: &Command) -> String {
    let style = command.get_styles().get_header();
    let mut sections = Vec::new();
    if command.has_subcommands() {
        sections.push(("Commandes", "subcommands"));
    }
    if command.get_positionals().next().is_some() {
        sections.push(("Arguments", "positionals"));
    }
    sections.push(("Options", "options"));
    let sections: String = sections
        .iter()
        .map(|(heading, tag)| format!("\n\n{style}{heading}\u{a0}:{style:#}\n{{{tag}}}"))
        .collect();
    format!(
        "{{about-with-newline}}\n{style}Utilisation\u{a0}:{style:#} {{usage}}{sections}\
         {{after-help}}"
    )
}

/// An argument with its help, its placeholder, its values and its default in French.
fn translate_argument(argument: Arg, verb: &str) -> Arg {
    let name = name_of(&argument);
    let Some(help) = text(verb, &name) else {
        return argument;
    };
    // The placeholders of flags, and the values that clap gives them, appear in no help.
    if !argument.get_action().takes_values() {
        return argument.help(help).long_help(help);
    }
    let default = argument
        .get_default_values()
        .first()
        .map(|value| format!("[par défaut\u{a0}: {}]", value.to_string_lossy()));
    let values = argument.get_possible_values();
    let listed = listed(&values);
    let described = described(&values, verb, &name).or_else(|| listed.clone());
    let help = Some(help.to_owned());
    let short: Vec<String> = [help.clone(), default.clone(), listed]
        .into_iter()
        .flatten()
        .collect();
    let long: Vec<String> = [help, described, default].into_iter().flatten().collect();
    let english = argument.get_value_names().map(|names| names.join(" "));
    let placeholder = PLACEHOLDERS
        .iter()
        .find(|(name, _)| english.as_deref() == Some(*name));
    let argument = argument
        .help(short.join(" "))
        .long_help(long.join("\n\n"))
        .hide_possible_values(true)
        .hide_default_value(true);
    match placeholder {
        Some((_, french)) => argument.value_names(french.split(' ')),
        None => argument,
    }
}

/// The names of an argument's values in brackets; `None` if any value is accepted.
fn listed(values: &[PossibleValue]) -> Option<String> {
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    (!names.is_empty()).then(|| format!("[valeurs possibles\u{a0}: {}]", names.join(", ")))
}

/// The values of an argument with their texts, one a line; `None` if they have no texts.
fn described(values: &[PossibleValue], verb: &str, argument: &str) -> Option<String> {
    let lines: Vec<String> = values
        .iter()
        .filter_map(|value| {
            let name = value.get_name();
            let text = text(verb, &format!("{argument} {name}"))?;
            Some(format!("- {name}\u{a0}: {text}"))
        })
        .collect();
    (!lines.is_empty()).then(|| format!("Valeurs possibles\u{a0}:\n{}", lines.join("\n")))
}
