//! `duplicate-key`: the same key twice in one table, where the second would silently win or lose.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity};
use crate::documents::{Reading, Syntax};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "duplicate-key",
        severity: Severity::Error,
        because: Both {
            fr: "de deux valeurs pour une même clé, aucun lecteur ne sait laquelle est la bonne",
            en: "of two values for one key, no reader knows which is right",
        },
        example: example!("documents", "duplicate-key"),
    },
    recognise,
};

/// TOML's parser says that a key is duplicate but not where it stood first.
fn recognise(trouble: &Trouble) -> Option<Finding> {
    if trouble.reading.syntax != Syntax::Toml || !trouble.message.contains("duplicate key") {
        return None;
    }
    let key = trouble.reading.source.slice(trouble.at);
    let first = first_mention(trouble, key)?;
    Some(tell(trouble.reading, key, first, trouble.at))
}

/// The same key earlier under the same header.
fn first_mention(trouble: &Trouble, key: &str) -> Option<Span> {
    let before = &trouble.reading.text()[..trouble.line_span().start];
    let section = before.rfind("\n[").map_or(0, |place| place + 1);
    let mut start = section;
    for line in before[section..].split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if let Some(rest) = line.trim_start().strip_prefix(key)
            && rest.trim_start().starts_with(['=', '.'])
        {
            return Some(Span::new(start + indent, start + indent + key.len()));
        }
        start += line.len();
    }
    None
}

/// Tells a key given twice, showing both places.
#[must_use]
pub fn tell(reading: &Reading, key: &str, first: Span, second: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(&FAULT.rule, second, say!(language, fr: "la clé `{key}` est donnée deux fois", en: "the key `{key}` is given twice"))
        .label(say!(language, fr: "et encore ici", en: "and again here"))
        .beside(reading.place(first), say!(language, fr: "une première fois ici", en: "here first"))
        .help(say!(language, fr: "garder la bonne des deux lignes et effacer l'autre", en: "keep the right one of the two lines and delete the other"))
}
