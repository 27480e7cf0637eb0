//! `empty-value`: a key without a value.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Token, TokenKind};
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "empty-value", Error,
        fr: "une valeur vide peut vouloir dire « rien », « inconnu » ou « oublié » : la fiche \
            doit dire laquelle",
        en: "an empty value may mean “nothing”, “unknown” or “forgotten”: the record must say \
            which"),
    diagnose,
};

/// `name =` in TOML.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let tokens: Vec<Token> = failure
        .tokens()
        .into_iter()
        .filter(|token| token.kind != TokenKind::Comment)
        .collect();
    let [key, sign] = tokens[..] else {
        return None;
    };
    (failure.is_toml_error() && sign.kind == TokenKind::Sign('='))
        .then(|| report(failure.reading, key.span))
}

/// Reports an empty text where a record, a word or a code should be named.
#[must_use]
pub fn of_name(reading: &Reading, span: Span) -> Finding {
    with_help(
        reading,
        span,
        say!(reading.language,
        fr: "ce texte est vide et ne désigne rien",
        en: "this text is empty and names nothing"),
    )
}

/// Reports a name in which nothing is to be read.
#[must_use]
pub fn of_blank(reading: &Reading, span: Span) -> Finding {
    with_help(
        reading,
        span,
        say!(reading.language,
        fr: "ce texte ne montre rien à lire",
        en: "this text shows nothing to read"),
    )
}

/// Reports a key without a value.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    with_help(
        reading,
        span,
        say!(reading.language,
        fr: "une valeur manque ici",
        en: "a value is missing here"),
    )
}

fn with_help(reading: &Reading, span: Span, sentence: String) -> Finding {
    reading
        .finding(&HINT.rule, span, sentence)
        .help(say!(reading.language,
            fr: "écrire la valeur, ou effacer la ligne si elle n'est pas connue",
            en: "write the value, or delete the line if it is not known"))
}
