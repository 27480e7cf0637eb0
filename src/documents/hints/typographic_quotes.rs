//! `typographic-quotes`: a text in the quotes of a word processor instead of straight ones.

use crate::diagnostic::{Finding, Severity, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Token, TokenKind, closing_quotes, is_hidden_space};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::documents::tree::ScalarForm;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "typographic-quotes", Error,
        fr: "les fichiers ne connaissent que les guillemets droits ; les autres font partie du \
            texte",
        en: "files know only straight quotes; others are part of the text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let edits = match (failure.expected, failure.reading.syntax) {
        (None, Syntax::Toml) => failure
            .tokens()
            .iter()
            .filter_map(|token| straightened(failure.reading, token))
            .collect(),
        (None, Syntax::Yaml) => Vec::new(),
        (Some(_), _) => quoted_text(failure.value_text())
            .filter(|text| failure.accepts(ScalarForm::Text, text))
            .map(|text| vec![(failure.value_span, text)])
            .unwrap_or_default(),
    };
    report(failure.reading, &edits)
}

/// Warns of an unquoted YAML text in typographic quotes, which YAML reads as letters.
#[must_use]
pub fn scan(reading: &Reading, span: Span) -> Option<Finding> {
    let text = quoted_text(reading.source.slice(span))?;
    report(reading, &[(span, text)]).map(|finding| Finding {
        severity: Severity::Warning,
        ..finding
    })
}

/// The inside of a text that begins and ends with a pair of typographic quotes.
#[must_use]
pub fn quoted_text(text: &str) -> Option<&str> {
    // Every unquoted value of YAML comes here, and hardly any begins with such a quote.
    if text.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return None;
    }
    let opening = text.chars().next()?;
    let inner = text
        .strip_prefix(opening)?
        .strip_suffix(closing_quotes(opening))?;
    (!inner.contains(closing_quotes(opening))).then(|| trimmed(inner))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || is_hidden_space(character))
}

/// The inside of a token with a typographic quote at one end or both.
fn straightened<'t>(reading: &Reading<'t>, token: &Token) -> Option<(Span, &'t str)> {
    let text = reading.text().get(token.span.start..token.span.end)?;
    let TokenKind::Quoted { closed } = token.kind else {
        return None;
    };
    let opening = text.chars().next()?;
    let inner = text.behind(opening.len_utf8());
    let opens_straight = matches!(opening, '"' | '\'');
    let inner = match (closed, opens_straight) {
        (true, true) => return None,
        (true, false) => inner.strip_suffix(closing_quotes(opening))?,
        (false, true) => inner.strip_suffix(['”', '’', '»', '“'])?,
        (false, false) => inner,
    };
    Some((token.span, trimmed(inner)))
}

fn report(reading: &Reading, texts: &[(Span, &str)]) -> Option<Finding> {
    let language = reading.language;
    let finding = reading
        .finding(
            &HINT.rule,
            texts.first()?.0,
            say!(language,
                fr: "ces guillemets ne sont pas des guillemets droits",
                en: "these quotes are not straight quotes"),
        )
        .label(say!(language,
            fr: "guillemets d'un traitement de texte",
            en: "quotes of a word processor"))
        .help(say!(language, fr: "mettre des guillemets droits", en: "use straight quotes"));
    Some(texts.iter().fold(finding, |finding, (span, text)| {
        finding.edit(reading.place(*span), Writing::Text((*text).to_owned()))
    }))
}
