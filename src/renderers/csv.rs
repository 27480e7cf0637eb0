//! Tables as CSV: comma, dot, UTF-8, CRLF, as French open data ask; cells that could be formulas
//! are defused.

use crate::renderers::safe;
use crate::views::view::{Cell, Table};

/// One table as CSV (RFC 4180).
#[must_use]
pub fn render(table: &Table) -> String {
    let mut out = row(table.columns.iter().map(|heading| text(heading)));
    for cells in table.rows.iter().chain(&table.total) {
        out.push_str(&row(cells.iter().map(cell)));
    }
    out
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => text(words),
        Cell::Number(number) => number.to_string(),
        Cell::Measure { number, .. } => number.to_string(),
        Cell::Symbol { digit, .. } => digit.to_string(),
        Cell::Bar { full, .. } => full.to_string(),
        Cell::Nothing => String::new(),
    }
}

/// A text that a spreadsheet takes for text: quoted where needed, and never a formula.
fn text(words: &str) -> String {
    // A French spreadsheet parts cells at `;` even in a file with commas: each part is made
    // harmless.
    let defused = safe::line(words)
        .split(';')
        .map(part)
        .collect::<Vec<_>>()
        .join(";");
    if defused.contains([',', '"', ';']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

/// A part that a spreadsheet would take for a formula, with an apostrophe before it.
fn part(words: &str) -> String {
    let bare =
        words.trim_start_matches(|character: char| character.is_whitespace() || character == '"');
    let formula = bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_commas_are_harmless() {
        let rows = vec![vec![
            Cell::Text("=1+1".into()),
            Cell::Text("a, \"b\"".into()),
            Cell::Number(2),
            Cell::Nothing,
        ]];
        let table = Table {
            columns: vec!["x".into(); 4],
            rows,
            ..Table::default()
        };
        assert_eq!(render(&table), "x,x,x,x\r\n'=1+1,\"a, \"\"b\"\"\",2,\r\n");
    }
}
