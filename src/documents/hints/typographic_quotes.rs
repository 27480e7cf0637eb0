//! `typographic-quotes`: a text between the quotes of a word processor instead of straight ones.

use crate::diagnostic::{Finding, Severity, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Piece, What, closers, is_hidden_space};
use crate::documents::{ScalarForm, Reading, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "typographic-quotes", Error,
        fr: "les fichiers ne connaissent que les guillemets droits ; les autres font partie du \
            texte",
        en: "files only know straight quotes; others are part of the text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let edits = match (failure.wanted, failure.reading.syntax) {
        (None, Syntax::Toml) => failure
            .pieces()
            .iter()
            .filter_map(|piece| straightened(failure.reading, piece))
            .collect(),
        (None, Syntax::Yaml) => Vec::new(),
        (Some(_), _) => inside(failure.text())
            .filter(|text| failure.wants(ScalarForm::Text, text))
            .map(|text| vec![(failure.value, text)])
            .unwrap_or_default(),
    };
    report(failure.reading, &edits)
}

/// Looks at an unquoted YAML text, in which such quotes are letters like others.
#[must_use]
pub fn look(reading: &Reading, span: Span) -> Option<Finding> {
    let text = inside(reading.source.slice(span))?;
    report(reading, &[(span, text)]).map(|finding| Finding {
        severity: Severity::Warning,
        ..finding
    })
}

/// The text between two typographic quotes, where they open and close the whole of it.
#[must_use]
pub fn inside(text: &str) -> Option<&str> {
    if text.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return None;
    }
    let opening = text.chars().next()?;
    let inner = text.strip_prefix(opening)?.strip_suffix(closers(opening))?;
    (!inner.contains(closers(opening))).then(|| trimmed(inner))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || is_hidden_space(character))
}

/// The text of a piece that has a typographic quote at one end at least.
fn straightened<'t>(reading: &Reading<'t>, piece: &Piece) -> Option<(Span, &'t str)> {
    let text = reading.text().get(piece.span.start..piece.span.end)?;
    let What::Quoted { closed } = piece.what else {
        return None;
    };
    let opening = text.chars().next()?;
    let inner = &text[opening.len_utf8()..];
    let straight = matches!(opening, '"' | '\'');
    let inner = match (closed, straight) {
        (true, true) => return None,
        (true, false) => inner.strip_suffix(closers(opening))?,
        (false, true) => inner.strip_suffix(['”', '’', '»', '“'])?,
        (false, false) => inner,
    };
    Some((piece.span, trimmed(inner)))
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
        .label(
            say!(language, fr: "guillemets d'un traitement de texte", en: "quotes of a word \
            processor"),
        )
        .help(say!(language, fr: "mettre des guillemets droits", en: "put straight quotes"));
    Some(texts.iter().fold(finding, |finding, (span, text)| {
        finding.edit(reading.place(*span), Writing::Text((*text).to_owned()))
    }))
}
