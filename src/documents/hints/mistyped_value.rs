//! `mistyped-value`: a value of another kind than its key takes.

use crate::diagnostic::{Finding, Writing, nearest};
use crate::documents::code_spelling;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::documents::syntax::Syntax;
use crate::documents::tree::{ScalarForm, Value};
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
    let finding = reading.finding(&HINT.rule, shown(failure), sentence);
    if failure.is_compound() && failure.accepts_only_text() {
        return in_one_text(finding, failure);
    }
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

/// Bytes of a value that can be shown as a whole, else of its key: the entries of a table may be
/// anywhere below.
fn shown(failure: &ParseFailure) -> Span {
    let is_whole = !failure.is_compound() || failure.value_text().starts_with(['{', '[']);
    let is_heading = failure.reading.syntax == Syntax::Toml
        && failure.line().trim_start().starts_with('[')
        && failure.owner.start >= failure.value_span.start;
    if is_whole && !is_heading {
        failure.value_span
    } else {
        failure.owner
    }
}

/// Tells that a table or a list stands where one text is expected, and offers its only text, or
/// that in French of a text in two languages.
fn in_one_text(finding: Finding, failure: &ParseFailure) -> Finding {
    let (reading, language) = (failure.reading, failure.reading.language);
    let is_name = failure.slice(failure.owner) == "name";
    let finding = if matches!(failure.value, Some(Value::List(_))) {
        finding.label(say!(language, fr: "une liste", en: "a list"))
    } else {
        finding.label(say!(language, fr: "un tableau", en: "a table"))
    };
    let finding = finding.help(if is_name {
        say!(language,
            fr: "garder un seul nom\u{202f}; ceux d'autres langues se rangent dans `aliases`",
            en: "keep one name only; those in other languages go into `aliases`")
    } else {
        say!(language, fr: "écrire un seul texte entre guillemets", en: "write one text in quotes")
    });
    let text = failure.value.and_then(text_inside);
    match text.filter(|text| failure.accepts(ScalarForm::Text, text)) {
        Some(text) if is_replaceable(failure) => finding.edit(
            reading.place(failure.value_span),
            Writing::Text(text.to_owned()),
        ),
        _ => finding,
    }
}

/// The only text of a list, or the first of a table whose keys are languages, French before
/// English.
fn text_inside<'v>(value: &'v Value) -> Option<&'v str> {
    match value {
        Value::List(items) => match &items[..] {
            [one] => text_of(&one.value),
            _ => None,
        },
        Value::Table(entries) => {
            let are_languages = entries.iter().all(|entry| LANGUAGES.contains(&&*entry.key));
            let mut languages = LANGUAGES.iter();
            let found = languages.find_map(|key| entries.iter().find(|entry| entry.key == **key));
            found
                .filter(|_| are_languages)
                .and_then(|entry| text_of(&entry.node.value))
        }
        _ => None,
    }
}

fn text_of<'v>(value: &'v Value) -> Option<&'v str> {
    match value {
        Value::Scalar(ScalarForm::Text, text) => Some(text),
        _ => None,
    }
}

/// The keys of a text in two languages, in the order in which one of them is kept.
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Whether the bytes of a table or a list are those of the value alone, without comments that an
/// edit would lose. In TOML, those below a heading are not.
fn is_replaceable(failure: &ParseFailure) -> bool {
    let written = failure.value_text();
    let is_bracketed = written.starts_with(['{', '[']) && written.ends_with(['}', ']']);
    let is_value = failure.value_span.start > failure.owner.start;
    !written.contains('#') && is_value && (is_bracketed || failure.reading.syntax == Syntax::Yaml)
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
