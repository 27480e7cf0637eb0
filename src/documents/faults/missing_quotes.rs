//! `missing-quotes`: a text in TOML without quotes.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::line::What;
use crate::documents::{Form, Syntax};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "missing-quotes",
        severity: Severity::Error,
        because: Both {
            fr: "en TOML, seuls les nombres, les dates, `true` et `false` se passent de guillemets",
            en: "in TOML only numbers, dates, `true` and `false` do without quotes",
        },
        example: example!("documents", "missing-quotes"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    if trouble.reading.syntax != Syntax::Toml {
        return None;
    }
    let span = if trouble.wanted.is_some() { scalar(trouble)? } else { words(trouble)? };
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let text = trouble.slice(span).trim_matches('"');
    Some(
        reading
            .finding(
                &FAULT.rule,
                span,
                say!(language, fr: "un texte se met entre guillemets", en: "a text stands in quotes"),
            )
            .label(say!(language, fr: "sans guillemets", en: "without quotes"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(span), Writing::Text(text.to_owned())),
    )
}

/// A number, a day or an answer by yes or no that fits once it is a text.
fn scalar(trouble: &Trouble) -> Option<Span> {
    let text = trouble.text();
    let unquoted =
        text.starts_with(|first: char| first.is_ascii_alphanumeric() || matches!(first, '-' | '+'));
    let one = !text.contains(['\n', '=']);
    (unquoted && one && trouble.wants(Form::Text, text)).then_some(trouble.value)
}

/// The words behind the sign, up to the end of the line; in a list or an inline table, up to the next sign.
fn words(trouble: &Trouble) -> Option<Span> {
    if trouble.text().ends_with('.') && trouble.line().trim_start().starts_with('[') {
        return None;
    }
    let pieces = trouble.pieces();
    let place = pieces.iter().position(|piece| piece.span == trouble.value && piece.what == What::Word)?;
    let key = pieces.get(place + 1).is_some_and(|next| next.what == What::Sign('='));
    let (sign, listed) = (pieces[..place].last(), !pieces.iter().any(|piece| piece.what == What::Sign('=')));
    let broken_key =
        trouble.message.contains("key with no value") || trouble.message.contains("unquoted key");
    let behind =
        sign.map_or(listed && !broken_key, |piece| matches!(piece.what, What::Sign('=' | ',' | '[')));
    let worded = if key { char::is_alphabetic } else { |_| true };
    if !behind || !trouble.text().contains(char::is_alphabetic) || !trouble.text().starts_with(worded) {
        return None;
    }
    if place == 2 && sign.is_some_and(|piece| piece.what == What::Sign('=')) {
        let last = pieces.iter().rfind(|piece| piece.what != What::Comment)?;
        let end =
            trouble.slice(Span::new(trouble.value.start, last.span.end)).trim_end_matches([',', ';']).len();
        return Some(Span::new(trouble.value.start, trouble.value.start + end));
    }
    (!key).then_some(trouble.value)
}
