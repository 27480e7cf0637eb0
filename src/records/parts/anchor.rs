//! Numbers in prose: the anchors that a Markdown text sets before its numbers, `<!-- apes: dynamics
//! at=2020 -->48`.

use std::sync::LazyLock;

use pulldown_cmark::{Event, Options, Parser};
use regex::Regex;

use crate::sources::Span;

/// An anchor and the number behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The comment as a whole.
    pub span: Span,
    /// Its words, in order.
    pub words: Vec<AnchorWord>,
    /// The number behind it, where one is written in digits.
    pub number: Option<(Span, u64)>,
    /// Whether a number could be written right behind it: no letter or digit stands there.
    pub is_free: bool,
}

/// A word of an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorWord {
    /// Where it stands.
    pub span: Span,
    /// The word, or the name before its `=`.
    pub name: String,
    /// What stands behind its `=`, where there is one.
    pub value: Option<String>,
}

/// A comment of ours, and the digits behind it, which emphasis or a space may precede.
static ANCHOR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"<!--\s*apes:([^>]*?)-->").ok());
static DIGITS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ *_\u{a0}\u{202f}]*(\d{1,3}(?:[ ,\u{a0}\u{2009}\u{202f}]\d{3})+|\d+)(?:\D|$)")
        .ok()
});

/// Every anchor of a text; what stands in code is shown there, not meant.
#[must_use]
pub fn anchors(markdown: &str) -> Vec<Anchor> {
    let Some(pattern) = &*ANCHOR else {
        return Vec::new();
    };
    if !pattern.is_match(markdown) {
        return Vec::new();
    }
    let events = Parser::new_ext(markdown, Options::empty()).into_offset_iter();
    let meant: Vec<std::ops::Range<usize>> = events
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|(_, range)| range)
        .collect();
    let found = pattern
        .captures_iter(markdown)
        .filter_map(|captures| captures.get(0).zip(captures.get(1)));
    found
        .filter(|(whole, _)| meant.iter().any(|range| range.contains(&whole.start())))
        .map(|(whole, inside)| Anchor {
            span: whole.range().into(),
            words: words(inside.as_str(), inside.start()),
            number: number(&markdown[whole.end()..], whole.end()),
            is_free: !markdown[whole.end()..].starts_with(|next: char| next.is_alphanumeric()),
        })
        .collect()
}

fn words(text: &str, start: usize) -> Vec<AnchorWord> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_whitespace() {
        // `split_whitespace` gives the words in order, so that each is found behind the one before
        // it.
        at += text[at..].find(word).unwrap_or(0);
        let (name, value) = word
            .split_once('=')
            .map_or((word, None), |(name, value)| (name, Some(value)));
        words.push(AnchorWord {
            span: Span::new(start + at, start + at + word.len()),
            name: name.to_owned(),
            value: value.map(str::to_owned),
        });
        at += word.len();
    }
    words
}

fn number(behind: &str, start: usize) -> Option<(Span, u64)> {
    let digits = DIGITS.as_ref()?.captures(behind)?.get(1)?;
    let value = digits
        .as_str()
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .ok()?;
    Some((
        Span::new(start + digits.start(), start + digits.end()),
        value,
    ))
}

#[cfg(test)]
mod tests {
    use super::anchors;

    #[test]
    fn numbers_are_read_as_people_write_them_and_code_is_passed_over() {
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
