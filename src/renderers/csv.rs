//! Tables as CSV, in the form that French open data ask for: comma, dot, UTF-8, CRLF.
//!
//! Cells that a spreadsheet would take for formulas are made harmless.

use crate::renderers::safe;
use crate::views::view::{Cell, Table};

/// A table as CSV (RFC 4180).
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

/// A text that a spreadsheet takes for text: quoted where needed, never a formula.
fn text(words: &str) -> String {
    // A French spreadsheet splits cells at `;` even in a file with commas, so that each part could
    // be a formula.
    let parts: Vec<String> = safe::line(words).split(';').map(not_formula).collect();
    let text = parts.join(";");
    if text.contains([',', '"', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A text with an apostrophe before it where a spreadsheet would take it for a formula.
fn not_formula(words: &str) -> String {
    let start =
        words.trim_start_matches(|character: char| character.is_whitespace() || character == '"');
    // The wide forms too, which some spreadsheets read as the plain ones.
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula {
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
