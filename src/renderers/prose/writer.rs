//! Writer of Markdown or of plain lines from the events of a parser.

use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use crate::renderers::prose::folding::fold;
use crate::renderers::prose::inline::{longest_run, markdown};

/// Writer of lines, with the marks of Markdown or without.
#[derive(Default)]
pub(super) struct Writer<'e> {
    markdown: bool,
    columns: usize,
    out: String,
    /// Words of the open block.
    words: Vec<Event<'e>>,
    /// Number signs before the words, if they are a heading.
    heading: usize,
    /// Text of the open block of code.
    code: Option<String>,
    /// Quotations and items that are open.
    containers: Vec<Container>,
    /// Open lists.
    lists: Vec<List>,
    /// Mark and container depth of the list that was closed last, if nothing has followed it.
    closed: Option<(usize, &'static str)>,
    /// How many containers an empty line before the next line belongs to, if there is to be one.
    gap: Option<usize>,
}

/// Quotation or item, as its lines begin.
struct Container {
    /// What the first line begins with, until it is written.
    first: Option<String>,
    others: String,
}

/// Open list.
struct List {
    /// Next number, if it is numbered.
    number: Option<u64>,
    /// Sign of its items, or what follows their numbers.
    mark: &'static str,
}

impl<'e> Writer<'e> {
    /// A writer of Markdown.
    pub(super) fn markdown() -> Self {
        Self {
            markdown: true,
            ..Self::default()
        }
    }

    /// A writer of plain lines of a number of columns.
    pub(super) fn plain(columns: usize) -> Self {
        Self {
            columns,
            ..Self::default()
        }
    }

    /// The events as a text that ends with one line break.
    pub(super) fn write(mut self, events: Vec<Event<'e>>) -> String {
        for event in events {
            match event {
                Event::Start(tag) if is_inside_line(&tag) => self.words.push(Event::Start(tag)),
                Event::End(tag) if ends_inside_line(tag) => self.words.push(Event::End(tag)),
                Event::Start(tag) => self.open(&tag),
                Event::End(tag) => self.close(tag),
                Event::Text(text) => match &mut self.code {
                    Some(code) => code.push_str(&text),
                    None => self.words.push(Event::Text(text)),
                },
                Event::Rule => {
                    self.end_block();
                    self.line("* * *");
                    self.leave_gap();
                }
                other => self.words.push(other),
            }
        }
        self.end_block();
        self.out.trim_end().to_owned() + "\n"
    }

    fn open(&mut self, tag: &Tag) {
        self.end_line();
        match tag {
            Tag::Heading { level, .. } => self.heading = *level as usize,
            Tag::BlockQuote(_) => self.containers.push(Container {
                first: None,
                others: "> ".to_owned(),
            }),
            Tag::List(first) => self.open_list(*first),
            Tag::Item => self.open_item(),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_block(),
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.close_container();
            }
            TagEnd::List(_) => {
                self.end_line();
                self.closed = self
                    .lists
                    .pop()
                    .map(|list| (self.containers.len(), list.mark));
                self.leave_gap();
            }
            TagEnd::Item => {
                self.end_line();
                if self
                    .containers
                    .last()
                    .is_some_and(|item| item.first.is_some())
                {
                    self.empty_item();
                }
                self.close_container();
            }
            TagEnd::CodeBlock => self.end_code(),
            _ => {}
        }
    }

    /// Opens a list; directly after another one, its items have another mark, or Markdown would
    /// join the two.
    fn open_list(&mut self, number: Option<u64>) {
        let [usual, other] = if number.is_some() {
            [".", ")"]
        } else {
            ["-", "+"]
        };
        let follows = self.closed == Some((self.containers.len(), usual));
        let mark = if self.markdown && follows {
            other
        } else {
            usual
        };
        // Of the numbered lists, only one from 1 on may follow a paragraph directly.
        if self.markdown && number.is_some_and(|number| number != 1) && !self.is_at_start() {
            self.leave_gap();
        }
        self.lists.push(List { number, mark });
    }

    fn open_item(&mut self) {
        let mark = match self.lists.last_mut() {
            Some(List {
                number: Some(number),
                mark,
            }) => {
                *number += 1;
                format!("{}{mark} ", *number - 1)
            }
            Some(list) => format!("{} ", list.mark),
            None => "- ".to_owned(),
        };
        self.containers.push(Container {
            others: " ".repeat(mark.len()),
            first: Some(mark),
        });
    }

    /// Whether nothing was written yet in the innermost quotation or item.
    fn is_at_start(&self) -> bool {
        match self.containers.last() {
            Some(container) => container.first.is_some(),
            None => self.out.is_empty(),
        }
    }

    /// Writes the mark of an item without words. Without an empty line, a dash would make a heading
    /// of the words above.
    fn empty_item(&mut self) {
        if self.markdown && !self.out.is_empty() {
            let above = self.containers.iter().take_while(|one| one.first.is_none());
            self.gap = self.gap.or(Some(above.count()));
        }
        self.line("");
    }

    fn close_container(&mut self) {
        self.containers.pop();
        let depth = self.containers.len();
        self.gap = self.gap.map(|gap| gap.min(depth));
    }

    /// Ends a block of code: in Markdown between more backquotes than it has itself, which end
    /// nothing else; an indent would be taken for that of a list.
    fn end_code(&mut self) {
        let code = self.code.take().unwrap_or_default();
        if self.markdown {
            let fence = "`".repeat(longest_run(&code, '`').max(2) + 1);
            self.line(&fence);
            for line in code.lines() {
                self.line(line);
            }
            self.line(&fence);
        } else {
            for line in code.lines() {
                self.line(&format!("    {line}"));
            }
        }
        self.leave_gap();
    }

    fn end_block(&mut self) {
        if self.end_line() {
            self.leave_gap();
        }
    }

    /// Writes the words of the open block. Returns whether there are any.
    fn end_line(&mut self) -> bool {
        let words = std::mem::take(&mut self.words);
        let heading = std::mem::take(&mut self.heading);
        let text = if self.markdown {
            let text = markdown(&words);
            if heading > 0 && !text.is_empty() {
                format!("{} {}", "#".repeat(heading), text.replace("\\\n", " "))
            } else {
                text
            }
        } else {
            self.folded(&plain(&words))
        };
        if text.trim().is_empty() {
            return false;
        }
        for line in text.split('\n') {
            self.line(line);
        }
        true
    }

    /// Plain words folded. Even in deep lists, a line has space for a few.
    fn folded(&self, text: &str) -> String {
        let before: usize = self.containers.iter().map(|one| one.others.width()).sum();
        let columns = self.columns.saturating_sub(before).max(20);
        let lines = text.split('\n').map(|line| fold(line, columns));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes a line as the open quotations and items begin it.
    fn line(&mut self, text: &str) {
        if let Some(depth) = self.gap.take()
            && !self.out.is_empty()
        {
            let above = self.containers.iter().take(depth);
            let before: String = above.map(|one| one.others.as_str()).collect();
            self.out.push_str(before.trim_end());
            self.out.push('\n');
        }
        let mut line = String::new();
        for container in &mut self.containers {
            let first = container.first.take();
            line.push_str(first.as_ref().unwrap_or(&container.others));
        }
        line.push_str(text);
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
        self.closed = None;
    }

    /// Leaves an empty line before the next line.
    fn leave_gap(&mut self) {
        self.gap = Some(self.containers.len());
    }
}

/// Whether a tag stands inside a line.
fn is_inside_line(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. })
}

fn ends_inside_line(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}

/// Words without marks; the target of a link follows unless the words are the target.
fn plain(words: &[Event]) -> String {
    let mut line = String::new();
    let mut links = Vec::new();
    for event in words {
        match event {
            Event::Text(text) => line.push_str(&text.replace('\n', " ")),
            Event::Code(text) => line.push_str(text),
            Event::SoftBreak => line.push(' '),
            Event::HardBreak => line.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) => links.push((line.len(), dest_url)),
            Event::End(TagEnd::Link) => {
                let Some((start, url)) = links.pop() else {
                    continue;
                };
                let is_target = line.get(start..).is_some_and(|text| url.ends_with(text));
                if !is_target {
                    line.push_str(&format!(" <{url}>"));
                }
            }
            _ => {}
        }
    }
    line
}
