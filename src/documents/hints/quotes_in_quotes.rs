//! `quotes-in-quotes`: straight quotes inside a text between straight quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "quotes-in-quotes", Error,
        fr: "le premier guillemet droit rencontré ferme le texte",
        en: "the first straight quote closes the text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let cut = failure.cut_by_quote('"').or_else(|| followed(failure))?;
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(failure.at.start, cut.end),
                say!(language,
                    fr: "des guillemets au milieu de ce texte le coupent",
                    en: "quotes in the middle of this text cut it short"),
            )
            .label(
                say!(language, fr: "hors du texte, de ce fait", en: "outside the text, for that \
                reason"),
            )
            .help(say!(language,
                fr: "garder ceux du milieu, et mettre le tout entre apostrophes ou les protéger \
                    par `\\`",
                en: "keep those in the middle, and put the whole between single quotes or protect \
                    them with `\\`"))
            .edit(
                reading.place(cut),
                Writing::Raw(requoted(reading, failure.slice(cut))),
            ),
    )
}

/// A quoted text with words behind it on the line: `"Maillage" à Lens`.
fn followed(failure: &ParseFailure) -> Option<Span> {
    let pieces = failure.pieces();
    let word = pieces
        .iter()
        .position(|piece| piece.span.start == failure.at.start)?;
    let (first, next) = (pieces.get(word.checked_sub(1)?)?, pieces[word]);
    let words =
        next.what == What::Word && failure.slice(next.span).starts_with(char::is_alphabetic);
    let quoted =
        first.what == What::Quoted { closed: true } && failure.slice(first.span).starts_with('"');
    let last = pieces
        .get(word + 1)
        .is_none_or(|piece| piece.what == What::Comment);
    (quoted && words && last).then(|| Span::new(first.span.start, next.span.end))
}

/// The text with its own quotes kept: between single quotes, or escaped where it has an apostrophe.
fn requoted(reading: &Reading, written: &str) -> String {
    let twice = written
        .strip_prefix("\"\"")
        .and_then(|text| text.strip_suffix("\"\""));
    if let Some(text) = twice.filter(|text| !text.contains('"')) {
        return reading.syntax.quote(text);
    }
    let inner = written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let text = inner
        .filter(|text| text.matches('"').count() % 2 == 0)
        .unwrap_or(written);
    if text.contains('\'') {
        reading.syntax.quote(text)
    } else {
        format!("'{text}'")
    }
}
