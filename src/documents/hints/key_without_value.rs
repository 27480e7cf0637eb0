//! `key-without-value`: a TOML key alone on its line, or in braces, such as a partner without role.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::documents::line_tokens::{Token, TokenKind};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "key-without-value", Error,
        fr: "une clé seule ne dit rien\u{a0}: un partenaire se lit par son rôle",
        en: "a key alone says nothing: a partner is read by its role"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_toml_error() {
        return None;
    }
    let tokens = failure.tokens();
    let key = alone_in_braces(failure, &tokens).or_else(|| alone_on_line(failure, &tokens))?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let name = failure.slice(key.span);
    let (sentence, help) = if is_partner(failure, &tokens) {
        (
            say!(language,
                fr: "il manque le rôle de `{name}`",
                en: "the role of `{name}` is missing"),
            say!(language,
                fr: "écrire son rôle, comme `{name} = \"partenaire\"` ou `{name} = \"porteur\"`",
                en: "write its role, as in `{name} = \"partenaire\"` or `{name} = \"porteur\"`"),
        )
    } else {
        (
            say!(language,
                fr: "il manque la valeur de `{name}`",
                en: "the value of `{name}` is missing"),
            say!(language,
                fr: "écrire `{name} = …`, ou effacer la ligne si la valeur n'est pas connue",
                en: "write `{name} = …`, or delete the line if the value is not known"),
        )
    };
    let finding = reading.finding(&HINT.rule, key.span, sentence);
    Some(finding.help(help))
}

/// The key of `{ ty-eco }` or `{ ty-eco, tilt = "appui" }`.
fn alone_in_braces(failure: &ParseFailure, tokens: &[Token]) -> Option<Token> {
    tokens.windows(3).find_map(|three| {
        let [before, key, after] = three else {
            return None;
        };
        let is_alone = matches!(before.kind, TokenKind::Sign('{' | ','))
            && is_key(failure, key)
            && matches!(after.kind, TokenKind::Sign('}' | ','));
        let opens = tokens
            .iter()
            .any(|token| token.kind == TokenKind::Sign('{'));
        let lists = tokens
            .iter()
            .any(|token| token.kind == TokenKind::Sign('['));
        (is_alone && opens && !lists).then_some(*key)
    })
}

/// The key of a line below a heading that has nothing else.
fn alone_on_line(failure: &ParseFailure, tokens: &[Token]) -> Option<Token> {
    let [key, rest @ ..] = tokens else {
        return None;
    };
    let is_alone = is_key(failure, key)
        && rest.iter().all(|token| token.kind == TokenKind::Comment)
        && heading_above(failure).is_some();
    is_alone.then_some(*key)
}

fn is_key(failure: &ParseFailure, token: &Token) -> bool {
    let text = failure.slice(token.span);
    token.kind == TokenKind::Word
        && text.contains(|letter: char| letter.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

/// Whether the line lists partners: under their heading, or behind their key.
fn is_partner(failure: &ParseFailure, tokens: &[Token]) -> bool {
    tokens
        .first()
        .is_some_and(|first| failure.slice(first.span) == "partners")
        || heading_above(failure) == Some("partners")
            && !tokens
                .iter()
                .any(|token| token.kind == TokenKind::Sign('{'))
}

/// The name in the nearest heading above.
fn heading_above<'t>(failure: &ParseFailure<'_, 't>) -> Option<&'t str> {
    let mut line = failure.line_span();
    while let Some(above) = line_above(failure.reading, line) {
        let text = failure.slice(above).trim();
        if text.starts_with('[') {
            let name = text.split(']').next()?.trim_start_matches('[');
            return Some(name.trim());
        }
        line = above;
    }
    None
}
