//! Anchors: comments in Markdown that give the meaning of the number behind them.
//!
//! `<!-- apes: dynamics at=2020 -->48` states that 48 is the number of dynamics in 2020, so that a
//! check can compare it with the records.

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Options, Parser};
use regex::Regex;

use crate::sources::Span;

/// An anchor, with the number behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Position of the comment.
    pub span: Span,
    /// Words of the comment, in order.
    pub words: Vec<AnchorWord>,
    /// Number behind the comment, if it is written in digits, with its position.
    pub number: Option<(Span, u64)>,
    /// Whether a number could be inserted behind the comment, where no letter or digit is.
    pub is_free: bool,
}

/// A word of an anchor: `dynamics`, `at=2020`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorWord {
    /// Position.
    pub span: Span,
    /// The word, or the part in front of `=`.
    pub name: String,
    /// The part behind `=`.
    pub value: Option<String>,
}

/// A comment that is an anchor.
static ANCHOR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"<!--\s*apes:([^>]*?)-->").ok());

/// A number behind an anchor, after spaces and marks of emphasis. Groups of three digits may be
/// separated by the spaces and commas of both languages.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ *_\u{a0}\u{202f}]*(\d{1,3}(?:[ ,\u{a0}\u{2009}\u{202f}]\d{3})+|\d+)(?:\D|$)")
        .ok()
});

/// Finds every anchor of a text. Those within code are shown to the reader, and do not count.
#[must_use]
pub fn anchors(markdown: &str) -> Vec<Anchor> {
    // Most texts have no anchor, and are not parsed.
    let Some(pattern) = ANCHOR.as_ref().filter(|pattern| pattern.is_match(markdown)) else {
        return Vec::new();
    };
    let comments = html_ranges(markdown);
    pattern
        .captures_iter(markdown)
        .filter_map(|captures| captures.get(0).zip(captures.get(1)))
        .filter(|(whole, _)| comments.iter().any(|range| range.contains(&whole.start())))
        .map(|(whole, inside)| Anchor {
            span: whole.range().into(),
            words: words(inside.as_str(), inside.start()),
            number: number(&markdown[whole.end()..], whole.end()),
            is_free: !markdown[whole.end()..].starts_with(char::is_alphanumeric),
        })
        .collect()
}

/// Returns the positions of the HTML in a text, comments included.
fn html_ranges(markdown: &str) -> Vec<Range<usize>> {
    Parser::new_ext(markdown, Options::empty())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|(_, range)| range)
        .collect()
}

/// Splits the inside of a comment, which starts at an offset of the text, into words.
fn words(inside: &str, start: usize) -> Vec<AnchorWord> {
    let mut words = Vec::new();
    let mut offset = 0;
    for word in inside.split_whitespace() {
        // `split_whitespace` yields the words in order: each is found behind the one before it.
        offset += inside[offset..].find(word).unwrap_or(0);
        let (name, value) = word
            .split_once('=')
            .map_or((word, None), |(name, value)| (name, Some(value)));
        words.push(AnchorWord {
            span: Span::new(start + offset, start + offset + word.len()),
            name: name.to_owned(),
            value: value.map(str::to_owned),
        });
        offset += word.len();
    }
    words
}

/// Reads the number at the beginning of the text behind an anchor, which starts at an offset of the
/// whole text.
fn number(text: &str, start: usize) -> Option<(Span, u64)> {
    let found = NUMBER.as_ref()?.captures(text)?.get(1)?;
    let digits: String = found
        .as_str()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let span = Span::new(start + found.start(), start + found.end());
    Some((span, digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::anchors;

    #[test]
    fn numbers_have_separators_and_code_is_ignored() {
        let text = "Il y a <!-- apes: members year=2020 -->**2\u{202f}000** adhérents,\nen <!-- \
            apes: dynamics at=2020 --> 48 dynamiques, `<!-- apes: dynamics -->7`.\n\n    <!-- \
            apes: dynamics -->9\n\n<!-- apes: authorities -->trente, <!-- une note -->3.\n";
        let found = anchors(text);
        let numbers: Vec<Option<u64>> = found
            .iter()
            .map(|anchor| anchor.number.map(|(_, value)| value))
            .collect();
        assert_eq!(numbers, [Some(2000), Some(48), None]);
        let (span, _) = found[0].number.unwrap_or_default();
        assert_eq!(&text[span.start..span.end], "2\u{202f}000");
        let word = &found[0].words[1];
        assert_eq!(
            (&text[word.span.start..word.span.end], &*word.name),
            ("year=2020", "year")
        );
        assert_eq!(found[2].words[0].name, "authorities");
        assert!(!found[2].is_free && found[0].is_free);
    }
}
