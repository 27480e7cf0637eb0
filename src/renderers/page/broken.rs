//! Why a template could not be followed, in the reader's language, with its path and line.

use minijinja::{Error, ErrorKind};

use crate::language::{Bilingual, Language};
use crate::renderers::safe;
use crate::say;

/// A template that could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(String);

impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

impl Broken {
    /// What an error says, at its place.
    pub(super) fn from(error: &Error, path: &str, language: Language) -> Self {
        let path = safe::line(path);
        let place = error
            .line()
            .map_or_else(|| path.clone(), |line| format!("{path}:{line}"));
        let why = kind(error.kind()).get(language);
        let detail = error.detail().map(safe::line).unwrap_or_default();
        let detail = if detail.is_empty() {
            detail
        } else {
            format!(" ({detail})")
        };
        Self(say!(language,
            fr: "{place}\u{a0}: le modèle ne peut pas être suivi, {why}{detail}",
            en: "{place}: the template cannot be followed, {why}{detail}"))
    }
}

fn kind(kind: ErrorKind) -> Bilingual {
    match kind {
        ErrorKind::SyntaxError | ErrorKind::InvalidDelimiter | ErrorKind::BadEscape => Bilingual {
            fr: "sa syntaxe est fausse",
            en: "its syntax is wrong",
        },
        ErrorKind::UndefinedError => Bilingual {
            fr: "il nomme un fait qui n'existe pas",
            en: "it names a fact that does not exist",
        },
        ErrorKind::UnknownFilter => Bilingual {
            fr: "filtre inconnu",
            en: "unknown filter",
        },
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => Bilingual {
            fr: "fonction inconnue",
            en: "unknown function",
        },
        ErrorKind::UnknownTest => Bilingual {
            fr: "test inconnu",
            en: "unknown test",
        },
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => Bilingual {
            fr: "il appelle un autre modèle",
            en: "it calls another template",
        },
        ErrorKind::OutOfFuel => Bilingual {
            fr: "il n'en finit pas",
            en: "it never ends",
        },
        ErrorKind::WriteFailure => Bilingual {
            fr: "il écrit trop",
            en: "it writes too much",
        },
        ErrorKind::MissingArgument | ErrorKind::TooManyArguments => Bilingual {
            fr: "un mot n'a pas ce qu'il lui faut",
            en: "a word lacks what it needs",
        },
        _ => Bilingual {
            fr: "une opération n'a pas de sens",
            en: "an operation makes no sense",
        },
    }
}
