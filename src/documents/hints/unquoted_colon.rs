//! `unquoted-colon`: a colon and a space inside an unquoted YAML text.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::documents::syntax::Syntax;
use crate::documents::tree::ScalarForm;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-colon", Error,
        fr: "en YAML, un deux-points suivi d'un espace annonce une valeur, sauf entre \
            guillemets",
        en: "in YAML, a colon and a space begin a value, except in quotes"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let text = if failure.expected.is_some() {
        let text = failure.value_text();
        let is_cut = reading.syntax == Syntax::Yaml && text.contains(": ") && !text.contains('\n');
        Some(failure.value_span).filter(|_| is_cut && failure.accepts(ScalarForm::Text, text))?
    } else {
        text_with_colon(failure)?
    };
    let written = reading.source.slice(text);
    // Braces are those of a table, and no part of a text.
    if written.contains('{') {
        return None;
    }
    let colon = text.start
        + written
            .find(": ")
            .or_else(|| written.strip_suffix(':').map(str::len))?;
    let language = reading.language;
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(colon, colon + 1),
                say!(language,
                    fr: "ce deux-points coupe le texte",
                    en: "this colon cuts the text"),
            )
            .label(say!(language, fr: "lu comme la fin d'une clé", en: "read as the end of a key"))
            .help(say!(language,
                fr: "mettre tout le texte entre guillemets droits",
                en: "put the whole text in straight quotes"))
            .edit(reading.place(text), Writing::Text(folded(written))),
    )
}

/// The unquoted text behind the first colon of the line, or of the line above where it begins.
fn text_with_colon(failure: &ParseFailure) -> Option<Span> {
    if !failure.is_yaml_error() || !failure.message.contains("mapping values") {
        return None;
    }
    let (line, reading) = (failure.line_span(), failure.reading);
    let end = line.start
        + failure
            .line()
            .split(" #")
            .next()
            .unwrap_or_default()
            .trim_end()
            .len();
    let start = value_on_line(reading, line)
        .filter(|value| value.start <= failure.error_span.start)
        .or_else(|| value_on_line(reading, failure.line_above()?))?
        .start;
    let before = failure.slice(Span::new(reading.source.line_span(start).start, start));
    if before.contains(['[', '{']) {
        return None;
    }
    let is_unquoted = !reading
        .text()
        .behind(start)
        .starts_with(['"', '\'', '[', '{']);
    (is_unquoted && start < end).then(|| Span::new(start, end))
}

/// A text over several lines as one line, as YAML reads it.
fn folded(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
