//! `unquoted-key`: a TOML key with accents or spaces, but without quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::TokenKind;
use crate::documents::schema::key_names::keys_called;
use crate::documents::spelling::as_id;
use crate::documents::syntax::is_bare_key_byte;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-key", Error,
        fr: "en TOML, une clé sans guillemets s'écrit en lettres sans accent, chiffres et \
            tirets",
        en: "in TOML, a key without quotes consists of letters without accents, digits and \
            hyphens"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let part = invalid_part(failure)?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let key = failure.slice(part);
    let sentence = say!(language,
        fr: "la clé `{key}` a des accents, des espaces ou des signes",
        en: "the key `{key}` has accents, spaces or signs");
    let finding = reading
        .finding(&HINT.rule, part, sentence)
        .label(say!(language,
        fr: "lettres sans accent, chiffres et tirets seulement",
        en: "only letters without accents, digits and hyphens"));
    if let [known] = keys_called(key)[..] {
        let help =
            say!(language, fr: "la clé s'écrit `{known}`", en: "the key is written `{known}`");
        return Some(
            finding
                .help(help)
                .edit(reading.place(part), Writing::Raw(known.to_owned())),
        );
    }
    Some(match as_id(key) {
        Some(id) => finding
            .help(say!(language, fr: "l'écrire comme un identifiant", en: "write it as an id"))
            .edit(reading.place(part), Writing::Raw(id)),
        None => finding
            .help(say!(language, fr: "la mettre entre guillemets", en: "put it in quotes"))
            .edit(reading.place(part), Writing::Text(key.to_owned())),
    })
}

/// The part of a dotted key at which the parser stopped, if it has signs that need quotes.
fn invalid_part(failure: &ParseFailure) -> Option<Span> {
    if !failure.is_toml_error() || !is_in_place_of_key(failure) {
        return None;
    }
    let text = failure.value_text();
    let error = failure
        .error_span
        .start
        .saturating_sub(failure.value_span.start)
        .min(text.len());
    let start = text.before(error).rfind('.').map_or(0, |dot| dot + 1);
    let end = text
        .behind(error)
        .find('.')
        .map_or(text.len(), |dot| error + dot);
    let is_invalid = !text.between(start, end).bytes().all(is_bare_key_byte);
    let offset = failure.value_span.start;
    is_invalid.then(|| Span::new(offset + start, offset + end))
}

/// Whether the word at which the parser stopped is the key of a line or of a heading.
fn is_in_place_of_key(failure: &ParseFailure) -> bool {
    let tokens = failure.tokens();
    let Some(index) = tokens
        .iter()
        .position(|token| token.span == failure.value_span && token.kind == TokenKind::Word)
    else {
        return false;
    };
    let is_heading = tokens
        .first()
        .is_some_and(|first| first.kind == TokenKind::Sign('['))
        && tokens
            .iter()
            .all(|token| token.kind != TokenKind::Sign('='));
    let has_value = tokens
        .get(index + 1)
        .is_some_and(|next| next.kind == TokenKind::Sign('='));
    let before = tokens.before(index).last().map(|token| token.kind);
    (has_value || is_heading) && matches!(before, None | Some(TokenKind::Sign('[' | '{' | ',')))
}
