//! `apostrophe-in-single-quotes`: a text between apostrophes that holds an apostrophe itself.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "apostrophe-in-single-quotes",
        severity: Severity::Error,
        because: Both {
            fr: "entre apostrophes, la première apostrophe rencontrée ferme le texte",
            en: "between single quotes, the first apostrophe closes the text",
        },
        example: example!("documents", "apostrophe-in-single-quotes"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let cut = trouble.cut_by_quote('\'')?;
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let text = trouble.slice(Span::new(cut.start + 1, cut.end - 1));
    Some(
        reading
            .finding(
                &FAULT.rule,
                Span::new(trouble.at.start - 1, trouble.at.start),
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
