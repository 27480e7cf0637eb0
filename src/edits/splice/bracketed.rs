//! Splices in a list or table between brackets, which both syntaxes share.

use crate::documents::{Node, Value};
use crate::edits::splice::page::Page;
use crate::edits::splice::replacement::Splice;
use crate::sources::{Cut, Span};

/// The splices that add an item, or a key with its value, behind the last one.
pub fn append(page: &Page, brackets: &Node, written: &str) -> Vec<Splice> {
    let close = brackets.span.end - 1;
    let Some(last) = item_spans(page, brackets).last().copied() else {
        return first(page, brackets, written);
    };
    if !page.has_break(Span::new(last.end, close)) {
        return vec![Splice::insertion(last.end, format!(", {written}"))];
    }
    // The closing bracket has a line of its own, as each item has.
    let indentation = page
        .indentation(last.start)
        .map_or_else(|| inner_indentation(page, close), str::to_owned);
    let (comma, end) = match page.comma_after(last.end) {
        Some(comma) => (None, comma + 1),
        None => (Some(Splice::insertion(last.end, ",")), last.end),
    };
    let trailing = if comma.is_some() { "" } else { "," };
    let line = format!("{indentation}{written}{trailing}{}", page.newline);
    let mut splices = vec![Splice::insertion(page.line_end(end), line)];
    splices.extend(comma);
    splices
}

/// The splice that adds the first item.
fn first(page: &Page, brackets: &Node, written: &str) -> Vec<Splice> {
    let inside = Span::new(brackets.span.start + 1, brackets.span.end - 1);
    let is_blank = page
        .text
        .between(inside.start, inside.end)
        .trim()
        .is_empty();
    let padded = match brackets.value {
        Value::Table(_) => format!(" {written} "),
        _ => written.to_owned(),
    };
    if is_blank {
        vec![Splice::new(inside, padded)]
    } else {
        // A comment is inside, which the closing bracket has left by a line break.
        vec![Splice::insertion(inside.end, padded)]
    }
}

/// One step more than the line of the closing bracket.
fn inner_indentation(page: &Page, close: usize) -> String {
    format!("{}  ", page.indentation(close).unwrap_or_default())
}

/// The splices that remove an item.
pub fn remove(page: &Page, brackets: &Node, index: usize) -> Option<Vec<Splice>> {
    let items = item_spans(page, brackets);
    let item = *items.get(index)?;
    let comma = page.comma_after(item.end);
    let end = comma.map_or(item.end, |comma| comma + 1);
    if page.indentation(item.start).is_some() && page.is_line_over(end) {
        // Items on lines of their own; the comma before the last one may stay in both syntaxes.
        let lines = Span::new(page.line_start(item.start), page.line_end(end));
        return (lines.end < brackets.span.end).then(|| vec![Splice::removal(lines)]);
    }
    let before = index
        .checked_sub(1)
        .and_then(|previous| items.get(previous));
    Some(match (before, items.get(index + 1)) {
        (_, Some(next)) if !page.has_break(Span::new(item.end, next.start)) => {
            vec![Splice::removal(Span::new(item.start, next.start))]
        }
        (Some(previous), None) if !page.has_break(Span::new(previous.end, item.start)) => {
            vec![Splice::removal(Span::new(previous.end, item.end))]
        }
        (None, None) => {
            let inside = Span::new(brackets.span.start + 1, brackets.span.end - 1);
            if page.has_break(inside) {
                vec![Splice::removal(Span::new(item.start, end))]
            } else {
                vec![Splice::removal(inside)]
            }
        }
        _ => vec![Splice::removal(Span::new(item.start, end))],
    })
}

/// The bytes of each item, or of each key with its value.
fn item_spans(page: &Page, brackets: &Node) -> Vec<Span> {
    match &brackets.value {
        Value::List(items) => items.iter().map(|item| item.span).collect(),
        Value::Table(entries) => {
            let mut before = brackets.span.start + 1;
            let mut spans = Vec::with_capacity(entries.len());
            for entry in entries {
                let start = page.skip_trivia(before);
                let start = match page.byte(start) {
                    b',' => page.skip_trivia(start + 1),
                    _ => start,
                };
                before = last_byte(&entry.node);
                spans.push(Span::new(start, before));
            }
            spans
        }
        _ => Vec::new(),
    }
}

/// The end of a value; of a table that only dotted keys imply, the end of its last value.
fn last_byte(node: &Node) -> usize {
    let inner = match &node.value {
        Value::Table(entries) => entries.iter().map(|entry| last_byte(&entry.node)).max(),
        _ => None,
    };
    node.span.end.max(inner.unwrap_or_default())
}
