//! `item-twice`: a list that has the same item twice.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::item_span::item_span;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "item-twice", Warning,
        fr: "ce qui est écrit deux fois est compté deux fois, ou cache une faute de frappe",
        en: "what is written twice is counted twice, or hides a typing error"),
    // The validator finds it, in lists that can be read.
    diagnose: |_| None,
};

/// Reports an item that a list has before.
#[must_use]
pub fn report(reading: &Reading, first: Span, again: Span, text: &str) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            again,
            say!(language,
                fr: "`{text}` est déjà dans cette liste",
                en: "`{text}` is in this list already"),
        )
        .label(say!(language, fr: "une deuxième fois", en: "a second time"))
        .beside(
            reading.place(first),
            say!(language, fr: "la première", en: "the first"),
        )
        .help(say!(language, fr: "l'enlever", en: "take it out"))
        .edit(
            reading.place(item_span(reading.text(), again)),
            Writing::Raw(String::new()),
        )
}
