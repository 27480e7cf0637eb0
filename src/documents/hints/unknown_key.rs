//! `unknown-key`: a key that its table cannot have.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::schema::key_homes::advice;
use crate::documents::schema::key_names::{IntendedKey, intended};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unknown-key", Error,
        fr: "une clé que personne ne lit est une information perdue",
        en: "a key that nobody reads is lost information"),
    diagnose: |_| None,
};

/// Reports an unknown key, with the key among `known` that it was meant to be, else with the place
/// of what it says, which `all` keys of the table tell.
///
/// A key that the value does not fit is not proposed, unless the name is another of its names.
#[must_use]
pub fn report<'a>(
    reading: &Reading,
    span: Span,
    key: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    all: &[&str],
    fits: impl Fn(&str) -> bool,
) -> Finding {
    let language = reading.language;
    let finding = reading.finding(
        &HINT.rule,
        span,
        say!(language, fr: "la clé `{key}` n'existe pas ici", en: "there is no key `{key}` here"),
    );
    match intended(key, known) {
        Some(IntendedKey::Alias(name)) => {
            let finding = finding.help(
                say!(language, fr: "la clé s'écrit `{name}`", en: "the key is written `{name}`"),
            );
            if fits(name) {
                finding.edit(reading.place(span), Writing::Raw(name.to_owned()))
            } else {
                finding
            }
        }
        Some(IntendedKey::Misspelt(name)) if fits(name) => finding
            .help(say!(language,
                fr: "vouliez-vous dire `{name}`\u{202f}?",
                en: "did you mean `{name}`?"))
            .edit(reading.place(span), Writing::Raw(name.to_owned())),
        _ => finding.help(advice(key, all, language)),
    }
}

/// Reports a key that belongs to a table below its own.
#[must_use]
pub fn of_other_table(
    reading: &Reading,
    span: Span,
    written: &str,
    table: &str,
    key: &str,
) -> Finding {
    let language = reading.language;
    let sentence = say!(language,
        fr: "la clé `{written}` n'existe pas ici",
        en: "there is no key `{written}` here");
    reading
        .finding(&HINT.rule, span, sentence)
        .help(say!(language,
        fr: "elle s'écrit `{key}` et se range dans le tableau `{table}`",
        en: "it is written `{key}` and goes into the table `{table}`"))
}

/// Reports a key of the wrong form in a table with free keys, such as years or ids.
#[must_use]
pub fn out_of_form(reading: &Reading, span: Span, key: &str, expectation: &str) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "`{key}` ne peut pas être une clé ici",
                en: "`{key}` cannot be a key here"),
        )
        .label(say!(language,
            fr: "attendu\u{a0}: {expectation}",
            en: "expected: {expectation}"))
}
