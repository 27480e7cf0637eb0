//! `missing-comma`: two items of a list without a comma between them.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::line::{Piece, What, pieces};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "missing-comma",
        severity: Severity::Error,
        because: Both {
            fr: "c'est la virgule qui sépare deux éléments d'une liste ou d'un tableau",
            en: "it is the comma that sets two items of a list or a table apart",
        },
        example: example!("documents", "missing-comma"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    if !trouble.breaks_toml() {
        return None;
    }
    if trouble.message.contains("missing comma") {
        let end = end_before(trouble)?;
        return Some(tell(trouble, &[Span::new(end, end)]));
    }
    let blanks = between_numbers(trouble)?;
    let listed = trouble.pieces().iter().any(|piece| piece.what == What::Sign('['));
    listed.then(|| tell(trouble, &blanks))
}

/// Where what stands before the stumble ends, on this line or above.
fn end_before(trouble: &Trouble) -> Option<usize> {
    let before = |piece: &&Piece| piece.what != What::Comment && piece.span.end <= trouble.at.start;
    let here = trouble.pieces().iter().rfind(before).map(|piece| piece.span.end);
    here.or_else(|| {
        let above = pieces(trouble.reading, trouble.line_above()?.start);
        above.iter().rfind(before).map(|piece| piece.span.end)
    })
}

/// The places between the years of `2021 2023`.
fn between_numbers(trouble: &Trouble) -> Option<Vec<Span>> {
    let text = trouble.text();
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let years = words.len() > 1
        && words.iter().all(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    years.then(|| {
        let starts = words[..words.len() - 1].iter().scan(0, |from, word| {
            *from += text[*from..].find(word)? + word.len();
            Some(trouble.value.start + *from)
        });
        starts.map(|end| Span::new(end, end)).collect()
    })
}

fn tell(trouble: &Trouble, places: &[Span]) -> Finding {
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let shown =
        places.first().map_or(trouble.at, |place| Span::new(place.start.saturating_sub(1), place.start));
    let shown = Span::new(reading.text().floor_char_boundary(shown.start), shown.end);
    let finding = reading
        .finding(
            &FAULT.rule,
            shown,
            say!(language,
            fr: "une virgule manque ici",
            en: "a comma is missing here"),
        )
        .label(say!(language,
            fr: "l'élément suivant commence sans être séparé",
            en: "the next item begins without being set apart"))
        .help(say!(language, fr: "ajouter la virgule", en: "add the comma"));
    places
        .iter()
        .fold(finding, |finding, place| finding.edit(reading.place(*place), Writing::Raw(",".to_owned())))
}
