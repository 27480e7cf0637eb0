//! The canonical form of a TOML record.

use crate::diagnostic::Route;
use crate::documents::{Node, Value};
use crate::edits::format::order::rank;
use crate::edits::format::piece::{Pending, Piece, Sheet, head};
use crate::edits::splice::page::Page;
use crate::edits::splice::toml_headings::{Layout, layout};
use crate::sources::{Cut, Span};

/// A line or several with one meaning.
struct Mark {
    /// The bytes of the heading, or from the key to the end of the value.
    span: Span,
    rank: usize,
    kind: MarkKind,
}

enum MarkKind {
    Heading,
    /// A key and the bytes of its value.
    Statement(Span),
}

/// The lines of a heading, and of what is below it.
struct Body {
    rank: usize,
    heading: Option<Piece>,
    pieces: Vec<Piece>,
    /// Comments at the end.
    rest: Vec<Piece>,
}

/// The text in its canonical form.
pub fn formatted(text: &str, tree: &Node, kind: &str) -> String {
    let page = Page::new(text);
    let mut marks = Vec::new();
    collect(&page, kind, tree, &Route::default(), None, &mut marks);
    marks.sort_by_key(|mark| mark.span.start);
    let ((head, is_apart), mut bodies) = bodies(&page, &marks);
    // Values of the file stay above the first heading.
    if let Some((_, headed)) = bodies.split_first_mut() {
        headed.sort_by_key(|body| body.rank);
    }
    let mut sheet = Sheet::default();
    for piece in &head {
        sheet.add(piece, false);
    }
    let mut is_below_head = is_apart;
    for body in &mut bodies {
        if let Some(heading) = &body.heading {
            sheet.add(heading, true);
        }
        body.pieces.sort_by_key(|piece| piece.rank);
        let has_heading = body.heading.is_some();
        for (index, piece) in body.pieces.iter().enumerate() {
            if index == 0 && has_heading {
                sheet.add_below_heading(piece);
            } else {
                sheet.add(piece, std::mem::take(&mut is_below_head));
            }
        }
        for piece in &body.rest {
            sheet.add(piece, false);
        }
    }
    sheet.into_text()
}

/// Collects the headings and statements of a table at a route; `top` is the rank of the key of the
/// file below which the table is.
fn collect(
    page: &Page,
    kind: &str,
    node: &Node,
    route: &Route,
    top: Option<usize>,
    marks: &mut Vec<Mark>,
) {
    match &node.value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(page, kind, item, &route.then(index), top, marks);
            }
        }
        Value::Table(entries) => {
            if page.byte(node.span.start) == b'[' && top.is_some() {
                marks.push(Mark {
                    span: node.span,
                    rank: top.unwrap_or_default(),
                    kind: MarkKind::Heading,
                });
            }
            for entry in entries {
                let own = rank(kind, route, &entry.key);
                if layout(page, &entry.node, false) == Layout::Inline {
                    // A dotted key begins before its last part.
                    let line = page.line_start(entry.key_span.start);
                    let start = line + page.text.behind(line).len()
                        - page.text.behind(line).trim_start().len();
                    marks.push(Mark {
                        span: Span::new(start, entry.node.span.end),
                        rank: own,
                        kind: MarkKind::Statement(entry.node.span),
                    });
                } else {
                    let route = route.then(&*entry.key);
                    collect(page, kind, &entry.node, &route, top.or(Some(own)), marks);
                }
            }
        }
        _ => {}
    }
}

/// The comments at the top, and the bodies in the order of the text, that of the file first.
fn bodies(page: &Page, marks: &[Mark]) -> ((Vec<Piece>, bool), Vec<Body>) {
    let mut bodies = vec![Body {
        rank: 0,
        heading: None,
        pieces: Vec::new(),
        rest: Vec::new(),
    }];
    let (mut top, mut pending, mut offset) = ((Vec::new(), false), Pending::default(), 0);
    for (index, mark) in marks.iter().enumerate() {
        let start = page.line_start(mark.span.start);
        for line in page.text.between(offset, start).lines() {
            pending.push(line);
        }
        if index == 0 {
            top = head(&mut pending);
        }
        offset = page.line_end(mark.span.end);
        match mark.kind {
            MarkKind::Heading => {
                let free = pending.take_free();
                if let Some(body) = bodies.last_mut() {
                    body.rest.extend(free);
                }
                let line = page.text.between(mark.span.start, offset).trim().to_owned();
                bodies.push(Body {
                    rank: mark.rank,
                    heading: Some(pending.piece(mark.rank, [line])),
                    pieces: Vec::new(),
                    rest: Vec::new(),
                });
            }
            MarkKind::Statement(value) => {
                let lines = statement(page, mark.span.start, value, offset);
                let piece = pending.piece(mark.rank, lines);
                if let Some(body) = bodies.last_mut() {
                    body.pieces.push(piece);
                }
            }
        }
    }
    for line in page.text.behind(offset).lines() {
        pending.push(line);
    }
    if let Some(body) = bodies.last_mut() {
        body.rest.extend(pending.take_rest());
    }
    (top, bodies)
}

/// The lines of a key and its value, with one space around `=` and none at the ends.
fn statement(page: &Page, start: usize, value: Span, end: usize) -> Vec<String> {
    let key = page.text.between(start, value.start).trim_end();
    let key = key.strip_suffix('=').unwrap_or(key).trim_end();
    let written = page.text.between(value.start, value.end);
    let behind = page.text.between(value.end, end).trim_end();
    let whole = format!("{key} = {written}{behind}");
    // Spaces at the ends of lines are part of a text over several lines.
    let is_text = written.contains("\"\"\"") || written.contains("'''");
    whole
        .split('\n')
        .map(|line| if is_text { line } else { line.trim_end() }.to_owned())
        .collect()
}
