//! Markdown that people wrote, made harmless, as HTML, as Markdown or as plain lines.

mod blocks;
mod writer;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use textwrap::{Options as Folding, WordSeparator, WordSplitter, WrapAlgorithm};

use crate::renderers::safe;
pub use blocks::{Block, Run, as_blocks};
use writer::Writer;

/// Beginnings of links that are followed.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Depth of quotations and lists below which they are shown flat.
// Nobody writes so many; a hostile text could otherwise overflow a stack.
const DEEPEST: usize = 12;

/// Markdown as HTML. Headings start at a level from 1 to 6.
#[must_use]
pub fn as_html(markdown: &str, level: u8) -> String {
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut out, harmless(markdown, level).into_iter());
    out
}

/// Markdown as Markdown, in which nothing is HTML.
#[must_use]
pub fn as_markdown(markdown: &str, level: u8) -> String {
    Writer::markdown().write(harmless(markdown, level))
}

/// Markdown as plain lines of a number of columns.
#[must_use]
pub fn as_lines(markdown: &str, columns: usize) -> String {
    Writer::plain(columns).write(harmless(markdown, 1))
}

/// A plain text folded into lines of a number of columns. Words are never broken.
#[must_use]
pub fn fold(text: &str, columns: usize) -> String {
    hang(text, columns, "", "")
}

/// A plain text folded into lines of a number of columns, with something before the first line and
/// before the others.
#[must_use]
pub fn hang(text: &str, columns: usize, first: &str, others: &str) -> String {
    // Broken at plain spaces only: at French no-break spaces, and at hyphens, never. The first fit
    // rather than the best, as people expect of a terminal.
    let folding = Folding::new(columns)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let words: Vec<String> = no_break(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    textwrap::fill(&words.join(" "), folding)
}

/// A text escaped for Markdown, which then shows it as it is.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in safe::line(text).chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', character]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A forge would notify whoever has the name.
            '@' => out.push_str("&#64;"),
            other => out.push(other),
        }
    }
    out
}

/// The events of a text: raw HTML as text, images as their words, links only to pages and
/// mailboxes.
fn harmless(markdown: &str, level: u8) -> Vec<Event<'_>> {
    let (mut links, mut depth) = (Vec::new(), 0);
    let mut keep = |event| match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => {
            Some(Event::Text(harmless_text(&text)))
        }
        Event::Code(text) => Some(Event::Code(harmless_text(&text))),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let is_followed = is_followed(dest_url);
            links.push(is_followed);
            is_followed.then_some(event)
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(event),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading {
            level: own,
            classes,
            attrs,
            ..
        }) => Some(Event::Start(Tag::Heading {
            level: lowered(own, level),
            id: None,
            classes,
            attrs,
        })),
        Event::End(TagEnd::Heading(own)) => Some(Event::End(TagEnd::Heading(lowered(own, level)))),
        Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
            depth += 1;
            (depth <= DEEPEST).then_some(event)
        }
        Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
            depth -= 1;
            (depth < DEEPEST).then_some(event)
        }
        other => Some(other),
    };
    Parser::new_ext(markdown, Options::empty())
        .filter_map(&mut keep)
        .collect()
}

/// A text without hidden characters, whose line breaks are kept, and in which no line can start
/// with a punctuation mark.
fn harmless_text(text: &str) -> CowStr<'static> {
    text.split('\n')
        .map(|line| no_break(&safe::line(line)))
        .collect::<Vec<_>>()
        .join("\n")
        .into()
}

/// A text with no-break spaces before `: ; ! ? » % €` and after `«`.
fn no_break(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let character = |index: usize| characters.get(index).copied().unwrap_or(' ');
    (0..characters.len())
        .map(|index| {
            let before = character(index.wrapping_sub(1));
            let (own, after) = (characters[index], character(index + 1));
            match (before, own, after, character(index + 2)) {
                ('«', ' ', ..)
                | (_, ' ', '»', _)
                | (_, ' ', ':' | '%' | '€', ' ' | '.' | ',' | ')') => '\u{a0}',
                (_, ' ', ';' | '!' | '?', ' ' | '.' | '…' | '»' | ')' | '\u{a0}') => '\u{202f}',
                _ => own,
            }
        })
        .collect()
}

/// Whether a link leads to a page or a mailbox.
fn is_followed(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| url.starts_with(scheme)) && !url.chars().any(safe::is_hidden)
}

/// The level of a heading on a page where headings start at `level`.
fn lowered(own: HeadingLevel, level: u8) -> HeadingLevel {
    let depth = usize::from(level) + own as usize - 1;
    HeadingLevel::try_from(depth.min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_as_text() {
        let text = "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\n[là](javascript:x) \
            [ici](https://a.example/) ![Vue](http://b.example/i.png)";
        let html = as_html(text, 3);
        assert_eq!(
            html,
            "<p>Un &lt;b&gt;mot&lt;/b&gt; \
                et</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>là <a \
                href=\"https://a.example/\">ici</a> Vue</p>\n"
        );
        let markdown = as_markdown(text, 3);
        assert_eq!(
            markdown,
            "Un &lt;b&gt;mot&lt;/b&gt; et\n\n&lt;script&gt;alert(1)&lt;/script&gt;\n\nlà \
                [ici](<https://a.example/>) Vue\n"
        );
        assert_eq!(
            as_lines(text, 30),
            "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\nlà ici <https://a.example/>\nVue\n"
        );
    }

    #[test]
    fn no_line_begins_with_a_sign() {
        let text = "Il dit : « oui » ; puis 45 % et 3 € ! Pourquoi ? Une liste :";
        let lines = "Il dit\u{a0}: «\u{a0}oui\u{a0}»\u{202f}; puis 45\u{a0}% et 3\u{a0}€\u{202f}! \
            Pourquoi\u{202f}? Une liste\u{a0}:\n";
        assert_eq!(as_lines(text, 90), lines);
        assert_eq!(as_lines("a :b ?c", 90), "a :b ?c\n");
    }

    #[test]
    fn no_line_is_broken_at_a_no_break_space() {
        let text = "deux mille\u{202f}! dix\u{a0}km aller-retour";
        for columns in 1..40 {
            let folded = fold(text, columns);
            assert_eq!(folded.replace('\n', " "), text, "{columns} columns");
            for whole in ["mille\u{202f}!", "dix\u{a0}km", "aller-retour"] {
                assert!(folded.contains(whole), "{columns} columns: {folded}");
            }
        }
        assert_eq!(fold("  un   deux trois", 7), "un deux\ntrois");
        assert_eq!(hang("un deux trois", 9, "- ", "  "), "- un deux\n  trois");
    }

    #[test]
    fn blocks_keep_their_form() {
        let text =
            "# Titre\n\n1. un\n2. deux *fois*\n   - dedans\n\n> dit\n> par elle\n\n2024\\. fin";
        assert_eq!(
            as_markdown(text, 3),
            "### Titre\n\n1. un\n2. deux *fois*\n   - dedans\n\n> dit par elle\n\n2024\\. fin\n"
        );
        assert_eq!(
            as_lines(text, 60),
            "Titre\n\n1. un\n2. deux fois\n   - dedans\n\n> dit par elle\n\n2024. fin\n"
        );
    }
}
