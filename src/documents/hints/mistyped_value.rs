//! `mistyped-value`: a value that is not of the kind its key wants.

use crate::diagnostic::{Finding, Writing, nearest};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::{Kind, Reading, Shape};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "mistyped-value", Error,
        fr: "chaque clé attend une valeur d'une certaine forme, pour être comptée et comparée",
        en: "each key wants a value of a certain form, so that it can be counted and compared"),
    diagnose: |failure| failure.wanted.map(|wanted| of(failure, wanted)),
};

fn of(failure: &ParseFailure, wanted: &Shape) -> Finding {
    let reading = failure.reading;
    let language = reading.language;
    let expected = wanted.wanted(language);
    let sentence = if expected.is_empty() {
        say!(language,
            fr: "cette valeur n'est pas de la forme attendue",
            en: "this value is not of the form expected")
    } else {
        say!(language,
            fr: "valeur inattendue : il faut {expected}",
            en: "unexpected value: this must be {expected}")
    };
    let finding = reading.finding(&HINT.rule, failure.value, sentence);
    match &wanted.kind {
        Kind::Text { choices, .. } if !choices.is_empty() => {
            suggest(finding, reading, failure.value, choices)
        }
        _ => finding,
    }
}

fn suggest(finding: Finding, reading: &Reading, span: Span, choices: &[String]) -> Finding {
    let language = reading.language;
    let written = reading.source.slice(span).trim_matches(['"', '\'']);
    let near = nearest(written, choices.iter().map(String::as_str));
    if let Some(near) = near {
        return finding
            .help(
                say!(language, fr: "une valeur proche est permise", en: "a near value is allowed"),
            )
            .edit(reading.place(span), Writing::Text(near.to_owned()));
    }
    let all = choices.join(", ");
    finding.help(say!(language, fr: "valeurs permises : {all}", en: "allowed values: {all}"))
}
