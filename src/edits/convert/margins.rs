//! The comments of a text, each at the value that it stands above or behind.

use crate::documents::{Entry, Node, Syntax, Value};
use crate::edits::splice::page::Page;
use crate::sources::Cut;

/// The comments about one value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The lines above, blank ones included.
    pub above: Vec<String>,
    /// What is behind, on the same line.
    pub behind: Vec<String>,
}

impl Note {
    /// Whether there is no comment at all.
    pub fn is_empty(&self) -> bool {
        self.behind.is_empty() && self.above.iter().all(String::is_empty)
    }

    /// Takes in the comments of a value that loses its own line.
    pub fn absorb(&mut self, inner: Self) {
        let lines = inner.above.into_iter().filter(|line| !line.is_empty());
        self.above.extend(lines);
        self.behind.extend(inner.behind);
    }
}

/// The comments of a text. Values are numbered as a walk through the tree meets them: the entries
/// of a table and the items of a list, each before what it holds.
pub struct Margins {
    notes: Vec<Note>,
    /// The lines below the last value.
    pub tail: Vec<String>,
}

impl Margins {
    /// Finds the comments of a text.
    pub fn of(page: &Page, syntax: Syntax, tree: &Node) -> Self {
        let (mut starts, mut values) = (Vec::new(), Vec::new());
        collect(page, tree, &mut starts, &mut values);
        let mut margins = Self {
            notes: vec![Note::default(); starts.len()],
            tail: Vec::new(),
        };
        let mut anchors: Vec<(usize, usize)> = starts
            .into_iter()
            .enumerate()
            .map(|(index, start)| (start, index))
            .collect();
        anchors.sort_unstable();
        values.sort_unstable();
        let mut offset = 0;
        for line in page.text.split_inclusive('\n') {
            margins.read_line(line, offset, syntax, &anchors, &values);
            offset += line.len();
        }
        margins
    }

    fn read_line(
        &mut self,
        line: &str,
        offset: usize,
        syntax: Syntax,
        anchors: &[(usize, usize)],
        values: &[(usize, usize)],
    ) {
        if line.trim().is_empty() {
            if !is_inside(values, offset) {
                self.add_above(offset, String::new(), anchors);
            }
            return;
        }
        let mut signs = line.match_indices('#').map(|(at, _)| at);
        let comment = signs.find(|at| {
            let is_apart = *at == 0 || line.before(*at).ends_with([' ', '\t']);
            (syntax == Syntax::Toml || is_apart) && !is_inside(values, offset + at)
        });
        let Some(at) = comment else { return };
        let text = line.behind(at).trim_end().to_owned();
        if line.before(at).trim().is_empty() {
            self.add_above(offset + at, text, anchors);
            return;
        }
        let before = anchors.partition_point(|(start, _)| *start < offset + at);
        let last = before.checked_sub(1).and_then(|last| anchors.get(last));
        match last.and_then(|(_, index)| self.notes.get_mut(*index)) {
            Some(note) => note.behind.push(text),
            None => self.add_above(offset + at, text, anchors),
        }
    }

    fn add_above(&mut self, offset: usize, line: String, anchors: &[(usize, usize)]) {
        let next = anchors.partition_point(|(start, _)| *start < offset);
        let note = anchors
            .get(next)
            .and_then(|(_, index)| self.notes.get_mut(*index));
        match note {
            Some(note) => note.above.push(line),
            None => self.tail.push(line),
        }
    }

    /// Takes the comments of a value by its number.
    pub fn take(&mut self, index: usize) -> Note {
        self.notes
            .get_mut(index)
            .map(std::mem::take)
            .unwrap_or_default()
    }
}

/// Collects the first bytes of entries and items, and the bytes of keys and values, in which `#`
/// begins no comment.
fn collect(page: &Page, node: &Node, starts: &mut Vec<usize>, values: &mut Vec<(usize, usize)>) {
    match &node.value {
        Value::Table(entries) => {
            for entry in entries {
                starts.push(start_of(entry));
                values.push((entry.key_span.start, entry.key_span.end));
                collect(page, &entry.node, starts, values);
            }
        }
        Value::List(items) => {
            for item in items {
                starts.push(item.span.start);
                collect(page, item, starts, values);
            }
        }
        Value::Scalar(..) | Value::Nothing => {
            // For the parser of YAML, a text over several lines ends where the next key begins.
            let text = page.text.between(node.span.start, node.span.end).trim_end();
            values.push((node.span.start, node.span.start + text.len()));
        }
    }
}

/// The first byte of an entry; of a list of tables in TOML, that of its first heading.
fn start_of(entry: &Entry) -> usize {
    let first = match &entry.node.value {
        Value::List(items) => items.first().map(|item| item.span.start),
        _ => None,
    };
    first.map_or(entry.key_span.start, |first| {
        first.min(entry.key_span.start)
    })
}

fn is_inside(values: &[(usize, usize)], offset: usize) -> bool {
    let after = values.partition_point(|(start, _)| *start <= offset);
    after
        .checked_sub(1)
        .and_then(|last| values.get(last))
        .is_some_and(|(_, end)| offset < *end)
}
