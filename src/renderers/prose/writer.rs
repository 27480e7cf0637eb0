//! Writer of Markdown or of plain lines from the events of a parser.

use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use crate::renderers::prose::escape::escaped;
use crate::renderers::prose::folding::fold;
use crate::sources::Cut;

/// Writer of lines, with the marks of Markdown or without.
#[derive(Default)]
pub(super) struct Writer {
    markdown: bool,
    columns: usize,
    out: String,
    /// Text of the open block.
    line: String,
    /// Text before each line: quotation marks, and the indent of lists.
    before: Vec<String>,
    /// Text before the next line alone: the mark of an item.
    mark: Option<String>,
    /// Next number of each open list, if it is numbered.
    lists: Vec<Option<u64>>,
    /// Start and target of each open link.
    links: Vec<(usize, String)>,
    in_code: bool,
}

impl Writer {
    /// A writer of Markdown.
    pub(super) fn markdown() -> Self {
        Self {
            markdown: true,
            columns: usize::MAX,
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
    pub(super) fn write(mut self, events: Vec<Event>) -> String {
        for event in events {
            match event {
                Event::Start(tag) => self.open(tag),
                Event::End(tag) => self.close(tag),
                Event::Text(text) if self.in_code => self.code_lines(&text),
                Event::Text(text) => self.words(&text),
                Event::Code(text) => self.code(&text),
                Event::SoftBreak => self.line.push(' '),
                Event::HardBreak => self.either("\\\n", "\n"),
                Event::Rule => {
                    self.either("\\* \\* \\*", "* * *");
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
                self.line
                    .push_str(&format!("{} ", "#".repeat(level as usize)));
            }
            Tag::BlockQuote(_) => self.before.push("> ".to_owned()),
            Tag::List(first) => {
                self.end_line();
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

    fn either(&mut self, markdown: &str, plain: &str) {
        self.line
            .push_str(if self.markdown { markdown } else { plain });
    }

    /// Writes a mark of Markdown.
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
        self.line.push_str(&escaped(text));
    }

    /// Writes code in the line, between more backquotes than it has itself.
    fn code(&mut self, text: &str) {
        if self.markdown {
            let longest = text
                .split(|character| character != '`')
                .map(str::len)
                .max()
                .unwrap_or(0);
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

    /// Starts an item of a list with its number or its dash.
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

    /// Ends a link; in plain lines, its target follows unless the words are the target.
    fn link(&mut self) {
        let Some((start, url)) = self.links.pop() else {
            return;
        };
        if self.markdown {
            let url = url
                .replace('<', "%3C")
                .replace('>', "%3E")
                .replace(' ', "%20");
            self.line.push_str(&format!("](<{url}>)"));
        } else if self
            .line
            .get(start..)
            .is_none_or(|text| !url.ends_with(text))
        {
            self.line.push_str(&format!(" <{url}>"));
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        let line = if self.markdown {
            escaped_item(line)
        } else {
            line
        };
        let before = self.before.concat();
        // Even in deep lists, a line has space for a few words.
        let columns = if self.markdown {
            usize::MAX
        } else {
            self.columns.saturating_sub(before.width()).max(20)
        };
        let folded: Vec<String> = line.split('\n').map(|part| fold(part, columns)).collect();
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

    /// Writes an empty line, but no second one.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// A line with a backslash where Markdown would take it for an item of a list.
fn escaped_item(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line.as_bytes().get(digits).copied().unwrap_or_default();
    let is_item = if digits == 0 {
        matches!(mark, b'-' | b'+')
    } else {
        matches!(mark, b'.' | b')')
    };
    if is_item {
        format!("{}\\{}", line.before(digits), line.behind(digits))
    } else {
        line
    }
}
