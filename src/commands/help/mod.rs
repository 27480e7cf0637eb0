//! `apes help`: the commands by what one wants to do, one command, or a topic.

mod topics;

use anyhow::{Result, bail};
use clap::{Args, Command};

use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, print};
use crate::commands::shared::layout::{entry, hanging};
use crate::commands::shared::naming::{Purpose, Suggestion, VERB_NAMES, near_commands};
use crate::commands::shared::topics::{TOPICS, topic_called};
use crate::commands::shared::typed_words::TypedWords;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// List the commands by what one wants to do; with a name, the help of a command or of a topic
#[derive(Args)]
pub struct Arguments {
    /// A command, such as `charter try`, or a topic
    #[arg(value_name = "COMMAND|TOPIC")]
    words: Vec<String>,
}

/// Prints the list of commands, or the help that is asked for.
pub fn run(
    arguments: &Arguments,
    context: &RunContext,
    command_line: fn(Language) -> Command,
) -> Result<ExitStatus> {
    let language = context.reader_language();
    let program = command_line(language);
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    let text = if words.is_empty() {
        overview(&program, context.columns, language)
    } else if let Some(help) = help_of_command(program.clone(), &words) {
        help
    } else if let Some(topic) = topic_called(&words.join(" ")) {
        topics::text(topic, context.columns, language)
    } else {
        bail!(unknown(&arguments.words, &program, language));
    };
    print(&text)?;
    Ok(ExitStatus::Success)
}

/// All commands under their purposes, then the topics.
fn overview(program: &Command, columns: usize, language: Language) -> String {
    let about = program.get_about().map(ToString::to_string);
    let mut text = hanging("", &about.unwrap_or_default(), columns);
    for (purpose, heading) in Purpose::ALL {
        let verbs = VERB_NAMES.iter().filter(|names| names.purpose == purpose);
        let lines: String = verbs
            .filter_map(|names| {
                let verb = find(program, names.verb)?;
                let about = verb.get_about().map(ToString::to_string)?;
                let heading = format!("  {:width$}  ", names.verb, width = VERB_WIDTH);
                Some(entry(&heading, &about, columns))
            })
            .collect();
        if !lines.is_empty() {
            text += &format!("\n{}\n{lines}", heading.get(language));
        }
    }
    text += &say!(language, fr: "\nSujets\n", en: "\nTopics\n");
    for topic in TOPICS {
        let heading = format!(
            "  {:width$}  ",
            topic.name.get(language),
            width = VERB_WIDTH
        );
        text += &entry(&heading, topic.about.get(language), columns);
    }
    let ending = say!(language,
        fr: "`apes help COMMANDE` ou `apes help SUJET` en dit plus\u{202f}; `apes explain NOM` \
            explique un contrôle, un critère, une clé ou un mot. Chaque commande a aussi un nom \
            français\u{a0}: `apes help noms`.",
        en: "`apes help COMMAND` or `apes help TOPIC` tells more; `apes explain NAME` explains a \
            check, a criterion, a key or a word.");
    text + "\n" + &hanging("", &ending, columns)
}

/// Columns of the longest name of a verb.
const VERB_WIDTH: usize = 15;

/// A verb by its whole name, as in `charter try`; `None` if nobody is to see it.
fn find<'c>(program: &'c Command, name: &str) -> Option<&'c Command> {
    let verb = name
        .split(' ')
        .try_fold(program, |here, word| here.find_subcommand(word))?;
    (!verb.is_hide_set()).then_some(verb)
}

/// The whole help of a command; `None` if there is none of this name.
fn help_of_command(mut program: Command, words: &[&str]) -> Option<String> {
    // Only then do verbs have the options of all verbs.
    program.build();
    let mut verb = &mut program;
    for word in words {
        verb = verb.find_subcommand_mut(word)?;
    }
    Some(verb.render_long_help().to_string())
}

/// Says that nothing has a name, and what is near.
fn unknown(words: &[String], program: &Command, language: Language) -> String {
    let read = TypedWords::read(program, words);
    let (above, mut wrong) = (read.names.join(" "), read.values.iter().map(String::as_str));
    let (first, second) = (wrong.next().unwrap_or_default(), wrong.next());
    let Suggestion { names, advice } = near_commands(first, second, &above);
    let name = names.first().map(|name| format!("{above} {name}"));
    let suggestion = match advice {
        Some(advice) => format!("\u{202f}; {}", advice.get(language)),
        None => did_you_mean(name.as_deref().map(str::trim_start), language),
    };
    let typed = safe::line(&words.join(" "));
    say!(language,
        fr: "ni commande ni sujet ne s'appelle `{typed}`{suggestion}\u{202f}; `apes help` les \
            énumère, `apes explain` explique les contrôles, les clés et les mots",
        en: "no command or topic is called `{typed}`{suggestion}; `apes help` lists them, `apes \
            explain` explains checks, keys and words")
}
