//! Tables in a terminal.

use comfy_table::presets::NOTHING;
use comfy_table::{
    Cell as GridCell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width,
};
use unicode_width::UnicodeWidthStr;

use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{Cell, Table};

/// Columns of the longest bar.
const LONGEST_BAR: u64 = 40;

/// Characters of a cell that are shown; longer texts are read in the record itself.
const LONGEST_CELL: usize = 2_000;

/// Space between two columns.
const GAP: usize = 2;

/// Least widths of a column in terminal columns: a text is wrapped no narrower than `text`, and no
/// word is broken up to a length of `word`.
#[derive(Clone, Copy)]
struct LeastWidths {
    text: usize,
    word: usize,
}

/// Least widths where there is space, and in a narrow terminal.
const ROOMY: LeastWidths = LeastWidths { text: 24, word: 44 };
const NARROW: LeastWidths = LeastWidths { text: 10, word: 20 };

/// A table within a number of columns; `ascii` draws bars with `#` and `-`.
///
/// Where the columns do not fit even at their narrow widths, the last ones are left out, and a line
/// names them.
#[must_use]
pub fn render(table: &Table, columns: usize, language: Language, ascii: bool) -> String {
    let texts = CellTexts { language, ascii };
    let roomy = texts.least_widths(table, ROOMY);
    let widths = if total(&roomy) <= columns {
        roomy
    } else {
        texts.least_widths(table, NARROW)
    };
    let kept = kept_columns(&widths, columns);
    let grid = texts.grid(table, &kept, &widths, columns);
    grid + &left_out(table, &kept, language)
}

fn total(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + GAP).sum()
}

/// The first two columns, and each further one that still fits.
// A row without its name and one value would say nothing.
fn kept_columns(widths: &[usize], columns: usize) -> Vec<usize> {
    let mut left = columns;
    let mut kept = Vec::new();
    for (index, width) in widths.iter().enumerate() {
        if index < 2 || left >= width + GAP {
            left = left.saturating_sub(width + GAP);
            kept.push(index);
        }
    }
    kept
}

/// A line that names the columns left out, or nothing.
fn left_out(table: &Table, kept: &[usize], language: Language) -> String {
    let headings: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(index, _)| !kept.contains(index))
        .map(|(_, heading)| safe::line(heading))
        .filter(|heading| !heading.is_empty())
        .collect();
    if headings.is_empty() {
        return String::new();
    }
    let headings = headings.join(", ");
    say!(language,
        fr: "… faute de place, sans\u{a0}: {headings} (élargir la fenêtre, ou --format csv)\n",
        en: "… for want of room, without: {headings} (widen the window, or --format csv)\n")
}

/// How cells are written.
#[derive(Clone, Copy)]
struct CellTexts {
    language: Language,
    ascii: bool,
}

impl CellTexts {
    /// The least width of each column.
    fn least_widths(self, table: &Table, least: LeastWidths) -> Vec<usize> {
        (0..table.columns.len())
            .map(|column| {
                cells(table, column)
                    .map(|cell| self.text(cell))
                    .chain(table.columns.get(column).cloned())
                    .map(|text| least_width(&text, least))
                    .max()
                    .unwrap_or(0)
            })
            .collect()
    }

    fn grid(self, table: &Table, kept: &[usize], widths: &[usize], columns: usize) -> String {
        let mut grid = Grid::new();
        grid.load_style(NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(as_u16(columns));
        if table.columns.iter().any(|heading| !heading.is_empty()) {
            let headings = kept.iter().filter_map(|column| table.columns.get(*column));
            grid.set_header(headings.map(|heading| GridCell::new(safe::line(heading))));
        }
        for row in table.rows.iter().chain(&table.total) {
            let cells = kept.iter().filter_map(|column| row.get(*column));
            grid.add_row(cells.map(|cell| GridCell::new(self.text(cell))));
        }
        for (column, index) in grid.column_iter_mut().zip(kept.iter().copied()) {
            if table.is_numeric(index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            let least = Width::Fixed(as_u16(widths[index] + GAP));
            column.set_constraint(ColumnConstraint::LowerBoundary(least));
        }
        grid.to_string()
            .lines()
            .map(|line| format!("{}\n", line.trim_end()))
            .collect()
    }

    fn text(self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => match text.char_indices().nth(LONGEST_CELL) {
                Some((end, _)) => safe::line(&text[..end]) + "…",
                None => safe::line(text),
            },
            Cell::Number(number) => self.language.number(*number),
            Cell::Measure { told, .. } => safe::line(told),
            Cell::Symbol { digit, .. } if self.ascii => digit.to_string(),
            Cell::Symbol { digit, shape } => format!("{digit} {}", glyph(shape)),
            Cell::Nothing => String::new(),
            Cell::Bar { full, hollow } => {
                let (full_sign, hollow_sign) = if self.ascii {
                    ("#", "-")
                } else {
                    ("█", "░")
                };
                full_sign.repeat(bar_columns(*full)) + &hollow_sign.repeat(bar_columns(*hollow))
            }
        }
    }
}

/// The cells of a column, the total included.
fn cells(table: &Table, column: usize) -> impl Iterator<Item = &Cell> {
    table
        .rows
        .iter()
        .chain(&table.total)
        .filter_map(move |row| row.get(column))
}

/// The width below which a text would have a broken word or a pile of short lines.
fn least_width(text: &str, least: LeastWidths) -> usize {
    let longest_word = text
        .split(' ')
        .map(UnicodeWidthStr::width)
        .max()
        .unwrap_or(0);
    longest_word
        .min(least.word)
        .max(text.width().min(least.text))
}

fn bar_columns(count: u64) -> usize {
    usize::try_from(count.min(LONGEST_BAR)).unwrap_or(0)
}

/// The sign nearest to a shape among those that terminals show in one column.
fn glyph(shape: &str) -> &'static str {
    match shape {
        "circle" => "●",
        "square" => "■",
        "hexagon" => "⬢",
        "speech-bubble" => "▣",
        "house" => "⌂",
        "drop" => "◗",
        "diamond" => "◆",
        "triangle" => "▲",
        "badge" => "✹",
        _ => "",
    }
}

fn as_u16(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
