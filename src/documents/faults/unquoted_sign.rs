//! `unquoted-sign`: an unquoted YAML text that begins with a sign of YAML.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "unquoted-sign",
        severity: Severity::Error,
        because: Both {
            fr: "en YAML, `@`, `%`, `*` et quelques autres signes ont un sens au début d'une valeur",
            en: "in YAML, `@`, `%`, `*` and a few other signs mean something at the beginning of a value",
        },
        example: example!("documents", "unquoted-sign"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let reading = trouble.reading;
    let strange = ["unexpected character", "unknown anchor", "misplaced bracket"];
    if !trouble.breaks_yaml() || !strange.iter().any(|words| trouble.message.contains(words)) {
        return None;
    }
    let line = trouble.line_span();
    let rest = trouble
        .slice(Span::new(trouble.at.start, line.end))
        .split(" #")
        .next()
        .unwrap_or_default()
        .trim_end();
    let sign = rest.chars().next().filter(|sign| !sign.is_alphanumeric())?;
    let before = trouble.slice(Span::new(line.start, trouble.at.start)).trim_end();
    if !before.ends_with([':', '-']) {
        return None;
    }
    let language = reading.language;
    let text = Span::new(trouble.at.start, trouble.at.start + rest.len());
    Some(
        reading
            .finding(
                &FAULT.rule,
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
