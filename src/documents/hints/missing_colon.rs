//! `missing-colon`: a YAML key whose value follows `=`, as in TOML, or a colon without space.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-colon", Error,
        fr: "en YAML, un deux-points et un espace relient une clé à sa valeur",
        en: "in YAML, a colon and a space separate a key from its value"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.reading.syntax != Syntax::Yaml {
        return None;
    }
    let lines: Vec<Span> = match failure.expected {
        Some(_) => lines_of(failure.reading, failure.value_span),
        None => [Some(failure.line_span()), failure.line_above()]
            .into_iter()
            .flatten()
            .collect(),
    };
    let separators: Vec<Span> = lines
        .into_iter()
        .filter_map(|line| wrong_separator(failure.reading, line))
        .collect();
    let (first, language) = (*separators.first()?, failure.reading.language);
    let (sentence, label) = if failure.slice(first).contains('=') {
        (
            say!(language,
                fr: "en YAML, un deux-points suit la clé",
                en: "in YAML, a colon follows the key"),
            say!(language, fr: "un signe égal, comme en TOML", en: "an equals sign, as in TOML"),
        )
    } else {
        (
            say!(language,
                fr: "un espace manque après le deux-points",
                en: "a space is missing after the colon"),
            say!(language, fr: "collé à la valeur", en: "directly followed by the value"),
        )
    };
    let finding = failure
        .reading
        .finding(&HINT.rule, first, sentence)
        .label(label)
        .help(say!(language,
            fr: "mettre un deux-points et un espace",
            en: "use a colon and a space"));
    Some(separators.iter().fold(finding, |finding, separator| {
        finding.edit(
            failure.reading.place(*separator),
            Writing::Raw(": ".to_owned()),
        )
    }))
}

/// The whole lines that a value covers.
fn lines_of(reading: &Reading, value: Span) -> Vec<Span> {
    let mut lines = vec![reading.source.line_span(value.start)];
    while let Some(last) = lines.last().filter(|last| last.end < value.end) {
        lines.push(reading.source.line_span(last.end + 1));
    }
    lines
}

/// The ` = ` of `key = value`, or the `:` of `key:value`.
fn wrong_separator(reading: &Reading, line: Span) -> Option<Span> {
    let text = reading.source.slice(line);
    let key_start = text.len() - text.trim_start_matches([' ', '-']).len();
    let key_length = text
        .behind(key_start)
        .find(|sign: char| !sign.is_ascii_alphanumeric() && !matches!(sign, '_' | '-'))?;
    let rest = text.behind(key_start + key_length);
    let value = rest
        .trim_start()
        .trim_start_matches(['=', ':'])
        .trim_start();
    let separator = rest.before(rest.len() - value.len());
    // A web address has `://`, and a text may have an hour, `9:30: …`.
    let has_no_space = separator == ":" && !value.starts_with("//") && !value.contains(": ");
    let is_wrong = has_no_space || separator.trim() == "=";
    let start = line.start + key_start + key_length;
    (key_length > 0 && is_wrong && !value.is_empty())
        .then(|| Span::new(start, start + separator.len()))
}
