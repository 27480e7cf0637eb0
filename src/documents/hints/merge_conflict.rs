//! `merge-conflict`: the marks of git that stand between two versions of the same lines.

use crate::diagnostic::Finding;
use crate::documents::Reading;
use crate::documents::hints::hint::Hint;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "merge-conflict", Error,
        fr: "tant que les deux versions sont là, personne ne sait laquelle est la bonne",
        en: "as long as both versions are there, nobody knows which is right"),
    diagnose: |_| None,
};

/// Looks for the marks at the beginnings of lines; the first conflict of a file is told.
#[must_use]
pub fn look(reading: &Reading) -> Option<Finding> {
    // One sign is looked for faster than eight, and hardly any file has it.
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
                fr: "deux versions de ces lignes attendent qu'on choisisse",
                en: "two versions of these lines wait for a choice"),
        )
        .label(say!(language, fr: "ici commence la première", en: "the first begins here"));
    let finding = match mark(reading, begin.end, "=======").filter(|middle| middle.end < end.start)
    {
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
            en: "keep the right lines, delete the others and the three marks of git")),
    )
}

/// The first line from a byte on that begins with a mark.
fn mark(reading: &Reading, from: usize, mark: &str) -> Option<Span> {
    let text = reading.text();
    let mut starts = text[from..]
        .match_indices(mark)
        .map(|(place, _)| from + place);
    let start = starts.find(|start| *start == 0 || text[..*start].ends_with('\n'))?;
    let line = reading.source.line_span(start);
    Some(Span::new(
        start,
        start + reading.source.slice(line).trim_end().len(),
    ))
}
