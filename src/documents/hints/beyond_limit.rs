//! `beyond-limit`: a file, a table or a text larger than any record needs.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::{Limits, Reading};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "beyond-limit", Error,
        fr: "des limites fixes gardent les fichiers lisibles par des personnes et le contrôle \
            rapide pour tous",
        en: "fixed limits keep files readable for people and checking fast for everyone"),
    diagnose: |failure| {
        // Both parsers have a limit of their own, somewhat above ours.
        let is_nested = failure.message.contains("recurs") || failure.message.contains("nesting");
        is_nested.then(|| too_deep(failure.reading, failure.error_span))
    },
};

/// Reports a table that is nested too deep or has too many keys.
#[must_use]
pub fn table(reading: &Reading, span: Span, depth: usize, keys: usize) -> Option<Finding> {
    if depth > Limits::DEPTH {
        return Some(too_deep(reading, span));
    }
    (keys >= Limits::KEYS).then(|| {
        let most = Limits::KEYS;
        let sentence = say!(reading.language,
            fr: "ce tableau a plus de {most} clés",
            en: "this table has more than {most} keys");
        // One key fewer than the limit in the sentence is allowed; no record comes near it.
        reading.finding(&HINT.rule, span, sentence)
    })
}

/// Reports a list that is nested too deep or has too many items.
#[must_use]
pub fn list(reading: &Reading, span: Span, depth: usize, items: usize) -> Option<Finding> {
    if depth > Limits::DEPTH {
        return Some(too_deep(reading, span));
    }
    (items > Limits::ITEMS).then(|| {
        let most = reading.language.number(Limits::ITEMS as u64);
        let sentence = say!(reading.language,
            fr: "cette liste a plus de {most} éléments",
            en: "this list has more than {most} items");
        reading.finding(&HINT.rule, span, sentence)
    })
}

fn too_deep(reading: &Reading, span: Span) -> Finding {
    let most = Limits::DEPTH;
    let sentence = say!(reading.language,
        fr: "plus de {most} niveaux de tableaux et de listes imbriqués",
        en: "more than {most} levels of nested tables and lists");
    reading.finding(&HINT.rule, span, sentence)
}

/// Reports that a file has more findings than are printed; `unreported` is the number of the rest.
#[must_use]
pub fn too_many_findings(reading: &Reading, span: Span, unreported: usize) -> Finding {
    let most = reading.language.number(Limits::FINDINGS as u64);
    let unreported = reading.language.number(unreported as u64);
    let sentence = say!(reading.language,
        fr: "plus de {most} erreurs dans ce fichier\u{202f}; {unreported} ne sont pas affichées",
        en: "more than {most} errors in this file; {unreported} are not shown");
    reading.finding(&HINT.rule, span, sentence)
}

/// Reports a number that is not counted exactly.
#[must_use]
pub fn number(reading: &Reading, span: Span) -> Finding {
    let sentence = say!(reading.language,
        fr: "ce nombre est trop grand pour être compté exactement",
        en: "this number is too large to be counted exactly");
    reading
        .finding(&HINT.rule, span, sentence)
        .help(say!(reading.language,
            fr: "au plus 9 007 199 254 740 991\u{202f}; un code s'écrit entre guillemets",
            en: "at most 9,007,199,254,740,991; a code is written between quotes"))
}

/// Reports a text with more characters than its key allows.
#[must_use]
pub fn text(reading: &Reading, span: Span, length: usize, most: usize) -> Finding {
    let sentence = say!(reading.language,
        fr: "ce texte a {length} caractères\u{202f}; {most} au plus sont permis ici",
        en: "this text has {length} characters; at most {most} are allowed here");
    reading.finding(&HINT.rule, span, sentence)
}
