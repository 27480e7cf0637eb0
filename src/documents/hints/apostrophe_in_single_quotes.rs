//! `apostrophe-in-single-quotes`: a text between apostrophes that holds an apostrophe itself.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "apostrophe-in-single-quotes", Error,
        fr: "entre apostrophes, la première apostrophe rencontrée ferme le texte",
        en: "between single quotes, the first apostrophe closes the text"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let cut = failure.cut_by_quote('\'')?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let text = failure.slice(Span::new(cut.start + 1, cut.end - 1));
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(failure.at.start - 1, failure.at.start),
                say!(language,
                    fr: "cette apostrophe ferme le texte trop tôt",
                    en: "this apostrophe closes the text too early"),
            )
            .label(say!(language, fr: "le texte s'arrête ici", en: "the text ends here"))
            .help(say!(language,
                fr: "mettre le texte entre guillemets droits doubles",
                en: "put the text between straight double quotes"))
            .edit(reading.place(cut), Writing::Text(text.replace("''", "'"))),
    )
}
