//! Splices in a YAML text.

use crate::diagnostic::RouteStep;
use crate::documents::{Entry, Node, Syntax, Value};
use crate::edits::change::Change;
use crate::edits::new_value::{NewValue, pair};
use crate::edits::splice::bracketed;
use crate::edits::splice::page::Page;
use crate::edits::splice::replacement::{Splice, Step, block_entries, keys, nested, walk};
use crate::sources::{Cut, Span};

/// Spaces of one level.
const STEP: &str = "  ";

/// The splices that make a change.
pub fn splices(page: &Page, tree: &Node, change: &Change) -> Option<Vec<Splice>> {
    let steps = &change.route().0;
    let path = walk(tree, change.route());
    let last = *path.last()?;
    let exists = path.len() == steps.len() + 1;
    match change {
        Change::Set(_, value) if exists => Some(vec![replace(page, last, value)]),
        Change::Set(_, value) => insert(page, last, steps.behind(path.len() - 1), value),
        Change::Append(_, value) => append(page, last.node, value),
        Change::Remove(_) => remove(page, last, *path.iter().rev().nth(1)?, steps.last()?),
        Change::RenameKey(_, name) => {
            let written = Syntax::Yaml.key(name);
            Some(vec![Splice::new(last.entry?.key_span, written)])
        }
    }
}

/// Whether a list or table is written between brackets.
pub fn is_flow(page: &Page, node: &Node) -> bool {
    match node.value {
        Value::List(_) => page.byte(node.span.start) == b'[',
        Value::Table(_) => page.byte(node.span.start) == b'{',
        _ => true,
    }
}

/// The end of a value's own bytes; for the parser a block ends where the next one begins.
fn end_of(page: &Page, node: &Node) -> usize {
    match &node.value {
        Value::List(items) if !is_flow(page, node) => items
            .iter()
            .map(|item| end_of(page, item))
            .max()
            .unwrap_or(node.span.start),
        Value::Table(entries) if !is_flow(page, node) => entries
            .iter()
            .map(|entry| end_of_entry(page, entry))
            .max()
            .unwrap_or(node.span.start),
        _ => {
            node.span.start
                + page
                    .text
                    .between(node.span.start, node.span.end)
                    .trim_end()
                    .len()
        }
    }
}

/// The end of a key's value, or of its colon where there is none.
pub fn end_of_entry(page: &Page, entry: &Entry) -> usize {
    if is_empty(&entry.node) {
        return behind_colon(page, entry);
    }
    end_of(page, &entry.node)
}

/// Whether nothing is written behind a key.
fn is_empty(node: &Node) -> bool {
    matches!(node.value, Value::Nothing) && node.span.start == node.span.end
}

/// The byte behind the colon of a key.
fn behind_colon(page: &Page, entry: &Entry) -> usize {
    let colon = page.text.behind(entry.key_span.end).find(':');
    colon.map_or(entry.key_span.end, |colon| entry.key_span.end + colon + 1)
}

/// Replaces a value.
fn replace(page: &Page, old: Step, value: &NewValue) -> Splice {
    let end = end_of(page, old.node);
    let span = Span::new(old.node.span.start, end.max(old.node.span.start));
    let written = value.written_like(page.text.between(span.start, span.end), Syntax::Yaml);
    match (old.entry, value, &old.node.value) {
        (Some(entry), ..) if is_empty(&entry.node) => {
            Splice::insertion(behind_colon(page, entry), format!(" {written}"))
        }
        (_, NewValue::List(items), Value::List(_))
            if !is_flow(page, old.node) && !items.is_empty() =>
        {
            let indentation = column(page, old.node.span.start);
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("- {}", item.written(Syntax::Yaml)))
                .collect();
            Splice::new(span, items.join(&format!("{}{indentation}", page.newline)))
        }
        (Some(entry), ..) if !is_flow(page, old.node) => {
            let slot = Span::new(behind_colon(page, entry), span.end);
            Splice::new(slot, format!(" {written}"))
        }
        _ => Splice::new(span, written),
    }
}

/// As many spaces as characters are before an offset on its line.
fn column(page: &Page, offset: usize) -> String {
    let before = page.text.between(page.line_start(offset), offset);
    " ".repeat(before.chars().count())
}

/// Adds a key to the last table that exists on the way.
fn insert(
    page: &Page,
    parent: Step,
    missing: &[RouteStep],
    value: &NewValue,
) -> Option<Vec<Splice>> {
    let missing = keys(missing)?;
    let [first, inner @ ..] = &missing[..] else {
        return None;
    };
    let value = nested(inner, value);
    let (at, indentation, is_root) = match (&parent.node.value, parent.entry) {
        (Value::Table(entries), _) if entries.is_empty() && !is_flow(page, parent.node) => {
            (page.text.len(), String::new(), true)
        }
        (Value::Table(entries), entry) if !is_flow(page, parent.node) => {
            let key = entries.first()?.key_span.start;
            let end = page.line_end(end_of(page, parent.node));
            let is_root = entry.is_none() && page.line_start(key) == key;
            (end, column(page, key), is_root)
        }
        (Value::Table(_), _) => {
            let written = pair(first, &value.written(Syntax::Yaml), Syntax::Yaml);
            return Some(bracketed::append(page, parent.node, &written));
        }
        (Value::Nothing, Some(entry)) => {
            let at = page.line_end(behind_colon(page, entry));
            (at, column(page, entry.key_span.start) + STEP, false)
        }
        _ => return None,
    };
    let mut lines = Vec::new();
    if is_root && at > 0 && block_entries(&value).is_some() {
        lines.push(String::new());
    }
    write_block(first, &value, &indentation, is_root, &mut lines);
    Some(vec![Splice::insertion(at, page.lines(at, &lines))])
}

/// The lines of a key and its value. Tables of the file have a line for each of their keys, those
/// inside them one line, as people write records.
fn write_block(
    key: &str,
    value: &NewValue,
    indentation: &str,
    is_root: bool,
    lines: &mut Vec<String>,
) {
    let Some(entries) = block_entries(value).filter(|_| is_root) else {
        let line = pair(key, &value.written(Syntax::Yaml), Syntax::Yaml);
        lines.push(format!("{indentation}{line}"));
        return;
    };
    lines.push(format!("{indentation}{}:", Syntax::Yaml.key(key)));
    let inner = format!("{indentation}{STEP}");
    for (key, value) in entries {
        write_block(key, value, &inner, false, lines);
    }
}

fn append(page: &Page, list: &Node, value: &NewValue) -> Option<Vec<Splice>> {
    let Value::List(_) = list.value else {
        return None;
    };
    let written = value.written(Syntax::Yaml);
    if is_flow(page, list) {
        return Some(bracketed::append(page, list, &written));
    }
    let line = format!("{}- {written}", column(page, list.span.start));
    let at = page.line_end(end_of(page, list));
    Some(vec![Splice::insertion(at, page.lines(at, &[line]))])
}

/// Removes a key with its value, or an item.
fn remove(page: &Page, removed: Step, parent: Step, step: &RouteStep) -> Option<Vec<Splice>> {
    let (index, count) = match (&parent.node.value, step) {
        (Value::List(items), RouteStep::Item(index)) => (*index, items.len()),
        (Value::Table(entries), RouteStep::Key(key)) => {
            let index = entries.iter().position(|entry| entry.key == **key)?;
            (index, entries.len())
        }
        _ => return None,
    };
    if is_flow(page, parent.node) {
        return bracketed::remove(page, parent.node, index);
    }
    let end = match removed.entry {
        Some(entry) => end_of_entry(page, entry),
        None => end_of(page, removed.node),
    };
    let start = match removed.entry {
        Some(entry) => entry.key_span.start,
        None => dash_before(page, removed.node.span.start)?,
    };
    let is_file = parent.entry.is_none() && page.line_start(start) == start;
    if count == 1 && !is_file {
        return Some(vec![emptied(page, parent)]);
    }
    if page.indentation(start).is_some() {
        let lines = Span::new(page.line_start(start), page.line_end(end));
        return Some(vec![Splice::removal(lines)]);
    }
    // The first key of an item stands behind its dash, where the next key takes its place.
    match &parent.node.value {
        Value::Table(entries) => {
            let next = entries.get(index + 1)?.key_span.start;
            Some(vec![Splice::removal(Span::new(start, next))])
        }
        _ => None,
    }
}

/// The dash before an item.
fn dash_before(page: &Page, item: usize) -> Option<usize> {
    let before = page.text.before(item).trim_end();
    before.ends_with('-').then(|| before.len() - 1)
}

/// Empty brackets in place of a list or table whose only content is removed.
fn emptied(page: &Page, emptied: Step) -> Splice {
    let brackets = match emptied.node.value {
        Value::List(_) => "[]",
        _ => "{}",
    };
    let end = end_of(page, emptied.node);
    match emptied.entry {
        Some(entry) => {
            let slot = Span::new(behind_colon(page, entry), end);
            Splice::new(slot, format!(" {brackets}"))
        }
        None => Splice::new(Span::new(emptied.node.span.start, end), brackets),
    }
}
