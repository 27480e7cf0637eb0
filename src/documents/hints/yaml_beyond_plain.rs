//! `yaml-beyond-plain`: a tag, an anchor, an alias, a merge key or a second document.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, value_on_line};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "yaml-beyond-plain", Error,
        fr: "les fiches se limitent à la partie simple de YAML, celle que tout le monde lit de \
            la même façon",
        en: "records keep to the plain part of YAML, the one that everybody reads in the same \
            way"),
    diagnose: |failure| {
        let advanced = ["anchor", "alias", "directive", "tag"]
            .iter()
            .any(|word| failure.message.contains(word));
        advanced.then(|| report(failure.reading, failure.at))
    },
};

/// Tells what the plain part of YAML does without; a text that begins with one of its signs gains
/// quotes.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    let sentence = say!(language,
        fr: "ancres, alias, étiquettes, fusions et documents multiples ne sont pas lus",
        en: "anchors, aliases, tags, merges and second documents are not read");
    let value = value_on_line(reading, reading.source.line_span(span.start));
    let signed = value.filter(|value| is_a_text(reading, reading.source.slice(*value)));
    match signed {
        Some(value) => reading
            .finding(&HINT.rule, value, sentence)
            .label(
                say!(language, fr: "ce signe a un sens en YAML", en: "this sign has a meaning \
                in YAML"),
            )
            .help(say!(language,
                fr: "si c'est un texte, le mettre entre guillemets",
                en: "if this is a text, put it in quotes"))
            .edit(
                reading.place(value),
                Writing::Text(reading.source.slice(value).to_owned()),
            ),
        None => reading.finding(&HINT.rule, span, sentence),
    }
}

/// Whether a value begins with a sign as texts may do, and not with an anchor that an alias names.
fn is_a_text(reading: &Reading, value: &str) -> bool {
    let anchor = value
        .strip_prefix('&')
        .and_then(|rest| rest.split_whitespace().next());
    let named = anchor.is_some_and(|name| reading.text().contains(&format!("*{name}")));
    value.starts_with(['!', '&']) && !named
}
