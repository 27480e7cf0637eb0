//! `missing-quotes`: a text in TOML without quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::documents::{ScalarForm, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-quotes", Error,
        fr: "en TOML, seuls les nombres, les dates, `true` et `false` se passent de guillemets",
        en: "in TOML only numbers, dates, `true` and `false` do without quotes"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.reading.syntax != Syntax::Toml {
        return None;
    }
    let span = if failure.wanted.is_some() {
        scalar(failure)?
    } else {
        words(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    let text = failure.slice(span).trim_matches('"');
    Some(
        reading
            .finding(
                &HINT.rule,
                span,
                say!(language, fr: "un texte se met entre guillemets", en: "a text stands in \
                    quotes"),
            )
            .label(say!(language, fr: "sans guillemets", en: "without quotes"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(span), Writing::Text(text.to_owned())),
    )
}

/// A number, a day or an answer by yes or no that fits once it is a text.
fn scalar(failure: &ParseFailure) -> Option<Span> {
    let text = failure.text();
    let unquoted =
        text.starts_with(|first: char| first.is_ascii_alphanumeric() || matches!(first, '-' | '+'));
    let one = !text.contains(['\n', '=']);
    (unquoted && one && failure.wants(ScalarForm::Text, text)).then_some(failure.value)
}

/// The words behind the sign, up to the end of the line; in a list or an inline table, up to the
/// next sign.
fn words(failure: &ParseFailure) -> Option<Span> {
    if failure.text().ends_with('.') && failure.line().trim_start().starts_with('[') {
        return None;
    }
    let pieces = failure.pieces();
    let place = pieces
        .iter()
        .position(|piece| piece.span == failure.value && piece.what == What::Word)?;
    let key = pieces
        .get(place + 1)
        .is_some_and(|next| next.what == What::Sign('='));
    let (sign, listed) = (
        pieces[..place].last(),
        !pieces.iter().any(|piece| piece.what == What::Sign('=')),
    );
    let broken_key =
        failure.message.contains("key with no value") || failure.message.contains("unquoted key");
    let behind = sign.map_or(listed && !broken_key, |piece| {
        matches!(piece.what, What::Sign('=' | ',' | '['))
    });
    let worded = if key { char::is_alphabetic } else { |_| true };
    if !behind
        || !failure.text().contains(char::is_alphabetic)
        || !failure.text().starts_with(worded)
    {
        return None;
    }
    if place == 2 && sign.is_some_and(|piece| piece.what == What::Sign('=')) {
        let last = pieces.iter().rfind(|piece| piece.what != What::Comment)?;
        let end = failure
            .slice(Span::new(failure.value.start, last.span.end))
            .trim_end_matches([',', ';'])
            .len();
        return Some(Span::new(failure.value.start, failure.value.start + end));
    }
    (!key).then_some(failure.value)
}
