//! Tables of official areas: embedded text that is searched in place.
//!
//! The tables have 40,000 rows, of which a run needs few: a binary search over the text costs less
//! than parsing all of it.

use crate::sources::Cut;
/// A tab-separated table. The first line has the headings; the other lines are sorted by their
/// first column, a code.
#[derive(Clone, Copy)]
pub(super) struct Table(pub(super) &'static str);

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row {
    headings: &'static str,
    line: &'static str,
}

impl Table {
    /// Returns every row, by code.
    pub(super) fn rows(self) -> impl Iterator<Item = Row> {
        let (headings, body) = self.parts();
        body.lines().map(move |line| Row { headings, line })
    }

    /// Finds the row of a code.
    pub(super) fn find(self, code: &str) -> Option<Row> {
        self.starting_with(code)
            .next()
            .filter(|row| row.code() == code)
    }

    /// Returns the rows whose code starts with a prefix, by code.
    pub(super) fn starting_with(self, prefix: &str) -> impl Iterator<Item = Row> {
        let (headings, body) = self.parts();
        let rows = body.behind(lower_bound(body, prefix)).lines();
        rows.take_while(move |line| line.starts_with(prefix))
            .map(move |line| Row { headings, line })
    }

    fn parts(self) -> (&'static str, &'static str) {
        self.0.split_once('\n').unwrap_or((self.0, ""))
    }
}

impl Row {
    /// Returns the first column.
    pub(super) fn code(self) -> &'static str {
        self.line.split('\t').next().unwrap_or_default()
    }

    /// Returns the cell under a heading. Returns `None` for an empty cell or an unknown heading.
    pub(super) fn get(self, heading: &str) -> Option<&'static str> {
        self.cells()
            .find(|(name, _)| *name == heading)
            .map(|(_, cell)| cell)
    }

    /// Returns every cell that is not empty, with its heading.
    pub(super) fn cells(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let cells = self.headings.split('\t').zip(self.line.split('\t'));
        cells.filter(|(_, cell)| !cell.is_empty())
    }
}

/// Returns the offset in bytes of the first line whose code is not before a given one, by binary
/// search.
fn lower_bound(body: &str, code: &str) -> usize {
    let (mut low, mut high) = (0, body.len());
    while low < high {
        let start = line_start(body, low + (high - low) / 2);
        // The tab that ends a code sorts before every character of a code, so that comparing lines
        // is comparing codes.
        if body.behind(start) < code {
            low = body
                .behind(start)
                .find('\n')
                .map_or(body.len(), |length| start + length + 1);
        } else {
            high = start;
        }
    }
    low
}

/// Returns the offset in bytes of the line around an offset, which may be inside a character.
fn line_start(body: &str, byte: usize) -> usize {
    body.before(body.floor_char_boundary(byte))
        .rfind('\n')
        .map_or(0, |end| end + 1)
}
