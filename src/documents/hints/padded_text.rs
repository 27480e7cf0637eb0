//! `padded-text`: blanks at the ends of an address, a name or a date that must have none.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::is_hidden_space;
use crate::documents::tree::ScalarForm;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "padded-text", Error,
        fr: "un espace au bout ne se voit pas, mais l'adresse ou le nom n'est plus le même",
        en: "a blank at the end is not seen, but the address or the name is no longer the same"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let text = failure.unquoted();
    let trimmed = text.trim_matches(is_blank);
    let is_quoted = text != failure.value_text();
    if failure.expected.is_none()
        || !is_quoted
        || trimmed == text
        || !failure.accepts(ScalarForm::Text, trimmed)
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
                    fr: "il y a un espace au bout de ce texte",
                    en: "there is a blank at the end of this text"),
            )
            .label(say!(language, fr: "espace en trop", en: "superfluous blank"))
            .help(say!(language,
                fr: "effacer les espaces du bout",
                en: "delete the blanks at its ends"))
            .edit(
                reading.place(failure.value_span),
                Writing::Text(trimmed.to_owned()),
            ),
    )
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_hidden_space(character)
}
