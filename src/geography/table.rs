//! Tables of official areas: embedded text, sorted by code, searched line by line and never parsed
//! whole.

/// A tab-separated table whose first line names its columns and whose first column, a code, is
/// sorted.
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
        self.starting_with(code)
            .next()
            .filter(|row| row.code() == code)
    }

    /// The rows whose code starts so, by code.
    pub(super) fn starting_with(self, prefix: &str) -> impl Iterator<Item = Row> {
        let (headings, body) = self.parts();
        let rows = body[lower_bound(body, prefix)..].lines();
        rows.take_while(move |line| line.starts_with(prefix))
            .map(move |line| Row { headings, line })
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
        self.cells()
            .find(|(name, _)| *name == heading)
            .map(|(_, cell)| cell)
    }

    /// Every cell that is not empty, with its heading.
    pub(super) fn cells(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let cells = self.headings.split('\t').zip(self.line.split('\t'));
        cells.filter(|(_, cell)| !cell.is_empty())
    }
}

/// Where the first line stands whose code is not before the one asked.
fn lower_bound(body: &str, code: &str) -> usize {
    let (mut low, mut high) = (0, body.len());
    while low < high {
        let start = line_start(body, low + (high - low) / 2);
        // A tabulator, which ends a code, comes before all that codes are made of: whole lines
        // compare as codes do.
        if body.as_bytes()[start..] < *code.as_bytes() {
            low = body[start..]
                .find('\n')
                .map_or(body.len(), |length| start + length + 1);
        } else {
            high = start;
        }
    }
    low
}

/// Where the line starts that holds a byte, which may lie inside a character.
fn line_start(body: &str, byte: usize) -> usize {
    body[..body.floor_char_boundary(byte)]
        .rfind('\n')
        .map_or(0, |end| end + 1)
}
