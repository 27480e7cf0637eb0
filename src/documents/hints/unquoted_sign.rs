//! `unquoted-sign`: an unquoted YAML text that begins with a sign of YAML.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-sign", Error,
        fr: "en YAML, `@`, `%`, `*` et quelques autres signes ont un sens au début d'une valeur",
        en: "in YAML, `@`, `%`, `*` and a few other signs mean something at the beginning of a \
            value"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let strange = [
        "unexpected character",
        "unknown anchor",
        "misplaced bracket",
    ];
    if !failure.breaks_yaml() || !strange.iter().any(|words| failure.message.contains(words)) {
        return None;
    }
    let line = failure.line_span();
    let rest = failure
        .slice(Span::new(failure.at.start, line.end))
        .split(" #")
        .next()
        .unwrap_or_default()
        .trim_end();
    let sign = rest.chars().next().filter(|sign| !sign.is_alphanumeric())?;
    let before = failure
        .slice(Span::new(line.start, failure.at.start))
        .trim_end();
    if !before.ends_with([':', '-']) {
        return None;
    }
    let language = reading.language;
    let text = Span::new(failure.at.start, failure.at.start + rest.len());
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(text.start, text.start + sign.len_utf8()),
                say!(language,
                    fr: "un texte qui commence par `{sign}` se met entre guillemets",
                    en: "a text that begins with `{sign}` stands in quotes"),
            )
            .label(say!(language, fr: "lu comme un signe de YAML", en: "read as a sign of YAML"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(text), Writing::Text(rest.to_owned())),
    )
}
