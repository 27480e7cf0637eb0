//! `cut-by-comment`: a ` #` that cuts an unquoted YAML text short.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::Hint;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "cut-by-comment", Warning,
        fr: "en YAML, ce qui suit un espace et un croisillon est un commentaire, pas du texte",
        en: "in YAML, what follows a space and a hash sign is a comment, not text"),
    diagnose: |_| None,
};

/// Looks behind an unquoted text for a `#` glued to a word, which is rarely meant as a comment.
///
/// Behind a number, a date or an id it may well be one: nothing is told there.
#[must_use]
pub fn look(reading: &Reading, span: Span) -> Option<Finding> {
    let rest = reading.text().get(span.end..)?;
    rest.trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let rest = rest.lines().next()?;
    let glued = rest.trim_start().strip_prefix('#')?;
    let id = |sign: char| {
        sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_' | '.')
    };
    if !glued.starts_with(char::is_alphanumeric) || reading.source.slice(span).chars().all(id) {
        return None;
    }
    let language = reading.language;
    let whole = Span::new(span.start, span.end + rest.trim_end().len());
    let text = reading
        .source
        .slice(whole)
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ");
    let cut = Span::new(span.end + rest.len() - rest.trim_start().len(), whole.end);
    Some(
        reading
            .finding(
                &HINT.rule,
                cut,
                say!(language,
                fr: "un ` #` coupe ce texte : la suite n'est pas lue",
                en: "a ` #` cuts this text short: what follows is not read"),
            )
            .label(say!(language, fr: "lu comme un commentaire", en: "read as a comment"))
            .help(say!(language,
                fr: "mettre tout le texte entre guillemets droits",
                en: "put the whole text between straight quotes"))
            .edit(reading.place(whole), Writing::Text(text)),
    )
}
