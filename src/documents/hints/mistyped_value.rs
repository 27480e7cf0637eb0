//! `mistyped-value`: a value of another kind than its key takes.

use crate::diagnostic::{Finding, Writing, nearest};
use crate::documents::code_spelling;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "mistyped-value", Error,
        fr: "chaque clé attend une valeur d'une certaine forme, pour être comptée et comparée",
        en: "each key takes values of a certain form, so that they can be counted and compared"),
    diagnose: |failure| failure.expected.map(|shape| report(failure, shape)),
};

fn report(failure: &ParseFailure, shape: &Shape) -> Finding {
    let reading = failure.reading;
    let language = reading.language;
    let expectation = shape.expectation(language);
    let sentence = if expectation.is_empty() {
        say!(language,
            fr: "cette valeur n'a pas la forme attendue",
            en: "this value does not have the expected form")
    } else {
        say!(language,
            fr: "valeur inattendue\u{a0}: il faut {expectation}",
            en: "unexpected value: this must be {expectation}")
    };
    let finding = reading.finding(&HINT.rule, failure.value_span, sentence);
    match &shape.kind {
        ShapeKind::Text { choices, .. } if !choices.is_empty() => {
            suggest(finding, reading, failure.value_span, choices)
        }
        _ => code_spelling::offer(
            finding,
            reading,
            failure.value_span,
            failure.unquoted(),
            shape,
        ),
    }
}

/// Suggests the choice most similar to a value, else lists all of them.
fn suggest(finding: Finding, reading: &Reading, span: Span, choices: &[String]) -> Finding {
    let language = reading.language;
    let value = reading.source.slice(span).trim_matches(['"', '\'']);
    if let Some(similar) = nearest(value, choices.iter().map(String::as_str)) {
        return finding
            .help(say!(language,
                fr: "vouliez-vous dire `{similar}`\u{202f}?",
                en: "did you mean `{similar}`?"))
            .edit(reading.place(span), Writing::Text(similar.to_owned()));
    }
    let list = choices.join(", ");
    finding.help(say!(language,
        fr: "valeurs permises\u{a0}: {list}",
        en: "allowed values: {list}"))
}
