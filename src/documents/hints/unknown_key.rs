//! `unknown-key`: a key that no such table has.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::Hint;
use crate::documents::names::{Meant, meant};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unknown-key", Error,
        fr: "une clé que personne ne lit est une information perdue",
        en: "a key that nobody reads is information lost"),
    diagnose: |_| None,
};

/// Tells an unknown key, with the one it was meant to be of those that may still come here, or
/// where one's own words go.
#[must_use]
pub fn report<'a>(
    reading: &Reading,
    span: Span,
    key: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    let language = reading.language;
    let finding = reading.finding(
        &HINT.rule,
        span,
        say!(language, fr: "la clé `{key}` n'existe pas ici", en: "there is no key `{key}` here"),
    );
    match meant(key, known) {
        Some(Meant::Called(name)) => finding
            .help(say!(language, fr: "la clé s'écrit `{name}`", en: "the key is written `{name}`"))
            .edit(reading.place(span), Writing::Raw(name.to_owned())),
        Some(Meant::Near(near)) => finding
            .help(
                say!(language, fr: "une clé de nom proche existe", en: "a key with a near name \
                exists"),
            )
            .edit(reading.place(span), Writing::Raw(near.to_owned())),
        None => finding.help(say!(language,
            fr: "ce qui est propre à votre réseau se range dans le tableau `extra`",
            en: "what is your network's own goes into the table `extra`")),
    }
}

/// Tells a key that stands beside the table it belongs to.
#[must_use]
pub fn of_table(reading: &Reading, span: Span, written: &str, table: &str, key: &str) -> Finding {
    let language = reading.language;
    let sentence = say!(language, fr: "la clé `{written}` n'existe pas ici", en: "there is no key \
        `{written}` here");
    reading
        .finding(&HINT.rule, span, sentence)
        .help(say!(language,
        fr: "elle s'écrit `{key}` et se range dans le tableau `{table}`",
        en: "it is written `{key}` and goes into the table `{table}`"))
}

/// Tells a key whose form is wrong where keys are free: a year, an id.
#[must_use]
pub fn out_of_form(reading: &Reading, span: Span, key: &str, wanted: &str) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language, fr: "`{key}` ne peut pas être une clé ici", en: "`{key}` cannot be a \
                key here"),
        )
        .label(say!(language, fr: "attendu : {wanted}", en: "expected: {wanted}"))
}
