//! `yaml-beyond-plain`: a tag, an anchor, an alias, a merge key or a second document.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, value_on_line};
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "yaml-beyond-plain", Error,
        fr: "les fiches se limitent à la partie simple de YAML, celle que tout le monde lit de \
            la même façon",
        en: "records use only the plain part of YAML, which everybody reads in the same way"),
    diagnose: |failure| {
        let is_advanced = ["anchor", "alias", "directive", "tag"]
            .iter()
            .any(|word| failure.message.contains(word));
        is_advanced.then(|| report(failure.reading, failure.error_span))
    },
};

/// Reports a feature of YAML that records do not use, and proposes quotes for a text that begins
/// with its sign.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    let sentence = say!(language,
        fr: "ancres, alias, étiquettes, fusions et documents multiples ne sont pas lus",
        en: "anchors, aliases, tags, merge keys and multiple documents are not read");
    let text = value_on_line(reading, reading.source.line_span(span.start))
        .filter(|value| is_text(reading, reading.source.slice(*value)));
    match text {
        Some(value) => reading
            .finding(&HINT.rule, value, sentence)
            .label(say!(language,
                fr: "ce signe a un sens en YAML",
                en: "this sign has a meaning in YAML"))
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

/// Whether a value may be a text that begins with a sign: no alias names it as an anchor.
fn is_text(reading: &Reading, value: &str) -> bool {
    let has_alias = value
        .strip_prefix('&')
        .and_then(|rest| rest.split_whitespace().next())
        .is_some_and(|anchor| reading.text().contains(&format!("*{anchor}")));
    value.starts_with(['!', '&']) && !has_alias
}
