//! `merge-conflict`: the marks of git around two versions of the same lines.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "merge-conflict", Error,
        fr: "tant que les deux versions sont là, personne ne sait laquelle est la bonne",
        en: "as long as both versions are there, nobody knows which is right"),
    diagnose: |_| None,
};

/// Reports the first conflict of a file, whose marks are at the beginnings of lines.
#[must_use]
pub fn scan(reading: &Reading) -> Option<Finding> {
    // Searching for one character is faster than for eight, and hardly any file has it.
    let begin = reading
        .text()
        .contains('<')
        .then(|| mark(reading, 0, "<<<<<<< "))
        .flatten()?;
    let end = mark(reading, begin.end, ">>>>>>> ")?;
    let language = reading.language;
    let finding = reading
        .finding(
            &HINT.rule,
            begin,
            say!(language,
                fr: "il y a deux versions de ces lignes, et il faut choisir",
                en: "there are two versions of these lines, and one must be chosen"),
        )
        .label(say!(language, fr: "ici commence la première", en: "the first begins here"));
    let middle = mark(reading, begin.end, "=======").filter(|middle| middle.end < end.start);
    let finding = match middle {
        Some(middle) => finding.beside(
            reading.place(middle),
            say!(language, fr: "ici commence la seconde", en: "the second begins here"),
        ),
        None => finding,
    };
    Some(
        finding
            .beside(
                reading.place(end),
                say!(language, fr: "et finit ici", en: "and ends here"),
            )
            .help(say!(language,
            fr: "garder les bonnes lignes, effacer les autres et les trois marques de git",
            en: "keep the correct lines, delete the others and the three git marks")),
    )
}

/// The first line, at `from` or below, that begins with a mark.
fn mark(reading: &Reading, from: usize, mark: &str) -> Option<Span> {
    let text = reading.text();
    let start = text[from..]
        .match_indices(mark)
        .map(|(index, _)| from + index)
        .find(|start| *start == 0 || text[..*start].ends_with('\n'))?;
    let line = reading.source.line_span(start);
    Some(Span::new(
        start,
        start + reading.source.slice(line).trim_end().len(),
    ))
}
