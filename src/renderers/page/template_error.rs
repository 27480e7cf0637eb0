//! Error of a template in the reader's language, with its path, line and column.

use minijinja::{Error, ErrorKind};

use crate::language::{Bilingual, Language};
use crate::renderers::page::filters::{FILTERS, FUNCTIONS, TESTS};
use crate::renderers::page::known_facts::KnownFacts;
use crate::renderers::safe;
use crate::say;

/// Message about a template that cannot be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError(String);

impl std::fmt::Display for TemplateError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    /// The message about an error in the template with a path and a text, which was filled with
    /// facts.
    pub(super) fn new(
        error: &Error,
        (path, text): (&str, &str),
        facts: &KnownFacts,
        language: Language,
    ) -> Self {
        let path = safe::line(path);
        let place = match (error.line(), column(error, text)) {
            (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
            (Some(line), None) => format!("{path}:{line}"),
            (None, _) => path,
        };
        let reason = reason(error.kind()).get(language);
        let detail = detail(error, text, facts, language);
        Self(say!(language,
            fr: "{place}\u{a0}: le modèle ne peut pas être appliqué, {reason}{detail}",
            en: "{place}: the template cannot be rendered: {reason}{detail}"))
    }

    /// The message about a template that is nested too deeply at a byte of its text.
    pub(super) fn too_nested(path: &str, text: &str, at: usize, language: Language) -> Self {
        let before = text.get(..at).unwrap_or_default();
        let place = format!("{}:{}", safe::line(path), before.matches('\n').count() + 1);
        Self(say!(language,
            fr: "{place}\u{a0}: le modèle ne peut pas être appliqué, il est trop imbriqué ou \
                répète trop",
            en: "{place}: the template cannot be rendered: it is nested too deeply or \
                repeats too much"))
    }
}

/// The column of an error, from 1: that of the fact at fault, since the engine points at its dots.
fn column(error: &Error, text: &str) -> Option<usize> {
    let range = error.range()?;
    let fact = match error.kind() {
        ErrorKind::UndefinedError => undefined(error, text),
        _ => None,
    };
    let written = fact.and_then(|fact| text.get(..range.end)?.rfind(&fact));
    let before = text.get(..written.unwrap_or(range.start))?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    Some(line.chars().count() + 1)
}

/// What follows the reason: the fact, the name or the expression that is at fault, and what could
/// be written instead.
fn detail(error: &Error, text: &str, facts: &KnownFacts, language: Language) -> String {
    let told = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError => match undefined(error, text) {
            Some(fact) => {
                let instead = facts.instead_of(&fact, language);
                named(&fact, &instead, language)
            }
            None => String::new(),
        },
        ErrorKind::UnknownFilter => unknown(told, &FILTERS, language),
        ErrorKind::UnknownTest => unknown(told, &TESTS, language),
        ErrorKind::UnknownFunction => unknown(told, &FUNCTIONS, language),
        ErrorKind::InvalidOperation | ErrorKind::UnknownMethod => {
            let expression = expression(error, text).unwrap_or_default();
            let told = match language {
                Language::English if !told.is_empty() => format!(" ({})", safe::line(told)),
                _ => String::new(),
            };
            if expression.is_empty() {
                told
            } else {
                named(&expression, &told, language)
            }
        }
        _ if told.is_empty() => String::new(),
        _ => format!(" ({})", safe::line(told)),
    }
}

/// A name at fault after its reason, with what can be written instead.
fn named(name: &str, instead: &str, language: Language) -> String {
    let name = safe::line(name);
    say!(language, fr: "\u{a0}: `{name}`{instead}", en: ": `{name}`{instead}")
}

/// An unknown name, which the engine's message tells before its last two words, and the known ones.
fn unknown(told: &str, known: &[&str], language: Language) -> String {
    let told = told.strip_suffix(" is unknown").unwrap_or(told);
    let name = told.rsplit(' ').next().unwrap_or_default();
    let known = known.join(", ");
    let instead = say!(language, fr: " (connus\u{a0}: {known})", en: " (known: {known})");
    named(name, &instead, language)
}

/// The fact that does not exist, as the template writes it.
fn undefined(error: &Error, text: &str) -> Option<String> {
    let told = error.detail().and_then(|detail| {
        let (before, _) = detail.split_once("` is undefined")?;
        before.rsplit('`').next()
    });
    match told {
        Some(fact) if !fact.contains("(...)") => Some(fact.to_owned()),
        _ => expression(error, text),
    }
}

/// The expression at fault, without its filters.
fn expression(error: &Error, text: &str) -> Option<String> {
    let range = error.range()?;
    let expression = text.get(range.clone())?;
    if FILTERS.contains(&expression) {
        // The engine points at the filter; its subject is before the bar.
        let before = text.get(..range.start)?.trim_end().strip_suffix('|')?;
        let is_of_path =
            |character: char| character.is_alphanumeric() || "_.[]".contains(character);
        let subject = before.trim_end().rsplit(|character| !is_of_path(character));
        return subject.into_iter().next().map(str::to_owned);
    }
    let expression = expression.split('|').next().unwrap_or_default();
    let bare = expression.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '{' | '}' | '%')
    });
    (!bare.is_empty()).then(|| bare.to_owned())
}

fn reason(kind: ErrorKind) -> Bilingual {
    let (fr, en) = match kind {
        ErrorKind::SyntaxError | ErrorKind::InvalidDelimiter | ErrorKind::BadEscape => {
            ("sa syntaxe est incorrecte", "its syntax is invalid")
        }
        ErrorKind::UndefinedError => (
            "il nomme un fait qui n'existe pas",
            "it names a fact that does not exist",
        ),
        ErrorKind::UnknownFilter => ("filtre inconnu", "unknown filter"),
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            ("fonction inconnue", "unknown function")
        }
        ErrorKind::UnknownTest => ("test inconnu", "unknown test"),
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            ("il inclut un autre modèle", "it includes another template")
        }
        ErrorKind::OutOfFuel => (
            "il demande trop de calculs ou de mémoire",
            "it takes too much time or memory",
        ),
        ErrorKind::WriteFailure => ("la page est trop longue", "the page is too long"),
        ErrorKind::MissingArgument | ErrorKind::TooManyArguments => (
            "un filtre ou une fonction n'a pas les arguments attendus",
            "a filter or function does not have the expected arguments",
        ),
        _ => (
            "une opération est impossible",
            "an operation is not possible",
        ),
    };
    Bilingual { fr, en }
}
