//! `unreadable-syntax`: what no other fault recognises, with the parser's own words.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity};
use crate::documents::Syntax;
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
    let line = trouble.line_span();
    let indent = trouble.line().len() - trouble.line().trim_start().len();
    let whole = Span::new(line.start + indent, line.start + trouble.line().trim_end().len());
    let stumble =
        Span::new(trouble.at.start, trouble.at.end.clamp(trouble.at.start, line.end.max(trouble.at.start)));
    let shown = if stumble.end <= stumble.start + 1 { whole } else { stumble };
    reading
        .finding(
            &FAULT.rule,
            shown,
            say!(language,
            fr: "cette ligne ne se lit pas comme du {name}",
            en: "this line cannot be read as {name}"),
        )
        .label(say!(language,
            fr: "le lecteur {name} dit en anglais : {message}",
            en: "the {name} reader says: {message}"))
        .help(match reading.syntax {
            Syntax::Toml => say!(language,
                fr: "une ligne est `clé = valeur`, un titre `[…]` ou un commentaire `# …`",
                en: "a line is `key = value`, a heading `[…]` or a comment `# …`"),
            Syntax::Yaml => say!(language,
                fr: "une ligne est `clé: valeur`, un élément `- …` ou un commentaire `# …`",
                en: "a line is `key: value`, an item `- …` or a comment `# …`"),
        })
}
