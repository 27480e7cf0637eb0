//! `quoted-number`: a number in quotes, which makes it a text.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "quoted-number", Error,
        fr: "entre guillemets, un nombre est un texte, qui ne se compte pas",
        en: "in quotes, a number is a text, which cannot be counted"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.unquoted();
    let found = number(text).filter(|number| number.plain == text)?;
    let spelled = failure.spelled(&found);
    if failure.expected.is_none()
        || text == failure.value_text()
        || !failure.accepts_number(&spelled)
    {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value_span,
                say!(language,
                    fr: "un nombre s'écrit sans guillemets",
                    en: "a number is written without quotes"),
            )
            .label(say!(language, fr: "lu comme un texte", en: "read as a text"))
            .help(say!(language, fr: "effacer les guillemets", en: "delete the quotes"))
            .edit(reading.place(failure.value_span), Writing::Raw(spelled)),
    )
}
