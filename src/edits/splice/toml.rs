//! Splices in a TOML text.

use crate::diagnostic::RouteStep;
use crate::documents::{Node, Syntax, Value};
use crate::edits::change::Change;
use crate::edits::new_value::{NewValue, pair};
use crate::edits::splice::bracketed;
use crate::edits::splice::page::Page;
use crate::edits::splice::replacement::{Splice, Step, block_entries, keys, nested, walk};
use crate::edits::splice::toml_headings::{Headings, Layout, layout};
use crate::sources::{Cut, Span};

/// The splices that make a change.
pub fn splices(page: &Page, tree: &Node, change: &Change) -> Option<Vec<Splice>> {
    let steps = &change.route().0;
    let path = walk(tree, change.route());
    let last = path.last()?;
    let exists = path.len() == steps.len() + 1;
    let text = Text {
        page,
        headings: Headings::of(page, tree),
        steps,
        path: &path,
    };
    match change {
        Change::Set(_, value) if exists => {
            let old = last.node.span;
            (layout(page, last.node, false) == Layout::Inline).then(|| {
                let written =
                    value.written_like(page.text.between(old.start, old.end), Syntax::Toml);
                vec![Splice::new(old, written)]
            })
        }
        Change::Set(_, value) => text.insert(value),
        Change::Append(_, value) => text.append(last.node, value),
        Change::Remove(_) => text.remove(),
        Change::RenameKey(_, name) => text.rename(name),
    }
}

/// A text with the way to the place of a change.
struct Text<'c, 'n, 't> {
    page: &'c Page<'c>,
    headings: Headings,
    steps: &'c [RouteStep],
    path: &'c [Step<'n, 't>],
}

impl Text<'_, '_, '_> {
    /// Adds a key to the last table that exists on the way.
    fn insert(&self, value: &NewValue) -> Option<Vec<Splice>> {
        let (parent, above) = self.path.split_last()?;
        let depth = above.len();
        let missing = keys(self.steps.behind(depth))?;
        let ([first, inner @ ..], Value::Table(entries)) = (&missing[..], &parent.node.value)
        else {
            return None;
        };
        let line = pair(
            first,
            &nested(inner, value).written(Syntax::Toml),
            Syntax::Toml,
        );
        match layout(self.page, parent.node, depth == 0) {
            Layout::Inline => Some(bracketed::append(self.page, parent.node, &line)),
            Layout::Implied if !self.headings.is_in_heading(parent.entry?.key_span.start) => {
                self.insert_dotted(*parent, &line)
            }
            Layout::Implied if inner.is_empty() => self.insert_table(depth, &[], vec![line]),
            own => {
                let is_headed = own != Layout::Headed
                    || entries
                        .iter()
                        .any(|entry| layout(self.page, &entry.node, false) == Layout::Headed);
                if is_headed && let Some((last, above)) = missing.split_last() {
                    if !above.is_empty() {
                        let line = pair(last, &value.written(Syntax::Toml), Syntax::Toml);
                        return self.insert_table(depth, above, vec![line]);
                    }
                    if let Some(entries) = block_entries(value) {
                        return self.insert_table(depth, &missing, lines_of(entries));
                    }
                }
                let heading = (own == Layout::Headed).then_some(parent.node.span);
                Some(vec![self.insert_line(heading, line)])
            }
        }
    }

    fn insert_line(&self, heading: Option<Span>, line: String) -> Splice {
        let at = self.headings.end_of_body(self.page, heading);
        let mut lines = vec![line];
        if heading.is_none() && self.page.byte(at) == b'[' {
            lines.push(String::new());
        }
        Splice::insertion(at, self.page.lines(at, &lines))
    }

    /// Adds a line beside the dotted keys that imply a table.
    fn insert_dotted(&self, parent: Step, line: &str) -> Option<Vec<Splice>> {
        let key = parent.entry?.key_span;
        let start = self.page.line_start(key.start);
        let (_, values) = Headings::inside(self.page, parent.node);
        let end = values.iter().map(|value| value.end).max()?;
        let at = self.page.line_end(end);
        let line = format!("{}.{line}", self.page.text.between(start, key.end));
        Some(vec![Splice::insertion(at, self.page.lines(at, &[line]))])
    }

    /// Adds a table with its own heading, below those of the table at a depth of the way.
    fn insert_table(
        &self,
        depth: usize,
        below: &[&str],
        lines: Vec<String>,
    ) -> Option<Vec<Splice>> {
        let heading = format!("[{}]", self.heading_path(depth, below));
        let is_root = depth == 0;
        let at = Headings::end_of_table(self.page, self.path.get(depth)?.node, is_root);
        let mut whole = Vec::with_capacity(lines.len() + 2);
        if at > 0 {
            whole.push(String::new());
        }
        whole.push(heading);
        whole.extend(lines);
        Some(vec![Splice::insertion(at, self.page.lines(at, &whole))])
    }

    fn heading_path(&self, depth: usize, below: &[&str]) -> String {
        let above = self
            .steps
            .before(depth)
            .iter()
            .filter_map(|step| match step {
                RouteStep::Key(key) => Some(&**key),
                RouteStep::Item(_) => None,
            });
        let path: Vec<String> = above
            .chain(below.iter().copied())
            .map(|key| Syntax::Toml.key(key))
            .collect();
        path.join(".")
    }

    fn append(&self, list: &Node, value: &NewValue) -> Option<Vec<Splice>> {
        let Value::List(_) = list.value else {
            return None;
        };
        if layout(self.page, list, false) == Layout::Inline {
            return Some(bracketed::append(
                self.page,
                list,
                &value.written(Syntax::Toml),
            ));
        }
        let NewValue::Table(entries) = value else {
            return None;
        };
        let heading = format!("[[{}]]", self.heading_path(self.steps.len(), &[]));
        let at = Headings::end_of_table(self.page, list, false);
        let mut lines = vec![String::new(), heading];
        lines.extend(lines_of(entries));
        Some(vec![Splice::insertion(at, self.page.lines(at, &lines))])
    }

    fn remove(&self) -> Option<Vec<Splice>> {
        let depth = self.steps.len();
        let (removed, parent) = (self.path.get(depth)?, self.path.get(depth.checked_sub(1)?)?);
        let is_root = depth == 1;
        if layout(self.page, parent.node, is_root) == Layout::Inline {
            let index = match (self.steps.last()?, &parent.node.value) {
                (RouteStep::Item(index), _) => *index,
                (RouteStep::Key(key), Value::Table(entries)) => {
                    entries.iter().position(|entry| entry.key == **key)?
                }
                _ => return None,
            };
            return bracketed::remove(self.page, parent.node, index);
        }
        let (headings, values) = Headings::inside(self.page, removed.node);
        let lines = headings
            .iter()
            .map(|heading| self.headings.lines_of(self.page, *heading))
            .collect::<Vec<_>>();
        let statements = values
            .iter()
            .filter(|value| {
                !lines
                    .iter()
                    .any(|lines| lines.start <= value.start && value.end <= lines.end)
            })
            // A value begins on the line of its key.
            .map(|value| {
                Span::new(
                    self.page.line_start(value.start),
                    self.page.line_end(value.end),
                )
            });
        let spans = statements.chain(lines.iter().copied());
        Some(spans.map(Splice::removal).collect())
    }

    fn rename(&self, name: &str) -> Option<Vec<Splice>> {
        let depth = self.steps.len();
        let (renamed, parent) = (self.path.get(depth)?, self.path.get(depth.checked_sub(1)?)?);
        let entry = renamed.entry?;
        let mut spans = vec![entry.key_span];
        let is_inline = layout(self.page, parent.node, depth == 1) == Layout::Inline;
        if !is_inline && layout(self.page, &entry.node, false) != Layout::Inline {
            let index = self.heading_path_length(depth) - 1;
            let (headings, values) = Headings::inside(self.page, &entry.node);
            for heading in headings {
                spans.push(*key_spans(self.page, heading.start).get(index)?);
            }
            if !self.headings.is_in_heading(entry.key_span.start) {
                for value in values {
                    spans.push(self.dotted_key(value, index)?);
                }
            }
        }
        spans.sort_unstable();
        spans.dedup();
        let written = Syntax::Toml.key(name);
        Some(
            spans
                .into_iter()
                .map(|span| Splice::new(span, written.clone()))
                .collect(),
        )
    }

    /// The number of keys on the way to a depth.
    fn heading_path_length(&self, depth: usize) -> usize {
        self.steps
            .before(depth)
            .iter()
            .filter(|step| matches!(step, RouteStep::Key(_)))
            .count()
    }

    /// The key at an index of the whole path, in the dotted key of a value.
    fn dotted_key(&self, value: Span, index: usize) -> Option<Span> {
        let start = self.page.line_start(value.start);
        let above = self.headings.heading_above(start);
        let above = above.map_or(0, |heading| key_spans(self.page, heading.start).len());
        key_spans(self.page, start)
            .get(index.checked_sub(above)?)
            .copied()
    }
}

fn lines_of(entries: &[(String, NewValue)]) -> Vec<String> {
    entries
        .iter()
        .map(|(key, value)| pair(key, &value.written(Syntax::Toml), Syntax::Toml))
        .collect()
}

/// The bytes of each key of a dotted key, or of a heading.
fn key_spans(page: &Page, mut offset: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    loop {
        while matches!(page.byte(offset), b' ' | b'\t' | b'[' | b'.') && offset < page.text.len() {
            offset += 1;
        }
        let rest = page.text.behind(offset);
        let length = match page.byte(offset) {
            quote @ (b'"' | b'\'') => quoted_length(rest, char::from(quote)),
            _ => rest
                .find(|character: char| !(character.is_alphanumeric() || "-_".contains(character)))
                .unwrap_or(rest.len()),
        };
        if length == 0 {
            return spans;
        }
        spans.push(Span::new(offset, offset + length));
        offset += length;
    }
}

/// The length of a quoted key, quotes included.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (offset, character) in text.char_indices().skip(1) {
        if character == quote && !escaped {
            return offset + 1;
        }
        escaped = character == '\\' && quote == '"' && !escaped;
    }
    0
}
