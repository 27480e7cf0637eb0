//! Words of one block as Markdown, read back before they are taken.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::renderers::prose::escape::{by_number, escaped_below, escaped_start, escaped_words};
use crate::renderers::prose::folding::unfolded;

/// Which marks are written.
#[derive(Clone, Copy)]
enum Marks {
    /// All.
    All,
    /// Links only.
    Links,
    /// None, every sign being written by its number.
    None,
}

/// Words and targets of links, as a reader sees them.
#[derive(Default, PartialEq)]
struct Seen {
    words: String,
    targets: Vec<String>,
}

/// The events of one block as Markdown, on one line but for line breaks that were asked for.
///
/// Whether an asterisk is a mark depends on what stands on both sides of it. Rather than knowing
/// all such rules, what is written is read back, and written with fewer marks where it would be
/// read otherwise.
pub(super) fn markdown(events: &[Event]) -> String {
    let wanted = seen(events.iter().cloned());
    let written = |marks| write(events, marks);
    [Marks::All, Marks::Links]
        .into_iter()
        .map(written)
        .find(|text| reads_as(text, &wanted))
        .unwrap_or_else(|| written(Marks::None))
}

/// Whether a text is read as one paragraph with these words and targets, by readers of plain
/// Markdown and by forges.
fn reads_as(text: &str, wanted: &Seen) -> bool {
    let forge = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH;
    let is_plain = |event: &Event| {
        !matches!(
            event,
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) | Event::Rule
        ) && !matches!(event, Event::InlineMath(_) | Event::DisplayMath(_))
    };
    [Options::empty(), forge].into_iter().all(|options| {
        let mut events: Vec<Event> = Parser::new_ext(text, options).collect();
        let blocks = events.iter().filter(|event| is_block(event)).count();
        blocks <= 1 && events.iter().all(is_plain) && seen(events.drain(..)) == *wanted
    })
}

/// Whether an event begins a block.
fn is_block(event: &Event) -> bool {
    let Event::Start(tag) = event else {
        return false;
    };
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn seen<'e>(events: impl Iterator<Item = Event<'e>>) -> Seen {
    let mut seen = Seen::default();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => seen.words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => seen.words.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => seen.targets.push(in_brackets(&dest_url)),
            _ => {}
        }
    }
    seen.words = seen.words.split_whitespace().collect::<Vec<_>>().join(" ");
    seen
}

fn write(events: &[Event], marks: Marks) -> String {
    let mut line = String::new();
    let mut targets = Vec::new();
    for event in events {
        match (event, marks) {
            (Event::Text(text) | Event::Code(text), Marks::None) => {
                line.push_str(&by_number(text));
            }
            (Event::Text(text), _) => line.push_str(&escaped_words(text)),
            (Event::Code(text), _) => line.push_str(&code(text)),
            (Event::SoftBreak, _) => line.push(' '),
            (Event::HardBreak, _) => line.push_str("\\\n"),
            (Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis), Marks::All) => {
                line.push('*');
            }
            (Event::Start(Tag::Strong) | Event::End(TagEnd::Strong), Marks::All) => {
                line.push_str("**");
            }
            (Event::Start(Tag::Link { dest_url, .. }), Marks::All | Marks::Links) => {
                // With an exclamation mark before it, a link is a picture that readers fetch.
                if line.ends_with('!') {
                    line.pop();
                    line.push_str("\\!");
                }
                line.push('[');
                targets.push(dest_url);
            }
            (Event::End(TagEnd::Link), Marks::All | Marks::Links) => {
                let target = targets
                    .pop()
                    .map_or_else(String::new, |url| target_text(url));
                line.push_str(&format!("](<{target}>)"));
            }
            _ => {}
        }
    }
    let mut lines = line.split('\n').map(unfolded);
    let first = lines.next().map(escaped_start);
    let lines = first.into_iter().chain(lines.map(escaped_below));
    lines.collect::<Vec<_>>().join("\n")
}

/// The target of a link as it may stand between pointed brackets.
fn in_brackets(target: &str) -> String {
    target
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace(' ', "%20")
}

/// The target of a link, between pointed brackets.
fn target_text(target: &str) -> String {
    let entity = if target.contains(';') { "&amp;" } else { "&" };
    in_brackets(target).replace('&', entity)
}

/// Code in the line, between more backquotes than it has itself.
fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    format!("{fence} {text} {fence}")
}

/// The most times that a character stands in a row.
pub(super) fn longest_run(text: &str, mark: char) -> usize {
    text.split(|character| character != mark)
        .map(str::len)
        .max()
        .unwrap_or(0)
}
