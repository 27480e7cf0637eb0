//! `missing-colon`: a YAML key whose value follows `=`, as in TOML, or a colon without a space.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::{Reading, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-colon", Error,
        fr: "en YAML, un deux-points et un espace relient une clé à sa valeur",
        en: "in YAML a colon and a space tie a key to its value"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.reading.syntax != Syntax::Yaml {
        return None;
    }
    let lines: Vec<Span> = match failure.wanted {
        Some(_) => lines_of(failure.reading, failure.value),
        None => [Some(failure.line_span()), failure.line_above()]
            .into_iter()
            .flatten()
            .collect(),
    };
    let signs: Vec<_> = lines
        .into_iter()
        .filter_map(|line| sign(failure.reading, line))
        .collect();
    let (first, language) = (*signs.first()?, failure.reading.language);
    let (sentence, label) = if failure.slice(first).contains('=') {
        (
            say!(language, fr: "en YAML, un deux-points suit la clé", en: "in YAML a colon follows \
                the key"),
            say!(language, fr: "un signe égal, comme en TOML", en: "an equals sign, as in TOML"),
        )
    } else {
        (
            say!(language,
                fr: "un espace manque après le deux-points",
                en: "a space is missing behind the colon"),
            say!(language, fr: "collé à la valeur", en: "glued to the value"),
        )
    };
    let finding = failure
        .reading
        .finding(&HINT.rule, first, sentence)
        .label(label)
        .help(
            say!(language, fr: "mettre un deux-points et un espace", en: "put a colon and a space"),
        );
    Some(signs.iter().fold(finding, |finding, sign| {
        finding.edit(failure.reading.place(*sign), Writing::Raw(": ".to_owned()))
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
fn sign(reading: &Reading, line: Span) -> Option<Span> {
    let text = reading.source.slice(line);
    let start = text.len() - text.trim_start_matches([' ', '-']).len();
    let key = text[start..]
        .find(|sign: char| !sign.is_ascii_alphanumeric() && !matches!(sign, '_' | '-'))?;
    let rest = &text[start + key..];
    let value = rest
        .trim_start()
        .trim_start_matches(['=', ':'])
        .trim_start();
    let between = &rest[..rest.len() - value.len()];
    let glued = between == ":" && !value.starts_with("//") && !value.contains(": ");
    let wrong = glued || between.trim() == "=";
    (key > 0 && wrong && !value.is_empty()).then(|| {
        Span::new(
            line.start + start + key,
            line.start + start + key + between.len(),
        )
    })
}
