//! `quotes-in-quotes`: straight quotes inside a text in straight quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::TokenKind;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "quotes-in-quotes", Error,
        fr: "le premier guillemet droit rencontré ferme le texte",
        en: "the first straight quote ends the text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let cut = failure
        .text_cut_by_quote('"')
        .or_else(|| text_before_words(failure))?;
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(failure.error_span.start, cut.end),
                say!(language,
                    fr: "des guillemets au milieu de ce texte le coupent",
                    en: "quotes in the middle of this text cut it short"),
            )
            .label(say!(language,
                fr: "se retrouve hors du texte",
                en: "ends up outside the text"))
            .help(say!(language,
                fr: "garder ceux du milieu, et mettre le tout entre apostrophes ou les faire \
                    précéder de `\\`",
                en: "keep those in the middle, and put the whole in single quotes or a `\\` before \
                    each"))
            .edit(
                reading.place(cut),
                Writing::Raw(requoted(reading, failure.slice(cut))),
            ),
    )
}

/// A quoted text and the words behind it, up to the end of the line: `"Maillage" à Lens`.
fn text_before_words(failure: &ParseFailure) -> Option<Span> {
    let tokens = failure.tokens();
    let index = tokens
        .iter()
        .position(|token| token.span.start == failure.error_span.start)?;
    let (text, words) = (tokens.get(index.checked_sub(1)?)?, tokens.get(index)?);
    let is_text = text.kind == TokenKind::Quoted { closed: true }
        && failure.slice(text.span).starts_with('"');
    let are_words =
        words.kind == TokenKind::Word && failure.slice(words.span).starts_with(char::is_alphabetic);
    let is_last = tokens
        .get(index + 1)
        .is_none_or(|token| token.kind == TokenKind::Comment);
    (is_text && are_words && is_last).then(|| Span::new(text.span.start, words.span.end))
}

/// The text with its own quotes: in single quotes, or escaped if it has an apostrophe.
fn requoted(reading: &Reading, written: &str) -> String {
    let doubly_quoted = written
        .strip_prefix("\"\"")
        .and_then(|text| text.strip_suffix("\"\""))
        .filter(|text| !text.contains('"'));
    if let Some(text) = doubly_quoted {
        return reading.syntax.quote(text);
    }
    // An odd number of quotes inside: one of the outer two belongs to the text.
    let text = written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .filter(|text| text.matches('"').count() % 2 == 0)
        .unwrap_or(written);
    if text.contains('\'') {
        reading.syntax.quote(text)
    } else {
        format!("'{text}'")
    }
}
