//! `missing-equals`: a TOML key whose value follows a colon, or nothing at all, instead of `=`.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Piece, What};
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-equals", Error,
        fr: "en TOML, c'est le signe `=` qui relie une clé à sa valeur",
        en: "in TOML it is the `=` sign that ties a key to its value"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.breaks_toml() {
        return None;
    }
    let pieces = failure.pieces();
    let colons: Vec<_> = pieces
        .iter()
        .filter(|piece| piece.what == What::Word)
        .filter_map(|piece| colon(failure, piece.span))
        .collect();
    if colons.is_empty() {
        nothing_between(failure, &pieces)
    } else {
        as_in_yaml(failure, &colons)
    }
}

/// `name: "Maillage"`; all colons of the line are mended together.
fn as_in_yaml(failure: &ParseFailure, colons: &[(Span, Option<Span>)]) -> Option<Finding> {
    let (reading, language) = (failure.reading, failure.reading.language);
    let label = say!(language, fr: "un deux-points, comme en YAML", en: "a colon, as in YAML");
    let finding = report(reading, colons.first()?.0, label);
    Some(colons.iter().fold(finding, |finding, (sign, value)| {
        let finding = finding.edit(reading.place(*sign), Writing::Raw(" =".to_owned()));
        match value {
            Some(value) => finding.edit(
                reading.place(*value),
                Writing::Text(failure.slice(*value).to_owned()),
            ),
            None => finding,
        }
    }))
}

/// `name "Maillage"`.
fn nothing_between(failure: &ParseFailure, pieces: &[Piece]) -> Option<Finding> {
    let [key, value, rest @ ..] = pieces else {
        return None;
    };
    let shaped = key.what == What::Word
        && is_key(failure.slice(key.span))
        && value.what == (What::Quoted { closed: true })
        && rest.iter().all(|piece| piece.what == What::Comment);
    let (reading, language) = (failure.reading, failure.reading.language);
    let label = say!(language,
        fr: "rien entre la clé et sa valeur",
        en: "nothing between the key and its value");
    let end = Span::new(key.span.end, key.span.end);
    let told =
        || report(reading, key.span, label).edit(reading.place(end), Writing::Raw(" =".to_owned()));
    shaped.then(told)
}

/// The colon behind a key, with the value behind it where that is a text that wants quotes.
fn colon(failure: &ParseFailure, word: Span) -> Option<(Span, Option<Span>)> {
    let text = failure.slice(word);
    let (key, value) = text.split_once(':')?;
    if !is_key(key.trim()) || !(value.is_empty() || value.starts_with(' ')) {
        return None;
    }
    let key = key.trim_end().len();
    let sign = Span::new(word.start + key, word.start + text.find(':')? + 1);
    let value = value.trim();
    let literal = value.is_empty()
        || number(value).is_some_and(|number| number.unit.is_empty())
        || matches!(value, "true" | "false");
    Some((
        sign,
        (!literal).then(|| Span::new(word.end - value.len(), word.end)),
    ))
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
        .help(say!(language, fr: "mettre `=`", en: "put `=`"))
}
