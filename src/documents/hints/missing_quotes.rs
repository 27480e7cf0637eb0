//! `missing-quotes`: a TOML text without quotes, or a YAML text that is a number without them.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Token, TokenKind};
use crate::documents::syntax::Syntax;
use crate::documents::tree::ScalarForm;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-quotes", Error,
        fr: "en TOML, seuls les nombres, les dates, `true` et `false` se passent de \
            guillemets\u{202f}; en YAML, un nombre sans guillemets n'est pas un texte",
        en: "in TOML, only numbers, dates, `true` and `false` are written without quotes; in YAML, \
            a number without quotes is not a text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let span = if failure.expected.is_some() {
        unquoted_value(failure)?
    } else if failure.reading.syntax == Syntax::Yaml {
        return None;
    } else {
        unquoted_words(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    let text = failure.slice(span).trim_matches('"');
    Some(
        reading
            .finding(
                &HINT.rule,
                span,
                say!(language,
                    fr: "un texte se met entre guillemets",
                    en: "a text is written in quotes"),
            )
            .label(say!(language, fr: "sans guillemets", en: "without quotes"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(span), Writing::Text(text.to_owned())),
    )
}

/// A number, a date or a boolean that fits once it is a text.
fn unquoted_value(failure: &ParseFailure) -> Option<Span> {
    let text = failure.value_text();
    (failure.is_unquoted() && failure.accepts(ScalarForm::Text, text)).then_some(failure.value_span)
}

/// The words behind the `=`, up to the end of the line; in a list or an inline table, up to the
/// next sign.
fn unquoted_words(failure: &ParseFailure) -> Option<Span> {
    let text = failure.value_text();
    // `[partners.` is an unfinished heading, `[partners]` one that an open bracket above spoils.
    let line = failure.line().split(" #").next().unwrap_or_default().trim();
    if line.starts_with('[')
        && (text.ends_with('.') || line.strip_suffix(']') == line.get(..text.len() + 1))
    {
        return None;
    }
    let tokens = failure.tokens();
    let index = tokens
        .iter()
        .position(|token| token.span == failure.value_span && token.kind == TokenKind::Word)?;
    let sign = tokens.before(index).last().map(|token| token.kind);
    let is_key = tokens
        .get(index + 1)
        .is_some_and(|next| next.kind == TokenKind::Sign('='));
    if !is_in_place_of_value(failure, &tokens, sign)
        || !text.contains(char::is_alphabetic)
        || is_key && !text.starts_with(char::is_alphabetic)
    {
        return None;
    }
    if index == 2 && sign == Some(TokenKind::Sign('=')) {
        let start = failure.value_span.start;
        let last = tokens
            .iter()
            .rfind(|token| token.kind != TokenKind::Comment)?;
        let words = failure.slice(Span::new(start, last.span.end));
        let length = words.trim_end_matches([',', ';']).len();
        return Some(Span::new(start, start + length));
    }
    (!is_key).then_some(failure.value_span)
}

/// Whether a value may follow the sign before a word: on a line of its own, only in a list.
fn is_in_place_of_value(failure: &ParseFailure, tokens: &[Token], sign: Option<TokenKind>) -> bool {
    match sign {
        Some(sign) => matches!(sign, TokenKind::Sign('=' | ',' | '[')),
        None => {
            !tokens
                .iter()
                .any(|token| token.kind == TokenKind::Sign('='))
                && !failure.message.contains("key with no value")
                && !failure.message.contains("unquoted key")
        }
    }
}
