//! Markdown that people wrote, made harmless and shown as HTML, as Markdown or as plain lines.

mod blocks;
mod writer;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use unicode_width::UnicodeWidthStr;

use crate::renderers::safe;
pub use blocks::{Block, Run, as_blocks};
use writer::Writer;

/// What may stand before the colon of a link.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// How deep quotations and lists may lie in one another before they are shown flat.
const DEEPEST: usize = 12;

/// As HTML; headings begin at a level from 1 to 6.
#[must_use]
pub fn as_html(markdown: &str, level: u8) -> String {
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut out, harmless(markdown, level).into_iter());
    out
}

/// As Markdown, in which nothing is left that would be obeyed as HTML.
#[must_use]
pub fn as_markdown(markdown: &str, level: u8) -> String {
    Writer::markdown().write(harmless(markdown, level))
}

/// As plain lines of so many columns.
#[must_use]
pub fn as_lines(markdown: &str, columns: usize) -> String {
    Writer::plain(columns).write(harmless(markdown, 1))
}

/// A plain text folded into lines of so many columns.
#[must_use]
pub fn fold(text: &str, columns: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in bound(text).split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// A text that Markdown shows as it is.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in safe::line(text).chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', character]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A forge would call on whoever bears the name.
            '@' => out.push_str("&#64;"),
            other => out.push(other),
        }
    }
    out
}

/// The events of a text: raw HTML as text, images as their words, links only where they lead to a
/// page or a mailbox.
fn harmless(markdown: &str, level: u8) -> Vec<Event<'_>> {
    let (mut links, mut depth) = (Vec::new(), 0);
    let mut keep = |event| match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => {
            Some(Event::Text(shown(&text)))
        }
        Event::Code(text) => Some(Event::Code(shown(&text))),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let followed = leads_somewhere(dest_url);
            links.push(followed);
            followed.then_some(event)
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

/// Text without what a terminal or a browser would obey; line breaks stay, and no line begins with
/// a sign.
fn shown(text: &str) -> CowStr<'static> {
    text.split('\n')
        .map(|line| bound(&safe::line(line)))
        .collect::<Vec<_>>()
        .join("\n")
        .into()
}

/// A text whose plain spaces before `: ; ! ? » % €` and after `«` no longer break a line.
fn bound(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let one = |place: usize| match (
        at(place.wrapping_sub(1)),
        at(place),
        at(place + 1),
        at(place + 2),
    ) {
        ('«', ' ', ..) | (_, ' ', '»', _) | (_, ' ', ':' | '%' | '€', ' ' | '.' | ',' | ')') => {
            '\u{a0}'
        }
        (_, ' ', ';' | '!' | '?', ' ' | '.' | '…' | '»' | ')' | '\u{a0}') => '\u{202f}',
        (_, own, ..) => own,
    };
    (0..letters.len()).map(one).collect()
}

fn leads_somewhere(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| url.starts_with(scheme)) && !url.chars().any(safe::is_hidden)
}

fn lowered(own: HeadingLevel, level: u8) -> HeadingLevel {
    let depth = usize::from(level) + own as usize - 1;
    HeadingLevel::try_from(depth.min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_and_never_obeyed() {
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
        let told = "Il dit\u{a0}: «\u{a0}oui\u{a0}»\u{202f}; puis 45\u{a0}% et 3\u{a0}€\u{202f}! \
            Pourquoi\u{202f}? Une liste\u{a0}:\n";
        assert_eq!(as_lines(text, 90), told);
        assert_eq!(as_lines("a :b ?c", 90), "a :b ?c\n");
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
