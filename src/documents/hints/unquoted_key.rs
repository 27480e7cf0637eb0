//! `unquoted-key`: a TOML key with accents or spaces and without quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::documents::names::called;
use crate::documents::spelling::as_id;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-key", Error,
        fr: "en TOML, une clé sans guillemets s'écrit en lettres sans accent, chiffres et \
            tirets",
        en: "in TOML a key without quotes is made of plain letters, digits and hyphens"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let segment = segment(failure)?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let key = failure.slice(segment);
    let sentence = say!(language,
        fr: "la clé `{key}` a des accents, des espaces ou des signes",
        en: "the key `{key}` has accents, spaces or signs");
    let finding = reading
        .finding(&HINT.rule, segment, sentence)
        .label(say!(language,
        fr: "lettres sans accent, chiffres et tirets seulement",
        en: "only letters without accents, digits and hyphens"));
    if let [known] = called(key)[..] {
        let help =
            say!(language, fr: "la clé s'écrit `{known}`", en: "the key is written `{known}`");
        return Some(
            finding
                .help(help)
                .edit(reading.place(segment), Writing::Raw(known.to_owned())),
        );
    }
    Some(match as_id(key) {
        Some(id) => finding
            .help(say!(language, fr: "l'écrire comme un identifiant", en: "write it as an id"))
            .edit(reading.place(segment), Writing::Raw(id)),
        None => finding
            .help(say!(language, fr: "la mettre entre guillemets", en: "put it in quotes"))
            .edit(reading.place(segment), Writing::Text(key.to_owned())),
    })
}

/// The part between dots of the key at which the parser stumbled.
fn segment(failure: &ParseFailure) -> Option<Span> {
    let pieces = failure.pieces();
    let place = pieces
        .iter()
        .position(|piece| piece.span == failure.value && piece.what == What::Word)?;
    let heading = pieces[0].what == What::Sign('[')
        && pieces.iter().all(|piece| piece.what != What::Sign('='));
    let key = pieces
        .get(place + 1)
        .is_some_and(|next| next.what == What::Sign('='));
    let before = pieces[..place].last().map(|piece| piece.what);
    let first = matches!(before, None | Some(What::Sign('[' | '{' | ',')));
    if !failure.breaks_toml() || !(key || heading) || !first {
        return None;
    }
    let text = failure.text();
    let at = failure
        .at
        .start
        .saturating_sub(failure.value.start)
        .min(text.len());
    let start = text[..at].rfind('.').map_or(0, |dot| dot + 1);
    let end = text[at..].find('.').map_or(text.len(), |dot| at + dot);
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    let wrong = !text[start..end].is_empty() && !text[start..end].chars().all(plain);
    wrong.then(|| Span::new(failure.value.start + start, failure.value.start + end))
}
