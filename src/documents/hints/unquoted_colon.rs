//! `unquoted-colon`: a colon and a space inside an unquoted YAML text.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::documents::{ScalarForm, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-colon", Error,
        fr: "en YAML, un deux-points suivi d'un espace annonce une valeur, sauf entre \
            guillemets",
        en: "in YAML a colon with a space behind it announces a value, except in quotes"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let text = if failure.wanted.is_some() {
        let text = failure.text();
        let cut = reading.syntax == Syntax::Yaml && text.contains(": ") && !text.contains('\n');
        Some(failure.value).filter(|_| cut && failure.wants(ScalarForm::Text, text))?
    } else {
        broken(failure)?
    };
    let written = reading.source.slice(text);
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
                en: "put the whole text between straight quotes"))
            .edit(reading.place(text), Writing::Text(folded(written))),
    )
}

/// The unquoted text behind the first colon: on the same line, or begun on the line above.
fn broken(failure: &ParseFailure) -> Option<Span> {
    if !failure.breaks_yaml() || !failure.message.contains("mapping values") {
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
    let here = value_on_line(reading, line).filter(|value| value.start <= failure.at.start);
    let above = || value_on_line(reading, failure.line_above()?);
    let start = here.or_else(above)?.start;
    let quoted = reading.text()[start..].starts_with(['"', '\'', '[', '{']);
    (!quoted && start < end).then(|| Span::new(start, end))
}

/// A text over several lines in one, as YAML reads it.
fn folded(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
