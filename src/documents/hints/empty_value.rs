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

/// Reports a key without a value.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
            fr: "une valeur manque ici",
            en: "a value is missing here"),
        )
        .help(say!(language,
            fr: "écrire la valeur, ou effacer la ligne si elle n'est pas connue",
            en: "write the value, or delete the line if it is not known"))
}
