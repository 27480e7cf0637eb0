//! Markdown that people wrote, made harmless and shown as HTML, as Markdown or as plain lines.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use unicode_width::UnicodeWidthStr;

use crate::renderers::safe;

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
    Writer { markdown: true, columns: usize::MAX, ..Writer::default() }.write(harmless(markdown, level))
}

/// As plain lines of so many columns.
#[must_use]
pub fn as_lines(markdown: &str, columns: usize) -> String {
    Writer { columns, ..Writer::default() }.write(harmless(markdown, 1))
}

/// A plain text folded into lines of so many columns.
#[must_use]
pub fn fold(text: &str, columns: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
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

/// The events of a text: raw HTML as text, images as their words, links only where they lead to a page or a mailbox.
fn harmless(markdown: &str, level: u8) -> Vec<Event<'_>> {
    let (mut links, mut depth) = (Vec::new(), 0);
    let mut keep = |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(shown(&text))),
        Event::Text(text) => Some(Event::Text(shown(&text))),
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
        Event::Start(Tag::Heading { level: own, classes, attrs, .. }) => {
            Some(Event::Start(Tag::Heading { level: lowered(own, level), id: None, classes, attrs }))
        }
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
    Parser::new_ext(markdown, Options::empty()).filter_map(&mut keep).collect()
}

/// Text without what a terminal or a browser would obey; line breaks stay.
fn shown(text: &str) -> CowStr<'static> {
    text.split('\n').map(safe::line).collect::<Vec<_>>().join("\n").into()
}

fn leads_somewhere(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| url.starts_with(scheme)) && !url.chars().any(safe::is_obeyed)
}

fn lowered(own: HeadingLevel, level: u8) -> HeadingLevel {
    let depth = usize::from(level) + own as usize - 1;
    HeadingLevel::try_from(depth.min(6)).unwrap_or(HeadingLevel::H6)
}

/// Writes events as lines, with the marks of Markdown or without any.
#[derive(Default)]
struct Writer {
    markdown: bool,
    columns: usize,
    out: String,
    line: String,
    /// What stands before each line: quotation marks and the indent of lists.
    before: Vec<String>,
    /// What stands before the next line alone: the mark of an item.
    mark: Option<String>,
    lists: Vec<Option<u64>>,
    links: Vec<(usize, String)>,
    in_code: bool,
}

impl Writer {
    fn write(mut self, events: Vec<Event>) -> String {
        for event in events {
            match event {
                Event::Start(tag) => self.open(tag),
                Event::End(tag) => self.close(tag),
                Event::Text(text) if self.in_code => self.code_lines(&text),
                Event::Text(text) => self.words(&text),
                Event::Code(text) => self.code(&text),
                Event::SoftBreak => self.line.push(' '),
                Event::HardBreak => self.line.push_str(if self.markdown { "\\\n" } else { "\n" }),
                Event::Rule => {
                    self.line.push_str(if self.markdown { "\\* \\* \\*" } else { "* * *" });
                    self.end_block();
                }
                _ => {}
            }
        }
        self.end_block();
        self.out.trim_end().to_owned() + "\n"
    }

    fn open(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } if self.markdown => {
                self.line.push_str(&format!("{} ", "#".repeat(level as usize)));
            }
            Tag::BlockQuote(_) => self.before.push("> ".to_owned()),
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::CodeBlock(_) => self.in_code = true,
            Tag::Emphasis => self.marked("*"),
            Tag::Strong => self.marked("**"),
            Tag::Link { dest_url, .. } => {
                self.links.push((self.line.len(), dest_url.into_string()));
                self.marked("[");
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_block(),
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.before.pop();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.blank();
            }
            TagEnd::Item => {
                self.end_line();
                self.before.pop();
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.blank();
            }
            TagEnd::Emphasis => self.marked("*"),
            TagEnd::Strong => self.marked("**"),
            TagEnd::Link => self.link(),
            _ => {}
        }
    }

    fn marked(&mut self, mark: &str) {
        if self.markdown {
            self.line.push_str(mark);
        }
    }

    fn words(&mut self, text: &str) {
        if !self.markdown {
            self.line.push_str(&text.replace('\n', " "));
            return;
        }
        let text = escaped(text);
        // What would begin a list is kept from it.
        let begins = self.line.is_empty() && text.starts_with(['-', '+']);
        let numbered = self.line.is_empty() && text.starts_with(|first: char| first.is_ascii_digit());
        if begins {
            self.line.push('\\');
        }
        match text
            .find(['.', ')'])
            .filter(|end| numbered && text[..*end].bytes().all(|byte| byte.is_ascii_digit()))
        {
            Some(end) => self.line.push_str(&format!("{}\\{}", &text[..end], &text[end..])),
            None => self.line.push_str(&text),
        }
    }

    fn code(&mut self, text: &str) {
        if self.markdown {
            let longest = text.split(|other| other != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest + 1);
            self.line.push_str(&format!("{fence} {text} {fence}"));
        } else {
            self.line.push_str(text);
        }
    }

    fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            let before = self.before.concat();
            self.out.push_str(&format!("{before}    {line}\n"));
        }
    }

    fn item(&mut self) {
        self.end_line();
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.before.push(" ".repeat(mark.len()));
        self.mark = Some(mark);
    }

    fn link(&mut self) {
        let Some((start, url)) = self.links.pop() else { return };
        if self.markdown {
            let url = url.replace('<', "%3C").replace('>', "%3E").replace(' ', "%20");
            self.line.push_str(&format!("](<{url}>)"));
        } else if self.line.get(start..).is_none_or(|text| !url.ends_with(text)) {
            self.line.push_str(&format!(" <{url}>"));
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        let before = self.before.concat();
        let room =
            if self.markdown { usize::MAX } else { self.columns.saturating_sub(before.width()).max(20) };
        let folded: Vec<String> = line.split('\n').map(|part| fold(part, room)).collect();
        for text in folded.join("\n").split('\n') {
            let first = match (self.mark.take(), self.before.split_last()) {
                (Some(mark), Some((_, above))) => above.concat() + &mark,
                _ => before.clone(),
            };
            self.out.push_str(&format!("{first}{text}\n"));
        }
    }

    fn end_block(&mut self) {
        if !self.line.trim().is_empty() {
            self.end_line();
            self.blank();
        }
    }

    /// One empty line, however many blocks end here.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_and_never_obeyed() {
        let text = "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\n[là](javascript:x) [ici](https://a.example/) ![Vue](http://b.example/i.png)";
        let html = as_html(text, 3);
        assert_eq!(
            html,
            "<p>Un &lt;b&gt;mot&lt;/b&gt; et</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>là <a href=\"https://a.example/\">ici</a> Vue</p>\n"
        );
        let markdown = as_markdown(text, 3);
        assert_eq!(
            markdown,
            "Un &lt;b&gt;mot&lt;/b&gt; et\n\n&lt;script&gt;alert(1)&lt;/script&gt;\n\nlà [ici](<https://a.example/>) Vue\n"
        );
        assert_eq!(
            as_lines(text, 30),
            "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\nlà ici <https://a.example/>\nVue\n"
        );
    }

    #[test]
    fn blocks_keep_their_form() {
        let text = "# Titre\n\n1. un\n2. deux *fois*\n   - dedans\n\n> dit\n> par elle\n\n2024\\. fin";
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
