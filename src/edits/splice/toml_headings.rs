//! The headings of a TOML text, and the bytes that belong to each.

use crate::documents::{Node, Value};
use crate::edits::splice::page::Page;
use crate::sources::{Cut, Span};

/// How a TOML table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The table of the file.
    Root,
    /// Below its own heading.
    Headed,
    /// By the headings or dotted keys of what it holds.
    Implied,
    /// Between braces, or no table at all.
    Inline,
}

/// How a value is written; the root is known by its place alone.
pub fn layout(page: &Page, node: &Node, is_root: bool) -> Layout {
    match &node.value {
        Value::Table(_) if is_root => Layout::Root,
        Value::Table(_) => match page.byte(node.span.start) {
            b'{' => Layout::Inline,
            b'[' => Layout::Headed,
            _ => Layout::Implied,
        },
        Value::List(items) => match items.first() {
            Some(first) if layout(page, first, false) == Layout::Headed => Layout::Headed,
            _ => Layout::Inline,
        },
        _ => Layout::Inline,
    }
}

/// The headings of a text, in its order, and the bytes of its values.
pub struct Headings {
    headings: Vec<Span>,
    values: Vec<Span>,
}

impl Headings {
    pub fn of(page: &Page, tree: &Node) -> Self {
        let mut found = Self {
            headings: Vec::new(),
            values: Vec::new(),
        };
        found.collect(page, tree, true);
        found.headings.sort_unstable();
        found
    }

    fn collect(&mut self, page: &Page, node: &Node, is_root: bool) {
        let layout = layout(page, node, is_root);
        match &node.value {
            Value::Table(entries) if layout != Layout::Inline => {
                if layout == Layout::Headed {
                    self.headings.push(node.span);
                }
                for entry in entries {
                    self.collect(page, &entry.node, false);
                }
            }
            Value::List(items) if layout == Layout::Headed => {
                for item in items {
                    self.collect(page, item, false);
                }
            }
            _ => self.values.push(node.span),
        }
    }

    /// The start of the first heading behind an offset, or the end of the text.
    fn next_heading(&self, page: &Page, offset: usize) -> usize {
        self.headings
            .iter()
            .map(|heading| heading.start)
            .find(|start| *start >= offset)
            .unwrap_or(page.text.len())
    }

    /// The end of the last value between two offsets.
    fn last_value(&self, from: usize, to: usize) -> Option<usize> {
        self.values
            .iter()
            .filter(|value| from <= value.start && value.start < to)
            .map(|value| value.end)
            .max()
    }

    /// Where a line is added to the table of a heading, or of the root where there is none.
    pub fn end_of_body(&self, page: &Page, heading: Option<Span>) -> usize {
        let from = heading.map_or(0, |heading| heading.end);
        let to = self.next_heading(page, from);
        match (self.last_value(from, to), heading) {
            (Some(end), _) => page.line_end(end),
            (None, Some(heading)) => page.line_end(heading.end),
            (None, None) => first_paragraph(page).min(page.line_start(to)),
        }
    }

    /// Whole lines of a heading and its values, with the blank lines above.
    pub fn lines_of(&self, page: &Page, heading: Span) -> Span {
        let mut start = page.line_start(heading.start);
        while start > 0 {
            let above = page.line_start(start - 1);
            if !page.text.between(above, start).trim().is_empty() {
                break;
            }
            start = above;
        }
        Span::new(start, self.end_of_body(page, Some(heading)))
    }

    /// Whether a byte is inside a heading.
    pub fn is_in_heading(&self, offset: usize) -> bool {
        self.headings
            .iter()
            .any(|heading| heading.start <= offset && offset < heading.end)
    }

    /// The last heading that begins before an offset.
    pub fn heading_above(&self, offset: usize) -> Option<Span> {
        let above = self.headings.iter().rev();
        above.copied().find(|heading| heading.start < offset)
    }

    /// Where a table is added behind all headings and values of another one.
    pub fn end_of_table(page: &Page, table: &Node, is_root: bool) -> usize {
        let inner = Self::of_part(page, table, is_root);
        let ends = inner.headings.iter().chain(&inner.values);
        ends.map(|span| span.end)
            .max()
            .map_or_else(|| first_paragraph(page), |end| page.line_end(end))
    }

    fn of_part(page: &Page, table: &Node, is_root: bool) -> Self {
        let mut part = Self {
            headings: Vec::new(),
            values: Vec::new(),
        };
        part.collect(page, table, is_root);
        part
    }

    /// The bytes of the headings and values of a table.
    pub fn inside(page: &Page, node: &Node) -> (Vec<Span>, Vec<Span>) {
        let part = Self::of_part(page, node, false);
        (part.headings, part.values)
    }
}

/// The end of the comment lines with which a text begins.
fn first_paragraph(page: &Page) -> usize {
    let mut offset = 0;
    while page.byte(offset) == b'#' {
        offset = page.line_end(offset);
    }
    offset
}
