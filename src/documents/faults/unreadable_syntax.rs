//! `unreadable-syntax`: what no other fault recognises, with the parser's own words.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "unreadable-syntax",
        severity: Severity::Error,
        because: Both {
            fr: "tant que le fichier ne se lit pas, rien de ce qu'il dit n'est pris en compte",
            en: "as long as the file cannot be read, nothing that it says is taken into account",
        },
        example: example!("documents", "unreadable-syntax"),
    },
    recognise: |trouble| trouble.wanted.is_none().then(|| of(trouble)),
};

/// Tells where reading stopped and what the parser says of it.
#[must_use]
pub fn of(trouble: &Trouble) -> Finding {
    let reading = trouble.reading;
    let (language, name, message) = (reading.language, reading.syntax.name(), trouble.message);
    let end = trouble.at.end.clamp(trouble.at.start, trouble.line_span().end.max(trouble.at.start));
    reading
        .finding(
            &FAULT.rule,
            Span::new(trouble.at.start, end),
            say!(language,
            fr: "cette ligne ne se lit pas comme du {name}",
            en: "this line cannot be read as {name}"),
        )
        .label(say!(language,
            fr: "le lecteur {name} dit en anglais : {message}",
            en: "the {name} reader says: {message}"))
}
