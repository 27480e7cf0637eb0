//! `duplicate-key`: the same key twice in one table, one of which would silently be lost.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::documents::reading::Reading;
use crate::documents::toml::first_key::first_key;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "duplicate-key", Error,
        fr: "de deux valeurs pour une même clé, aucun lecteur ne sait laquelle est la bonne",
        en: "with two values for one key, no reader knows which is right"),
    diagnose,
};

/// A key that the TOML parser calls duplicate.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let is_duplicate =
        failure.message.contains("duplicate key") || failure.message.contains("cannot extend");
    if !failure.is_toml_error() || !is_duplicate {
        return None;
    }
    let first = first_key(failure.reading, failure.error_span)?;
    let key = failure.slice(failure.error_span).trim_matches(['"', '\'']);
    Some(report(failure.reading, key, first, failure.error_span))
}

/// Reports a key that is given twice, with both places.
#[must_use]
pub fn report(reading: &Reading, key: &str, first: Span, second: Span) -> Finding {
    let language = reading.language;
    let finding = reading
        .finding(
            &HINT.rule,
            second,
            say!(language,
                fr: "la clé `{key}` est donnée deux fois",
                en: "the key `{key}` is given twice"),
        )
        .label(say!(language, fr: "et encore ici", en: "and again here"))
        .beside(
            reading.place(first),
            say!(language, fr: "une première fois ici", en: "first here"),
        );
    let line = reading.source.line_span(second.start);
    if is_repeated_line(reading, reading.source.line_span(first.start), line) {
        let whole = Span::new(line.start, (line.end + 1).min(reading.text().len()));
        return finding
            .help(say!(language,
                fr: "effacer la seconde ligne, identique à la première",
                en: "delete the second line, which is identical to the first"))
            .edit(reading.place(whole), Writing::Raw(String::new()));
    }
    finding.help(say!(language,
        fr: "garder la bonne des deux lignes et effacer l'autre",
        en: "keep the correct one of the two lines and delete the other"))
}

/// Whether two lines are equal and hold their whole values, so that one may be deleted.
fn is_repeated_line(reading: &Reading, first: Span, second: Span) -> bool {
    let text = reading.source.slice(second);
    first != second
        && reading.source.slice(first).trim() == text.trim()
        && value_on_line(reading, second)
            .is_some_and(|value| is_closed_value(reading.source.slice(value)))
        // A deeper line below would be part of the value in YAML.
        && indentation(line_below(reading, second)) <= indentation(text)
}

/// Whether a value ends on its line.
fn is_closed_value(value: &str) -> bool {
    !value.is_empty()
        && !value.starts_with(['|', '>'])
        && !value.contains("\"\"\"")
        && !value.contains("'''")
        && value.matches(['[', '{']).count() == value.matches([']', '}']).count()
}

fn line_below<'t>(reading: &Reading<'t>, line: Span) -> &'t str {
    reading.source.slice(reading.source.line_span(line.end + 1))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
