//! Anchors: comments in Markdown that give the meaning of the number behind them.
//!
//! `<!-- apes: dynamics at=2020 -->48` states that 48 is the number of dynamics in 2020, so that a
//! check can compare it with the records.

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Options, Parser};
use regex::Regex;

use crate::records::parts::written_number::{Written, behind};
use crate::sources::{Cut, Span};

/// An anchor, with the number behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Position of the comment.
    pub span: Span,
    /// Words of the comment, in order.
    pub words: Vec<AnchorWord>,
    /// What the text has behind the comment, where its number is expected.
    pub written: Written,
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
            written: behind(markdown, whole.range()),
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
        offset += inside.behind(offset).find(word).unwrap_or(0);
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

#[cfg(test)]
mod tests {
    use super::anchors;
    use crate::language::Language::{English, French};
    use crate::records::parts::written_number::Written;
    use crate::sources::Cut;

    /// What stands behind each anchor of a text: its value, or what is said in its place.
    fn read(markdown: &str, language: crate::language::Language) -> Vec<String> {
        let found = anchors(markdown).into_iter();
        found
            .map(|anchor| match anchor.written {
                Written::Number(number) => number
                    .value(language)
                    .map_or_else(|| "not whole".to_owned(), |value| value.to_string()),
                other => format!("{other:?}")
                    .split('(')
                    .next()
                    .unwrap_or("")
                    .to_owned(),
            })
            .collect()
    }

    /// What stands behind one anchor.
    fn behind(text: &str, language: crate::language::Language) -> String {
        read(
            &format!("Il y a <!-- apes: dynamics at=2020 -->{text}"),
            language,
        )
        .concat()
    }

    #[test]
    fn numbers_have_separators_and_code_is_ignored() {
        let text = "Il y a <!-- apes: members year=2020 -->**2\u{202f}000** adhérents,\nen <!-- \
            apes: dynamics at=2020 --> 48 dynamiques, `<!-- apes: dynamics -->7`.\n\n    <!-- \
            apes: dynamics -->9\n\n<!-- apes: authorities -->trente, <!-- une note -->3.\n";
        assert_eq!(read(text, French), ["2000", "48", "Words"]);
        let word = &anchors(text)[0].words[1];
        assert_eq!(
            (text.between(word.span.start, word.span.end), &*word.name),
            ("year=2020", "year")
        );
    }

    #[test]
    fn numbers_are_read_inside_marks() {
        for text in [
            "[48](x.md) dynamiques",
            "[48][liste]",
            "«\u{a0}48\u{a0}»",
            "«\u{202f}48\u{202f}»",
            "\"48\"",
            "(48)",
            "~48",
            "`48`",
            "<strong>48</strong>",
            "<a href=\"x3.md\">48</a>",
            "**48** dynamiques",
            "***[48](x.md)***",
            "| 48 |".trim_start_matches('|'),
            "&nbsp;48",
            "\n48 dynamiques",
            "48.",
            "48, dont",
            "48 dynamiques en 2020",
            "48,0",
        ] {
            assert_eq!(behind(text, French), "48", "{text}");
        }
        assert_eq!(behind("1\u{a0}048 km", French), "1048");
        assert_eq!(behind("1,048 of them", English), "1048");
        assert_eq!(behind("48.0", English), "48");
    }

    #[test]
    fn half_a_number_is_none() {
        for text in [
            "48,5", "48.5", "1,048", "1.048", "1 04", "1 0480", "2048 000", "048", "48'000",
        ] {
            assert_eq!(behind(text, French), "not whole", "{text}");
        }
        for text in [
            "48 %",
            "48%",
            "48\u{202f}%",
            "**48** %",
            "48&nbsp;%",
            "48&nbsp;000",
            "48e",
            "48<sup>e</sup>",
            "**48**e",
            "**48**0",
            "48²",
            "48-50",
            "48 – 50",
            "48/50",
            "48 €",
            "48 pour cent",
            "48 milliers",
            "48 et demi",
            "48\u{a0}½",
            "-48",
            "−48",
            "+48",
            "\n48. Un point",
        ] {
            assert_eq!(behind(text, French), "Unsure", "{text}");
        }
    }

    #[test]
    fn words_are_left_alone_and_only_a_gap_is_free() {
        for text in [
            "quarante-huit",
            " <!-- note -->48",
            " près de 48",
            " en 2020, 48 autres",
            " une cinquantaine",
            " forty",
            "**tous**",
        ] {
            assert_eq!(behind(text, French), "Words", "{text}");
        }
        let two = "Il y a <!-- apes: dynamics at=2020 --><!-- apes: dynamics at=2020 -->48";
        assert_eq!(read(two, French), ["Words", "48"]);
        let alone = "<!-- apes: dynamics at=2020 -->\n\n48 dynamiques";
        assert_eq!(read(alone, French), ["Words"]);
        for text in [
            "",
            " pour la transition",
            " en 2020, quand",
            ", dont",
            ")",
            " et <!-- note -->",
        ] {
            assert_eq!(behind(text, French), "Nothing", "{text}");
        }
    }
}
