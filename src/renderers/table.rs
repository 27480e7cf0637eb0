//! Tables in a terminal.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell as Shown, CellAlignment, ContentArrangement, Table as Grid};

use crate::language::Language;
use crate::renderers::safe;
use crate::views::view::{Cell, Table};

/// One table within so many columns; `ascii` draws bars with `#` and `-`.
#[must_use]
pub fn render(table: &Table, columns: usize, language: Language, ascii: bool) -> String {
    let mut grid = Grid::new();
    grid.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    grid.set_width(u16::try_from(columns).unwrap_or(u16::MAX));
    if table.columns.iter().any(|heading| !heading.is_empty()) {
        grid.set_header(table.columns.iter().map(|heading| Shown::new(safe::line(heading))));
    }
    for row in table.rows.iter().chain(&table.total) {
        grid.add_row(row.iter().map(|cell| shown(cell, language, ascii)));
    }
    for (place, column) in grid.column_iter_mut().enumerate() {
        let numeric =
            table.rows.iter().all(|row| matches!(row.get(place), Some(Cell::Number(_) | Cell::Nothing)));
        if numeric && !table.rows.is_empty() {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let text: Vec<String> = grid.to_string().lines().map(|line| line.trim_end().to_owned()).collect();
    text.join("\n") + "\n"
}

fn shown(cell: &Cell, language: Language, ascii: bool) -> Shown {
    match cell {
        Cell::Text(text) => Shown::new(safe::line(text)),
        Cell::Number(number) => Shown::new(language.number(*number)),
        Cell::Nothing => Shown::new(""),
        Cell::Bar { full, hollow } => {
            let (one, other) = if ascii { ("#", "-") } else { ("█", "░") };
            let times = |count: &u64| usize::try_from(*count).unwrap_or(0).min(60);
            Shown::new(one.repeat(times(full)) + &other.repeat(times(hollow)))
        }
    }
}
