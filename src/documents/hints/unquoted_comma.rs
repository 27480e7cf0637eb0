//! `unquoted-comma`: a comma inside an unquoted YAML text between braces.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, unquoted_form};
use crate::documents::reading::Reading;
use crate::documents::tree::ScalarForm;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-comma", Error,
        fr: "en YAML, entre accolades, une virgule sépare deux clés, sauf dans un texte entre \
            guillemets",
        en: "in YAML, between braces, a comma separates two keys, except in a text in quotes"),
    diagnose: |_| None,
};

/// Reports the commas that cut a value between braces; `whole` is that value with all its parts.
#[must_use]
pub fn report(reading: &Reading, whole: Span) -> Finding {
    let text = reading.source.slice(whole);
    let language = reading.language;
    let comma = whole.start + text.find(',').unwrap_or_default();
    let finding = reading
        .finding(
            &HINT.rule,
            Span::new(comma, comma + 1),
            say!(language,
                fr: "cette virgule coupe le texte",
                en: "this comma cuts the text"),
        )
        .label(say!(language,
            fr: "lue comme la fin de la valeur",
            en: "read as the end of the value"));
    if is_prose(text) {
        let folded: Vec<&str> = text.lines().map(str::trim).collect();
        finding
            .help(say!(language,
                fr: "mettre tout le texte entre guillemets droits",
                en: "put the whole text in straight quotes"))
            .edit(reading.place(whole), Writing::Text(folded.join(" ")))
    } else {
        finding.help(say!(language,
            fr: "mettre un texte entre guillemets, plusieurs valeurs entre crochets",
            en: "put a text in quotes, several values in brackets"))
    }
}

/// Whether the parts are those of one text: some have several words or a capital, and none is a
/// number. Ids and numbers may be the items of a list.
fn is_prose(text: &str) -> bool {
    let mut parts = text.split(',').map(str::trim);
    let is_text = parts
        .clone()
        .all(|part| unquoted_form(part) == ScalarForm::Text);
    is_text && parts.any(|part| part.contains(|sign: char| sign == ' ' || sign.is_uppercase()))
}
