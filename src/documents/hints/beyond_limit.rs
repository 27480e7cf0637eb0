//! `beyond-limit`: a file, a table or a text larger than any record needs.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::{Limits, Reading};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "beyond-limit", Error,
        fr: "des limites fixes gardent les fichiers lisibles par des personnes et le contrôle \
            rapide pour tous",
        en: "fixed limits keep files readable by people and checking quick for everyone"),
    diagnose: |failure| {
        let nested = failure.message.contains("recurs") || failure.message.contains("nesting");
        nested.then(|| too_deep(failure.reading, failure.at))
    },
};

/// A table or list that is nested too deep, or has too many keys.
#[must_use]
pub fn of_table(reading: &Reading, span: Span, depth: usize, keys: usize) -> Option<Finding> {
    if depth > Limits::DEPTH {
        return Some(too_deep(reading, span));
    }
    (keys >= Limits::KEYS).then(|| {
        let most = Limits::KEYS;
        let sentence = say!(reading.language,
            fr: "ce tableau a plus de {most} clés",
            en: "this table has more than {most} keys");
        reading.finding(&HINT.rule, span, sentence)
    })
}

/// A list that is nested too deep, or has too many items.
#[must_use]
pub fn of_list(reading: &Reading, span: Span, depth: usize, items: usize) -> Option<Finding> {
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
        en: "more than {most} tables and lists inside one another");
    reading.finding(&HINT.rule, span, sentence)
}

/// More faults than anybody mends at once; so many are not told.
#[must_use]
pub fn of_faults(reading: &Reading, span: Span, untold: usize) -> Finding {
    let most = reading.language.number(Limits::FAULTS as u64);
    let untold = reading.language.number(untold as u64);
    let sentence = say!(reading.language,
        fr: "plus de {most} fautes dans ce fichier\u{202f}; {untold} ne sont pas dites",
        en: "more than {most} faults in this file; {untold} are not told");
    reading.finding(&HINT.rule, span, sentence)
}

/// A text with more characters than its key allows.
#[must_use]
pub fn of_text(reading: &Reading, span: Span, length: usize, most: usize) -> Finding {
    let sentence = say!(reading.language,
        fr: "ce texte a {length} caractères, {most} au plus sont permis ici",
        en: "this text has {length} characters, at most {most} are allowed here");
    reading.finding(&HINT.rule, span, sentence)
}
