//! `trailing-comma`: a comma or semicolon at the end of a line, as other formats have it.

use crate::diagnostic::{Finding, Writing};
use crate::documents::ScalarForm;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "trailing-comma", Error,
        fr: "chaque ligne se suffit : rien ne la sépare de la suivante",
        en: "each line stands by itself: nothing sets it apart from the next"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let sign = if failure.wanted.is_some() {
        behind_value(failure)?
    } else {
        at_end(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    let written = failure.slice(sign);
    Some(
        reading
            .finding(
                &HINT.rule,
                sign,
                say!(language, fr: "ce `{written}` est de trop", en: "this `{written}` is one too \
                    many"),
            )
            .label(say!(language, fr: "en fin de ligne", en: "at the end of the line"))
            .help(say!(language, fr: "l'effacer", en: "delete it"))
            .edit(reading.place(sign), Writing::Raw(String::new())),
    )
}

/// Where the parser stumbled over it, and nothing follows.
fn at_end(failure: &ParseFailure) -> Option<Span> {
    if let Some(kept) = failure.text().strip_suffix(';')
        && failure.breaks_toml()
        && !kept.contains(char::is_alphabetic)
    {
        return Some(Span::new(failure.value.end - 1, failure.value.end));
    }
    let rest = failure.slice(Span::new(failure.at.start, failure.line_span().end));
    let after = rest.strip_prefix([',', ';'])?.trim_start();
    (after.is_empty() || after.starts_with('#'))
        .then(|| Span::new(failure.at.start, failure.at.start + 1))
}

/// In YAML it is part of an unquoted value, which would fit without it.
fn behind_value(failure: &ParseFailure) -> Option<Span> {
    let kept = failure.text().strip_suffix([',', ';'])?;
    let fits = [ScalarForm::Plain, ScalarForm::Date]
        .iter()
        .any(|form| failure.wants(*form, kept));
    fits.then(|| Span::new(failure.value.end - 1, failure.value.end))
}
