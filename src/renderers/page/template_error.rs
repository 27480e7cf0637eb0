//! Error of a template in the reader's language, with its path and line.

use minijinja::{Error, ErrorKind};

use crate::language::{Bilingual, Language};
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
    /// The message about an error in the template at a path.
    pub(super) fn new(error: &Error, path: &str, language: Language) -> Self {
        let path = safe::line(path);
        let place = match error.line() {
            Some(line) => format!("{path}:{line}"),
            None => path,
        };
        let reason = reason(error.kind()).get(language);
        let detail = match error.detail().map(safe::line) {
            Some(detail) if !detail.is_empty() => format!(" ({detail})"),
            _ => String::new(),
        };
        Self(say!(language,
            fr: "{place}\u{a0}: le modèle ne peut pas être appliqué, {reason}{detail}",
            en: "{place}: the template cannot be rendered: {reason}{detail}"))
    }
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
        ErrorKind::OutOfFuel => ("il demande trop de calculs", "it needs too many operations"),
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
