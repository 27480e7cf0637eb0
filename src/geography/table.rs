//! Tables of official areas: embedded text, sorted by code, searched line by line and never parsed whole.

/// A tab-separated table whose first line names its columns and whose first column, a code, is sorted.
#[derive(Clone, Copy)]
pub(super) struct Table(pub(super) &'static str);

/// One line of a table.
#[derive(Clone, Copy)]
pub(super) struct Row {
    headings: &'static str,
    line: &'static str,
}

impl Table {
    /// Every row, by code.
    pub(super) fn rows(self) -> impl Iterator<Item = Row> {
        let (headings, body) = self.parts();
        body.lines().map(move |line| Row { headings, line })
    }

    /// The row of a code.
    pub(super) fn find(self, code: &str) -> Option<Row> {
        self.starting_with(code).next().filter(|row| row.code() == code)
    }

    /// The rows whose code starts so, by code.
    pub(super) fn starting_with(self, prefix: &str) -> impl Iterator<Item = Row> {
        let (headings, body) = self.parts();
        let rows = body[lower_bound(body, prefix)..].lines();
        rows.take_while(move |line| line.starts_with(prefix)).map(move |line| Row { headings, line })
    }

    fn parts(self) -> (&'static str, &'static str) {
        self.0.split_once('\n').unwrap_or((self.0, ""))
    }
}

impl Row {
    /// The first column.
    pub(super) fn code(self) -> &'static str {
        self.line.split('\t').next().unwrap_or_default()
    }

    /// The cell under a heading, where the table has the column and the cell is not empty.
    pub(super) fn get(self, heading: &str) -> Option<&'static str> {
        let mut cells = self.headings.split('\t').zip(self.line.split('\t'));
        cells.find(|(name, _)| *name == heading).map(|(_, cell)| cell).filter(|cell| !cell.is_empty())
    }
}

/// Where the first line stands whose code is not before the one asked.
fn lower_bound(body: &str, code: &str) -> usize {
    let (mut low, mut high) = (0, body.len());
    while low < high {
        let start = line_start(body, low + (high - low) / 2);
        let end = body[start..].find('\n').map_or(body.len(), |length| start + length);
        let found = body[start..end].split('\t').next().unwrap_or_default();
        if found < code {
            low = (end + 1).min(body.len());
        } else {
            high = start;
        }
    }
    low
}

/// Where the line starts that holds a byte, which may lie inside a character.
fn line_start(body: &str, byte: usize) -> usize {
    body.as_bytes()[..byte].iter().rposition(|&b| b == b'\n').map_or(0, |end| end + 1)
}
