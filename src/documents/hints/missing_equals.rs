//! `missing-equals`: a TOML key whose value follows a colon or a space instead of `=`.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Token, TokenKind};
use crate::documents::reading::Reading;
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-equals", Error,
        fr: "en TOML, le signe `=` relie une clé à sa valeur",
        en: "in TOML, the `=` sign separates a key from its value"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_toml_error() {
        return None;
    }
    let tokens = failure.tokens();
    let colons: Vec<Colon> = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .filter_map(|token| colon(failure, token.span))
        .collect();
    if colons.is_empty() {
        without_sign(failure, &tokens)
    } else {
        with_colons(failure, &colons)
    }
}

/// A colon behind a key.
struct Colon {
    span: Span,
    /// The value behind it, where that is a text that needs quotes.
    unquoted_value: Option<Span>,
}

/// Reports `name: "Maillage"`, with an edit for all colons of the line.
fn with_colons(failure: &ParseFailure, colons: &[Colon]) -> Option<Finding> {
    let (reading, language) = (failure.reading, failure.reading.language);
    let label = say!(language, fr: "un deux-points, comme en YAML", en: "a colon, as in YAML");
    let finding = report(reading, colons.first()?.span, label);
    Some(colons.iter().fold(finding, |finding, colon| {
        let finding = finding.edit(reading.place(colon.span), Writing::Raw(" =".to_owned()));
        match &colon.unquoted_value {
            Some(value) => finding.edit(
                reading.place(*value),
                Writing::Text(failure.slice(*value).to_owned()),
            ),
            None => finding,
        }
    }))
}

/// Reports `name "Maillage"`.
fn without_sign(failure: &ParseFailure, tokens: &[Token]) -> Option<Finding> {
    let [key, value, rest @ ..] = tokens else {
        return None;
    };
    if key.kind != TokenKind::Word
        || !is_key(failure.slice(key.span))
        || value.kind != (TokenKind::Quoted { closed: true })
        || rest.iter().any(|token| token.kind != TokenKind::Comment)
    {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let label = say!(language,
        fr: "rien entre la clé et sa valeur",
        en: "nothing between the key and its value");
    let end = reading.place(Span::at(key.span.end));
    Some(report(reading, key.span, label).edit(end, Writing::Raw(" =".to_owned())))
}

/// The colon behind a key in a word.
fn colon(failure: &ParseFailure, word: Span) -> Option<Colon> {
    let text = failure.slice(word);
    let (key, value) = text.split_once(':')?;
    if !is_key(key.trim()) || !(value.is_empty() || value.starts_with(' ')) {
        return None;
    }
    let span = Span::new(
        word.start + key.trim_end().len(),
        word.start + key.len() + 1,
    );
    let value = value.trim();
    let is_literal = value.is_empty()
        || number(value).is_some_and(|number| number.unit.is_empty())
        || matches!(value, "true" | "false");
    Some(Colon {
        span,
        unquoted_value: (!is_literal).then(|| Span::new(word.end - value.len(), word.end)),
    })
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

fn report(reading: &Reading, shown: Span, label: String) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
                fr: "le signe `=` manque entre la clé et sa valeur",
                en: "the `=` sign is missing between the key and its value"),
        )
        .label(label)
        .help(say!(language, fr: "mettre `=`", en: "use `=`"))
}
