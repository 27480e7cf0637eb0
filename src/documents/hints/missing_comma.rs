//! `missing-comma`: two items of a list without a comma between them.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Piece, What, pieces};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-comma", Error,
        fr: "c'est la virgule qui sépare deux éléments d'une liste ou d'un tableau",
        en: "it is the comma that sets two items of a list or a table apart"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.breaks_toml() {
        return None;
    }
    if failure.message.contains("missing comma") {
        let end = end_before(failure)?;
        return Some(report(failure, &[Span::new(end, end)]));
    }
    let blanks = between_numbers(failure)?;
    let listed = failure
        .pieces()
        .iter()
        .any(|piece| piece.what == What::Sign('['));
    listed.then(|| report(failure, &blanks))
}

/// Where what stands before the stumble ends, on this line or above.
fn end_before(failure: &ParseFailure) -> Option<usize> {
    let before = |piece: &&Piece| piece.what != What::Comment && piece.span.end <= failure.at.start;
    let here = failure
        .pieces()
        .iter()
        .rfind(before)
        .map(|piece| piece.span.end);
    here.or_else(|| {
        let above = pieces(failure.reading, failure.line_above()?.start);
        above.iter().rfind(before).map(|piece| piece.span.end)
    })
}

/// The places between the years of `2021 2023`.
fn between_numbers(failure: &ParseFailure) -> Option<Vec<Span>> {
    let text = failure.text();
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let years = words.len() > 1
        && words
            .iter()
            .all(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    years.then(|| {
        let starts = words[..words.len() - 1].iter().scan(0, |from, word| {
            *from += text[*from..].find(word)? + word.len();
            Some(failure.value.start + *from)
        });
        starts.map(|end| Span::new(end, end)).collect()
    })
}

fn report(failure: &ParseFailure, places: &[Span]) -> Finding {
    let (reading, language) = (failure.reading, failure.reading.language);
    let shown = places.first().map_or(failure.at, |place| {
        Span::new(place.start.saturating_sub(1), place.start)
    });
    let shown = Span::new(reading.text().floor_char_boundary(shown.start), shown.end);
    let finding = reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
            fr: "une virgule manque ici",
            en: "a comma is missing here"),
        )
        .label(say!(language,
            fr: "l'élément suivant commence sans être séparé",
            en: "the next item begins without being set apart"))
        .help(say!(language, fr: "ajouter la virgule", en: "add the comma"));
    places.iter().fold(finding, |finding, place| {
        finding.edit(reading.place(*place), Writing::Raw(",".to_owned()))
    })
}
