//! Errors of usage, printed in French as clap prints them in English.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::commands::shared::clock::InvalidDate;
use crate::commands::shared::command::{ExitStatus, eprint};
use crate::language::Language;
use crate::renderers::safe;

/// Prints what clap answers instead of a command: help and version, which are a success, or an
/// error of usage.
pub fn report(error: &clap::Error, language: Language) -> ExitStatus {
    if !error.use_stderr() {
        // Ignored: a closed pipe needs no help.
        let _ = error.print();
        return ExitStatus::Success;
    }
    match language {
        Language::French => eprint(&in_french(error)),
        Language::English => eprint(&in_english(error)),
    }
    ExitStatus::Failure
}

/// The message of clap, with the typed words that it repeats made safe for a terminal.
fn in_english(error: &clap::Error) -> String {
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
fn in_french(error: &clap::Error) -> String {
    let Some(sentence) = sentence(error) else {
        return in_english(error);
    };
    let mut text = format!("erreur\u{a0}: {sentence}");
    let accepted = [ContextKind::ValidValue, ContextKind::ValidSubcommand]
        .map(|kind| context(error, kind))
        .concat();
    if !accepted.is_empty() {
        text.push_str(&format!("\n  [valeurs possibles\u{a0}: {accepted}]"));
    }
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .map(|kind| context(error, kind))
    .concat();
    if !suggestion.is_empty() {
        text.push_str(&format!(
            "\n\n  conseil\u{a0}: vouliez-vous dire «\u{a0}{suggestion}\u{a0}»\u{202f}?"
        ));
    }
    let usage = context(error, ContextKind::Usage);
    if let Some(usage) = usage.strip_prefix("Usage: ") {
        text.push_str(&format!("\n\nUtilisation\u{a0}: {usage}"));
    }
    text + "\n\nPour en savoir plus, essayer «\u{a0}--help\u{a0}»."
}

/// The sentence that names the error; `None` for the kinds that clap does not produce here.
fn sentence(error: &clap::Error) -> Option<String> {
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

fn conflict(error: &clap::Error) -> String {
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
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => safe::line(text),
        Some(ContextValue::Strings(texts)) => safe::line(&texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => safe::line(&text.to_string()),
        _ => String::new(),
    }
}
