//! The command line in French: one table over what the comments say in English, its structure
//! clap's own.

mod texts;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

pub use texts::{PLACEHOLDERS, TEXTS};

/// The name under which [`TEXTS`] speaks of an argument.
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

/// The key and the text for a word of a verb: its own, else the one for all verbs.
#[must_use]
pub fn text(verb: &str, word: &str) -> Option<&'static (&'static str, &'static str)> {
    let known = |key: &str| TEXTS.iter().find(|(known, _)| *known == key);
    known(&format!("{verb} {word}")).or_else(|| known(word))
}

/// The name of the program, which stands before no text.
const PROGRAM: &str = "apes";

/// The same commands with their help in French.
#[must_use]
pub fn translated(command: Command) -> Command {
    let verb = command.get_name().to_owned();
    below(command, &verb)
}

/// The same for a verb by its whole name, such as `charter try`.
fn below(command: Command, verb: &str) -> Command {
    let mut command = command
        .disable_help_flag(true)
        .subcommand_value_name("COMMANDE");
    if command.get_version().is_some() {
        command = command
            .disable_version_flag(true)
            .arg(flag("version", 'V', ArgAction::Version));
    }
    command = command.arg(flag("help", 'h', ArgAction::Help));
    if let Some((_, about)) = TEXTS.iter().find(|(name, _)| *name == verb) {
        command = command.about(*about);
    }
    let ids: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    for id in ids {
        command = command.mut_arg(&id, |argument| spoken(argument, verb));
    }
    let template = template(&command);
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    command = command.help_template(template);
    for name in verbs {
        let whole = if verb == PROGRAM {
            name.clone()
        } else {
            format!("{verb} {name}")
        };
        command = command.mut_subcommand(name, |inner| below(inner, &whole));
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .display_order(999)
}

/// The sections that clap would show, under French headings.
fn template(command: &Command) -> String {
    let style = command.get_styles().get_header();
    let section = |heading: &str, tag: &str| format!("\n\n{style}{heading} :{style:#}\n{{{tag}}}");
    let mut text = format!("{{about-with-newline}}\n{style}Utilisation :{style:#} {{usage}}");
    if command.has_subcommands() {
        text.push_str(&section("Commandes", "subcommands"));
    }
    if command.get_positionals().next().is_some() {
        text.push_str(&section("Arguments", "positionals"));
    }
    text + &section("Options", "options") + "{after-help}"
}

/// An argument with its help, its placeholder, its values and its default in French.
fn spoken(argument: Arg, verb: &str) -> Arg {
    let name = name_of(&argument);
    let Some((_, help)) = text(verb, &name) else {
        return argument;
    };
    let values = values(&argument);
    let default = argument
        .get_default_values()
        .first()
        .map(|value| value.to_string_lossy().into_owned());
    let default = default.map(|value| format!("[par défaut : {value}]"));
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let listed = (!names.is_empty()).then(|| format!("[valeurs possibles : {}]", names.join(", ")));
    let told: Vec<String> = values
        .iter()
        .filter_map(|value| told(value, verb, &name))
        .collect();
    let each = Some(format!("Valeurs possibles :\n{}", told.join("\n")));
    let each = if told.is_empty() {
        listed.clone()
    } else {
        each
    };
    let short: Vec<String> = [Some((*help).to_owned()), default.clone(), listed]
        .into_iter()
        .flatten()
        .collect();
    let long: Vec<String> = [Some((*help).to_owned()), each, default]
        .into_iter()
        .flatten()
        .collect();
    let placeholder = argument.get_value_names().map(|names| names.join(" "));
    let placeholder = PLACEHOLDERS
        .iter()
        .find(|(english, _)| placeholder.as_deref() == Some(*english));
    let argument = argument.help(short.join(" ")).long_help(long.join("\n\n"));
    if !argument.get_action().takes_values() {
        return argument;
    }
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    match placeholder {
        Some((_, french)) => argument.value_names(french.split(' ')),
        None => argument,
    }
}

/// The values that an argument may take, where they are few.
fn values(argument: &Arg) -> Vec<PossibleValue> {
    if argument.get_action().takes_values() {
        argument.get_possible_values()
    } else {
        Vec::new()
    }
}

fn told(value: &PossibleValue, verb: &str, argument: &str) -> Option<String> {
    let name = value.get_name();
    let (_, text) = text(verb, &format!("{argument} {name}"))?;
    Some(format!("- {name} : {text}"))
}
