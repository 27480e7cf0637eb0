//! `unquoted-key`: a TOML key with accents or spaces and without quotes.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::line::What;
use crate::documents::names::called;
use crate::documents::spelling::as_id;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "unquoted-key",
        severity: Severity::Error,
        because: Both {
            fr: "en TOML, une clé sans guillemets s'écrit en lettres sans accent, chiffres et tirets",
            en: "in TOML a key without quotes is made of plain letters, digits and hyphens",
        },
        example: example!("documents", "unquoted-key"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let segment = segment(trouble)?;
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let key = trouble.slice(segment);
    let sentence = say!(language,
        fr: "la clé `{key}` a des accents, des espaces ou des signes",
        en: "the key `{key}` has accents, spaces or signs");
    let finding = reading.finding(&FAULT.rule, segment, sentence).label(say!(language,
        fr: "lettres sans accent, chiffres et tirets seulement",
        en: "only letters without accents, digits and hyphens"));
    if let [known] = called(key)[..] {
        let help = say!(language, fr: "la clé s'écrit `{known}`", en: "the key is written `{known}`");
        return Some(finding.help(help).edit(reading.place(segment), Writing::Raw(known.to_owned())));
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
fn segment(trouble: &Trouble) -> Option<Span> {
    let pieces = trouble.pieces();
    let place = pieces.iter().position(|piece| piece.span == trouble.value && piece.what == What::Word)?;
    let heading =
        pieces[0].what == What::Sign('[') && pieces.iter().all(|piece| piece.what != What::Sign('='));
    let key = pieces.get(place + 1).is_some_and(|next| next.what == What::Sign('='));
    let before = pieces[..place].last().map(|piece| piece.what);
    let first = matches!(before, None | Some(What::Sign('[' | '{' | ',')));
    if !trouble.breaks_toml() || !(key || heading) || !first {
        return None;
    }
    let text = trouble.text();
    let at = trouble.at.start.saturating_sub(trouble.value.start).min(text.len());
    let start = text[..at].rfind('.').map_or(0, |dot| dot + 1);
    let end = text[at..].find('.').map_or(text.len(), |dot| at + dot);
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    let wrong = !text[start..end].is_empty() && !text[start..end].chars().all(plain);
    wrong.then(|| Span::new(trouble.value.start + start, trouble.value.start + end))
}
