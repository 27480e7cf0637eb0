//! `trailing-comma`: a comma or semicolon at the end of a line, as other formats have it.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::Form;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "trailing-comma",
        severity: Severity::Error,
        because: Both {
            fr: "chaque ligne se suffit : rien ne la sépare de la suivante",
            en: "each line stands by itself: nothing sets it apart from the next",
        },
        example: example!("documents", "trailing-comma"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let sign = if trouble.wanted.is_some() { behind_value(trouble)? } else { at_end(trouble)? };
    let (reading, language) = (trouble.reading, trouble.reading.language);
    let written = trouble.slice(sign);
    Some(
        reading
            .finding(
                &FAULT.rule,
                sign,
                say!(language, fr: "ce `{written}` est de trop", en: "this `{written}` is one too many"),
            )
            .label(say!(language, fr: "en fin de ligne", en: "at the end of the line"))
            .help(say!(language, fr: "l'effacer", en: "delete it"))
            .edit(reading.place(sign), Writing::Raw(String::new())),
    )
}

/// Where the parser stumbled over it, and nothing follows.
fn at_end(trouble: &Trouble) -> Option<Span> {
    if let Some(kept) = trouble.text().strip_suffix(';')
        && trouble.breaks_toml()
        && !kept.contains(char::is_alphabetic)
    {
        return Some(Span::new(trouble.value.end - 1, trouble.value.end));
    }
    let rest = trouble.slice(Span::new(trouble.at.start, trouble.line_span().end));
    let after = rest.strip_prefix([',', ';'])?.trim_start();
    (after.is_empty() || after.starts_with('#')).then(|| Span::new(trouble.at.start, trouble.at.start + 1))
}

/// In YAML it is part of an unquoted value, which would fit without it.
fn behind_value(trouble: &Trouble) -> Option<Span> {
    let kept = trouble.text().strip_suffix([',', ';'])?;
    let fits = [Form::Plain, Form::Date].iter().any(|form| trouble.wants(*form, kept));
    fits.then(|| Span::new(trouble.value.end - 1, trouble.value.end))
}
