//! Errors of usage, printed in French as clap prints them in English.

use std::error::Error as _;
use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::commands::shared::clock::InvalidDate;
use crate::commands::shared::command::{ExitStatus, eprint, error_prefix};
use crate::commands::shared::naming::{Suggestion, near_commands, near_options, near_values};
use crate::commands::shared::typed_words::TypedWords;
use crate::language::Language;
use crate::renderers::safe;

/// Prints what clap answers instead of a command: help and version, which are a success, or an
/// error of usage, with what was probably meant.
pub fn report(
    mut error: Error,
    arguments: &[OsString],
    program: &Command,
    language: Language,
) -> ExitStatus {
    if !error.use_stderr() {
        // Ignored: a closed pipe needs no help.
        let _ = error.print();
        return ExitStatus::Success;
    }
    suggest(&mut error, arguments, program, language);
    match language {
        Language::French => eprint(&in_french(&error)),
        Language::English => eprint(&in_english(&error)),
    }
    ExitStatus::Failure
}

/// Replaces what clap suggests, which knows neither French names nor reports.
fn suggest(error: &mut Error, arguments: &[OsString], program: &Command, language: Language) {
    let words: Vec<String> = arguments
        .iter()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let typed = TypedWords::read(program, &words);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let wrong = raw(error, ContextKind::InvalidSubcommand);
            let mut following = words.iter().skip_while(|word| **word != wrong).skip(1);
            let following = following.next().map(String::as_str);
            let Suggestion { names, advice } =
                near_commands(&wrong, following, &typed.names.join(" "));
            put(error, ContextKind::SuggestedSubcommand, names);
            // Without an own tip: the one of clap, to type the word behind `--`, leads nowhere.
            let advice = advice.map(|advice| vec![StyledStr::from(advice.get(language))]);
            error.insert(
                ContextKind::Suggested,
                ContextValue::StyledStrs(advice.unwrap_or_default()),
            );
        }
        ErrorKind::UnknownArgument => {
            let wrong = raw(error, ContextKind::InvalidArg);
            if wrong.starts_with('-') {
                let names = near_options(&wrong, typed.verb, program);
                put(error, ContextKind::SuggestedArg, names);
                // That of clap has the option in it that clap would have suggested.
                let name = format!("apes {}", typed.names.join(" "));
                let usage = typed.verb.clone().bin_name(name.trim_end()).render_usage();
                error.insert(ContextKind::Usage, ContextValue::StyledStr(usage));
            }
        }
        ErrorKind::InvalidValue => {
            let wrong = raw(error, ContextKind::InvalidValue);
            if let Some(ContextValue::Strings(known)) = error.get(ContextKind::ValidValue) {
                let names = near_values(&wrong, known);
                put(error, ContextKind::SuggestedValue, names);
            }
        }
        _ => {}
    }
}

/// A piece of an error's context as it was typed.
fn raw(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Puts names into an error's context, where clap looks for what it suggests.
fn put(error: &mut Error, kind: ContextKind, mut names: Vec<String>) {
    match names.len() {
        0 => error.remove(kind),
        1 => error.insert(kind, ContextValue::String(names.remove(0))),
        _ => error.insert(kind, ContextValue::Strings(names)),
    };
}

/// The message of clap, with the typed words that it repeats made safe for a terminal.
fn in_english(error: &Error) -> String {
    let mut text = error.render().to_string();
    for (_, value) in error.context() {
        if let ContextValue::String(typed) = value {
            text = text.replace(typed.as_str(), &safe::line(typed));
        }
    }
    text.trim_end()
        .lines()
        .map(safe::line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The message in French: the error, the accepted values, a suggestion, the usage.
fn in_french(error: &Error) -> String {
    let Some(sentence) = sentence(error) else {
        return in_english(error);
    };
    let mut text = error_prefix(Language::French) + &sentence;
    let accepted = [ContextKind::ValidValue, ContextKind::ValidSubcommand]
        .map(|kind| context(error, kind))
        .concat();
    if !accepted.is_empty() {
        text.push_str(&format!("\n  [valeurs possibles\u{a0}: {accepted}]"));
    }
    for tip in tips(error) {
        text.push_str(&format!("\n\n  conseil\u{a0}: {tip}"));
    }
    if let Some(usage) = usage_lines(error) {
        text.push_str(&format!("\n\nUtilisation\u{a0}: {usage}"));
    }
    text + "\n\nPour en savoir plus, essayer «\u{a0}--help\u{a0}»."
}

/// What was probably meant, and what to do instead.
fn tips(error: &Error) -> Vec<String> {
    let names: Vec<String> = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .flat_map(|kind| match error.get(kind) {
        Some(ContextValue::String(name)) => vec![name.clone()],
        Some(ContextValue::Strings(names)) => names.clone(),
        _ => Vec::new(),
    })
    .map(|name| quoted(&safe::line(&name)))
    .collect();
    let mut tips = Vec::new();
    if !names.is_empty() {
        let names = names.join(" ou ");
        tips.push(format!("vouliez-vous dire {names}\u{202f}?"));
    }
    // Other advice is in English, except on commands, where it is ours.
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::StyledStrs(advice)) = error.get(ContextKind::Suggested)
    {
        tips.extend(advice.iter().map(ToString::to_string));
    }
    tips
}

/// The usage behind its French heading, its lines aligned.
fn usage_lines(error: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else {
        return None;
    };
    let usage = usage.to_string();
    let lines: Vec<String> = usage
        .strip_prefix("Usage: ")?
        .lines()
        .map(|line| safe::line(line.trim()))
        .collect();
    Some(lines.join(&format!("\n{}", " ".repeat("Utilisation : ".len()))))
}

/// The sentence that names the error; `None` for the kinds that clap does not produce here.
fn sentence(error: &Error) -> Option<String> {
    let argument = quoted(&context(error, ContextKind::InvalidArg));
    let value = context(error, ContextKind::InvalidValue);
    let verb = quoted(&context(error, ContextKind::InvalidSubcommand));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => format!("argument inattendu\u{a0}: {argument}"),
        ErrorKind::InvalidSubcommand => format!("commande inconnue\u{a0}: {verb}"),
        ErrorKind::MissingSubcommand => format!("il manque une commande après {verb}"),
        ErrorKind::MissingRequiredArgument => {
            let missing = context(error, ContextKind::InvalidArg);
            format!("il manque un argument obligatoire\u{a0}: {missing}")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("il manque une valeur après {argument}")
        }
        ErrorKind::InvalidValue => {
            format!("valeur inconnue {} pour {argument}", quoted(&value))
        }
        ErrorKind::ValueValidation => {
            let reason = error
                .source()
                .and_then(|source| source.downcast_ref::<InvalidDate>())
                .map(|date| format!("\u{a0}: {}", date.get(Language::French)))
                .unwrap_or_default();
            format!(
                "valeur incorrecte {} pour {argument}{reason}",
                quoted(&value)
            )
        }
        ErrorKind::TooManyValues => {
            format!(
                "{argument} ne prend pas de valeur\u{a0}: {} est de trop",
                quoted(&value)
            )
        }
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::InvalidUtf8 => "un argument n'est pas écrit en UTF-8".to_owned(),
        _ => return None,
    })
}

fn conflict(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let other = context(error, ContextKind::PriorArg);
    if other.is_empty() || other == argument {
        return format!("{} ne peut être donné qu'une fois", quoted(&argument));
    }
    format!(
        "{} est incompatible avec {}",
        quoted(&argument),
        quoted(&other)
    )
}

fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}

/// A piece of an error's context, made safe for a terminal; empty if the error has none.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => safe::line(text),
        Some(ContextValue::Strings(texts)) => safe::line(&texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => safe::line(&text.to_string()),
        _ => String::new(),
    }
}
