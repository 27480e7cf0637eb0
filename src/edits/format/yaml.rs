//! The canonical form of a YAML record.

use crate::diagnostic::Route;
use crate::documents::{Node, Value};
use crate::edits::format::order::rank;
use crate::edits::format::piece::{Pending, Sheet, head};
use crate::edits::splice::page::Page;
use crate::edits::splice::yaml::{end_of_entry, is_flow};
use crate::sources::Cut;

/// The text in its canonical form: the keys of the file in the order of the schema. What is inside
/// them keeps its lines.
pub fn formatted(text: &str, tree: &Node, kind: &str) -> String {
    let page = Page::new(text);
    let Value::Table(entries) = &tree.value else {
        return text.to_owned();
    };
    if is_flow(&page, tree) && !entries.is_empty() {
        return text.to_owned();
    }
    let (mut pieces, mut top) = (Vec::new(), (Vec::new(), false));
    let (mut pending, mut offset) = (Pending::default(), 0);
    for (index, entry) in entries.iter().enumerate() {
        let start = page.line_start(entry.key_span.start);
        for line in page.text.between(offset, start).lines() {
            pending.push(line);
        }
        if index == 0 {
            top = head(&mut pending);
        }
        offset = page.line_end(end_of_entry(&page, entry));
        let lines = page.text.between(start, offset).lines().map(|line| {
            // Inside a text over several lines, spaces at the end of a line may be meant.
            line.to_owned()
        });
        let own = rank(kind, &Route::default(), &entry.key);
        pieces.push(pending.piece(own, lines));
    }
    for line in page.text.behind(offset).lines() {
        pending.push(line);
    }
    pieces.sort_by_key(|piece| piece.rank);
    let mut sheet = Sheet::default();
    let (head, mut is_below_head) = top;
    for piece in &head {
        sheet.add(piece, false);
    }
    for piece in &pieces {
        sheet.add(piece, std::mem::take(&mut is_below_head));
    }
    if let Some(rest) = pending.take_rest() {
        sheet.add(&rest, false);
    }
    sheet.into_text()
}
