//! `hidden-character`: a character that is not seen in a text, or a blank at the end of a name.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::sources::hidden::{characters, hidden};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "hidden-character", Warning,
        fr: "deux noms qui se lisent de même ne sont plus les mêmes, et l'un ne se retrouve pas",
        en: "two names that read alike are no longer the same, and one of them is not found"),
    diagnose: |_| None,
};

/// Reports characters that are not seen.
#[must_use]
pub fn report(reading: &Reading, span: Span, text: &str) -> Finding {
    let language = reading.language;
    let hidden = hidden(text).next();
    let sentence = match hidden {
        Some(character) => {
            let code = format!("U+{:04X}", u32::from(character));
            say!(language,
                fr: "ce texte a un caractère invisible ({code})",
                en: "this text has an invisible character ({code})")
        }
        None if text.trim().contains(['\n', '\r', '\t']) => say!(language,
            fr: "ce nom a une tabulation ou une fin de ligne",
            en: "this name has a tab or an end of line"),
        None => say!(language,
            fr: "il y a un espace au bout de ce nom",
            en: "there is a blank at the end of this name"),
    };
    reading
        .finding(&HINT.rule, span, sentence)
        .label(say!(language, fr: "caractère en trop", en: "superfluous character"))
        .help(say!(language,
            fr: "garder ce qui se lit, avec des espaces ordinaires",
            en: "keep what is read, with ordinary spaces"))
}

/// A text without characters that are not seen; a name on one line and without blanks at its ends
/// too. `None` if nothing is to be taken away.
#[must_use]
pub fn cleaned(text: &str, is_name: bool) -> Option<String> {
    let is_padded = |text: &str| text.trim() != text || text.contains(['\n', '\r', '\t']);
    let is_suspect = hidden(text).next().is_some() || is_name && is_padded(text);
    if !is_suspect {
        return None;
    }
    let seen: String = characters(text)
        .filter(|(_, character, hidden)| !hidden || matches!(character, '\n' | '\r' | '\t'))
        .map(|(_, character, _)| character)
        .collect();
    let cleaned = if is_name && is_padded(&seen) && !seen.trim().is_empty() {
        let parts = seen.split(['\n', '\r', '\t']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        seen
    };
    (cleaned != text).then_some(cleaned)
}
