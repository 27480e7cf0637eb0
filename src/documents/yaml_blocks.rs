//! Where the texts of YAML blocks begin and end.

use std::borrow::Cow;

use crate::documents::reading::Reading;
use crate::sources::{Cut, Span};

/// The bytes of a block with the sign before it, and without the line break that ends its last
/// line, so that another value may take its place.
#[must_use]
pub fn whole_block(reading: &Reading, text: Span) -> Span {
    let before = reading.source.slice(Span::new(0, text.start)).trim_end();
    let line = reading.source.line_span(before.len());
    let header = reading.source.slice(Span::new(line.start, before.len()));
    let sign = header
        .match_indices(['|', '>'])
        .map(|(index, _)| index)
        .find(|index| {
            let rest = header.behind(index + 1).trim_start_matches(|sign: char| {
                sign.is_ascii_digit() || matches!(sign, '-' | '+')
            });
            let before = header.before(*index);
            (before.is_empty() || before.ends_with([' ', '\t']))
                && (rest.is_empty() || rest.trim_start().starts_with('#'))
        });
    let start = sign.map_or(text.start, |index| line.start + index);
    without_trailing_space(reading, Span::new(start, text.end))
}

/// A text of one line without the line break at its end, which YAML counts as part of a block: for
/// a word, a code or a date, and for any name, it was not meant. Texts of several lines keep it.
#[must_use]
pub fn without_last_break(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.find('\n') {
        Some(only) if only > 0 && only + 1 == text.len() => match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.before(only)),
            Cow::Owned(mut text) => {
                text.truncate(only);
                Cow::Owned(text)
            }
        },
        _ => text,
    }
}

/// A span without the spaces and line breaks at its end: for the parser a block ends where the next
/// one begins.
#[must_use]
pub fn without_trailing_space(reading: &Reading, span: Span) -> Span {
    Span::new(
        span.start,
        span.start + reading.source.slice(span).trim_end().len(),
    )
}
