//! `mistyped-value`: a value of another kind than its key takes.

use crate::diagnostic::{Finding, Writing, nearest};
use crate::documents::code_spelling;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::documents::spelling::whole_year;
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
        _ if whole_years(failure).is_some() => {
            let year = whole_years(failure).unwrap_or_default();
            let help = say!(language,
                fr: "vouliez-vous dire `{year}`\u{202f}?",
                en: "did you mean `{year}`?");
            let place = reading.place(failure.value_span);
            finding.help(help).edit(place, Writing::Raw(year))
        }
        _ if advice(failure).is_some() => finding.help(advice(failure).unwrap_or_default()),
        _ => code_spelling::offer(
            finding,
            reading,
            failure.value_span,
            failure.unquoted(),
            shape,
        ),
    }
}

/// The year of four digits that two digits mean, where a year fits.
fn whole_years(failure: &ParseFailure) -> Option<String> {
    let text = failure.unquoted();
    let is_short = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = whole_year(text);
    (is_short && failure.accepts(ScalarForm::Integer, &year)).then_some(year)
}

/// What to do where more was typed than the key takes, or a name in the place of a code.
fn advice(failure: &ParseFailure) -> Option<String> {
    let language = failure.reading.language;
    let text = failure.unquoted();
    match (failure.slice(failure.owner), failure.value) {
        ("partners", Some(Value::List(items))) => {
            let first = items.iter().find_map(|item| text_of(&item.value));
            let id = first.unwrap_or("tilt");
            Some(say!(language,
                fr: "donner à chacun son rôle, une ligne par partenaire sous le titre \
                    `[partners]`\u{a0}: `{id} = \"partenaire\"`",
                en: "give each its role, one line a partner under the heading `[partners]`: `{id} \
                    = \"partenaire\"`"))
        }
        ("partners", Some(Value::Scalar(..))) => Some(say!(language,
            fr: "donner à chacun son rôle, une ligne par partenaire\u{a0}: `{text} = \
                \"partenaire\"` en TOML, `{text}: partenaire` en YAML",
            en: "give each its role, one line a partner: `{text} = \"partenaire\"` in TOML, \
                `{text}: partenaire` in YAML")),
        ("email", _) if text.matches('@').count() > 1 => Some(say!(language,
            fr: "garder une seule adresse\u{202f}; les autres se rangent dans `contacts`, chacune \
                avec son rôle",
            en: "keep one address only; others go into `contacts`, each with its role")),
        ("code", Some(Value::Scalar(ScalarForm::Text, _)))
            if text.contains(char::is_alphabetic) && text.chars().count() > 5 =>
        {
            Some(say!(language,
                fr: "c'est un nom\u{a0}: `apes code \"{text}\"` en donne le code",
                en: "this is a name: `apes code \"{text}\"` tells its code"))
        }
        _ => None,
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
    let owner = failure.slice(failure.owner);
    let (is_name, is_theme) = (owner == "name", owner == "theme");
    let finding = if matches!(failure.value, Some(Value::List(_))) {
        finding.label(say!(language, fr: "une liste", en: "a list"))
    } else {
        finding.label(say!(language, fr: "un tableau", en: "a table"))
    };
    let finding = finding.help(if is_name {
        say!(language,
            fr: "garder un seul nom\u{202f}; ceux d'autres langues se rangent dans `aliases`",
            en: "keep one name only; those in other languages go into `aliases`")
    } else if is_theme {
        say!(language,
            fr: "garder la thématique principale\u{202f}; les autres se rangent dans \
                `other_themes`, une liste",
            en: "keep the main theme; the others go into `other_themes`, a list")
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
