//! Words that could not be read as a command, told in French as clap tells them in English.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::commands::shared::clock::Mistyped;
use crate::commands::shared::command::{ExitStatus, eprint};
use crate::language::Language;
use crate::renderers::safe;

/// Words that could not be read as a command: help and version are fine, anything else could not
/// run.
pub fn report(error: &clap::Error, language: Language) -> ExitStatus {
    let fine = !error.use_stderr();
    if language == Language::French && !fine {
        eprint(&in_french(error));
    } else if !fine {
        eprint(&harmless(error));
    } else {
        let _ = error.print();
    }
    if fine {
        ExitStatus::Fine
    } else {
        ExitStatus::CouldNotRun
    }
}

/// What clap says of an error, in which it repeats what was typed.
fn harmless(error: &clap::Error) -> String {
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

/// What could not be read: the fault, what would do, the usage.
fn in_french(error: &clap::Error) -> String {
    let Some(sentence) = sentence(error) else {
        return harmless(error);
    };
    let mut text = format!("erreur : {sentence}");
    let possible = [ContextKind::ValidValue, ContextKind::ValidSubcommand]
        .map(|kind| context(error, kind))
        .concat();
    if !possible.is_empty() {
        text.push_str(&format!("\n  [valeurs possibles : {possible}]"));
    }
    let near = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let near = near.map(|kind| context(error, kind)).concat();
    if !near.is_empty() {
        text.push_str(&format!(
            "\n\n  conseil : « {near} » existe et lui ressemble"
        ));
    }
    let usage = context(error, ContextKind::Usage);
    if let Some(usage) = usage.strip_prefix("Usage: ") {
        text.push_str(&format!("\n\nUtilisation : {usage}"));
    }
    text + "\n\nPour en savoir plus, essayer « --help »."
}

fn sentence(error: &clap::Error) -> Option<String> {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let verb = context(error, ContextKind::InvalidSubcommand);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => format!("argument inattendu : « {argument} »"),
        ErrorKind::InvalidSubcommand => format!("commande inconnue : « {verb} »"),
        ErrorKind::MissingSubcommand => {
            format!("« {verb} » demande une commande, et aucune n'est donnée")
        }
        ErrorKind::MissingRequiredArgument => {
            format!("il manque ce qui est obligatoire : {argument}")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("« {argument} » demande une valeur, et aucune n'est donnée")
        }
        ErrorKind::InvalidValue => format!("valeur inconnue « {value} » pour « {argument} »"),
        ErrorKind::ValueValidation => {
            let why = error
                .source()
                .and_then(|why| why.downcast_ref::<Mistyped>());
            let why = why
                .map(|why| format!(" : {}", why.get(Language::French)))
                .unwrap_or_default();
            format!("valeur illisible « {value} » pour « {argument} »{why}")
        }
        ErrorKind::TooManyValues => {
            format!("« {argument} » ne prend pas de valeur : « {value} » est de trop")
        }
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::InvalidUtf8 => "un argument n'est pas écrit en UTF-8".to_owned(),
        _ => return None,
    })
}

fn conflict(error: &clap::Error, argument: &str) -> String {
    let other = context(error, ContextKind::PriorArg);
    if other.is_empty() || other == argument {
        return format!("« {argument} » ne peut être donné qu'une fois");
    }
    format!("« {argument} » ne va pas avec « {other} »")
}

/// What clap knows of an error, made safe for a terminal.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => safe::line(text),
        Some(ContextValue::Strings(texts)) => safe::line(&texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => safe::line(&text.to_string()),
        _ => String::new(),
    }
}
