//! `cut-by-comment`: a ` #` that ends an unquoted YAML text too early.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "cut-by-comment", Warning,
        fr: "en YAML, ce qui suit un espace et un croisillon est un commentaire, pas du texte",
        en: "in YAML, what follows a space and a hash sign is a comment, not text"),
    diagnose: |_| None,
};

/// Looks behind an unquoted text for a `#` directly before a word, which is rarely meant as a
/// comment. Behind a number, a date or an id it often is one: nothing is reported there.
#[must_use]
pub fn scan(reading: &Reading, span: Span) -> Option<Finding> {
    let rest = reading.text().get(span.end..)?;
    // Hardly any value has a comment: cheap tests first.
    rest.trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let rest = rest.lines().next()?;
    let comment = rest.trim_start().strip_prefix('#')?;
    if !comment.starts_with(char::is_alphanumeric)
        || reading.source.slice(span).chars().all(may_be_in_id)
    {
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
                en: "a ` #` cuts this text short: the rest is not read"),
            )
            .label(say!(language, fr: "lu comme un commentaire", en: "read as a comment"))
            .help(say!(language,
                fr: "mettre tout le texte entre guillemets droits",
                en: "put the whole text in straight quotes"))
            .edit(reading.place(whole), Writing::Text(text)),
    )
}

fn may_be_in_id(character: char) -> bool {
    character.is_ascii_lowercase()
        || character.is_ascii_digit()
        || matches!(character, '-' | '_' | '.')
}
