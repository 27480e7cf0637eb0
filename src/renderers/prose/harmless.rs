//! Markdown made harmless: the events of a parser without HTML, images and dangerous links.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::renderers::safe;
use crate::sources::hidden::characters;

/// Beginnings of links that are followed.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Depth of quotations and lists below which they are shown flat.
// Nobody writes so many; a hostile text could otherwise overflow a stack.
const DEEPEST: usize = 12;

/// The events of a text: raw HTML as text, images as their words, links only to pages and
/// mailboxes.
pub(super) fn harmless(markdown: &str, level: u8) -> Vec<Event<'_>> {
    let (mut links, mut depth) = (Vec::new(), 0);
    let mut keep = |event| match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => {
            Some(Event::Text(harmless_text(&text)))
        }
        Event::Code(text) => Some(Event::Code(harmless_text(&text))),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            links.push(is_followed(&dest_url));
            let title = harmless_text(&title);
            let link = Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            };
            links
                .last()
                .is_some_and(|is| *is)
                .then_some(Event::Start(link))
        }
        // The name of a language would only become a class of the page.
        Event::Start(Tag::CodeBlock(_)) => {
            Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)))
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(event),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level: own, .. }) => Some(heading(lowered(own, level))),
        Event::End(TagEnd::Heading(own)) => Some(Event::End(TagEnd::Heading(lowered(own, level)))),
        Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
            depth += 1;
            // The words of two items stay apart.
            (depth <= DEEPEST)
                .then_some(event)
                .or(Some(Event::SoftBreak))
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
pub(super) fn no_break(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let character = |index: usize| characters.get(index).copied().unwrap_or(' ');
    characters
        .iter()
        .enumerate()
        .map(|(index, &own)| {
            let before = character(index.wrapping_sub(1));
            let after = character(index + 1);
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
    SCHEMES.iter().any(|scheme| url.starts_with(scheme))
        && characters(&url).all(|(_, _, hidden)| !hidden)
}

/// The start of a heading without an id.
fn heading<'e>(level: HeadingLevel) -> Event<'e> {
    Event::Start(Tag::Heading {
        level,
        id: None,
        classes: Vec::new(),
        attrs: Vec::new(),
    })
}

/// The level of a heading on a page where headings start at `level`.
fn lowered(own: HeadingLevel, level: u8) -> HeadingLevel {
    let depth = usize::from(level) + own as usize - 1;
    HeadingLevel::try_from(depth.min(6)).unwrap_or(HeadingLevel::H6)
}
