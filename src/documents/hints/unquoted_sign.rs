//! `unquoted-sign`: an unquoted YAML text that begins with a sign of the syntax.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-sign", Error,
        fr: "en YAML, `@`, `%`, `*` et quelques autres signes ont un sens au début d'une valeur",
        en: "in YAML, `@`, `%`, `*` and a few other signs have a meaning at the beginning of a \
            value"),
    diagnose,
};

/// Messages of the YAML parser about a sign where a value begins.
const MESSAGES: [&str; 3] = [
    "unexpected character",
    "unknown anchor",
    "misplaced bracket",
];

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let is_about_sign = MESSAGES
        .iter()
        .any(|message| failure.message.contains(message));
    if !failure.is_yaml_error() || !is_about_sign {
        return None;
    }
    let line = failure.line_span();
    let rest = failure
        .slice(Span::new(failure.error_span.start, line.end))
        .split(" #")
        .next()
        .unwrap_or_default()
        .trim_end();
    let sign = rest.chars().next().filter(|sign| !sign.is_alphanumeric())?;
    let before = failure
        .slice(Span::new(line.start, failure.error_span.start))
        .trim_end();
    // A block that stands between braces, where it cannot: its text is on the lines below.
    let is_block = matches!(rest.trim_end_matches(['-', '+']), "|" | ">");
    if !before.ends_with([':', '-']) || is_block {
        return None;
    }
    let language = reading.language;
    let text = Span::new(
        failure.error_span.start,
        failure.error_span.start + rest.len(),
    );
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(text.start, text.start + sign.len_utf8()),
                say!(language,
                    fr: "un texte qui commence par `{sign}` se met entre guillemets",
                    en: "a text that begins with `{sign}` is written in quotes"),
            )
            .label(say!(language,
                fr: "lu comme un signe de YAML",
                en: "read as a sign of YAML syntax"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(text), Writing::Text(rest.to_owned())),
    )
}
