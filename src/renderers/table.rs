//! Tables in a terminal.

use comfy_table::presets::NOTHING;
use comfy_table::{
    Cell as GridCell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width,
};
use textwrap::{WordSeparator, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Cut;
use crate::views::view::{Cell, Table};

/// Columns of the longest bar.
const LONGEST_BAR: u64 = 40;

/// Characters of a cell that are shown; longer texts are read in the record itself.
const LONGEST_CELL: usize = 2_000;

/// Space between two columns.
const GAP: usize = 2;

/// Lower limits of a column's width, in terminal columns.
struct LeastWidths {
    /// Width of a text below which it is not folded.
    text: usize,
    /// Length of a word up to which it is not broken.
    word: usize,
}

/// Lower limits in general, and where a table does not fit so. Only addresses of pages are longer
/// than the longest word of the first.
const WIDE: LeastWidths = LeastWidths { text: 16, word: 44 };
const NARROW: LeastWidths = LeastWidths { text: 6, word: 28 };

/// A table within a number of columns; `ascii` draws bars with `#` and `-`.
///
/// In a narrow terminal, columns are narrower, and words are folded at their hyphens as well. Where
/// the columns do not fit even so, the last ones are left out, and a line names them. Ids are never
/// folded, so that people can copy them.
#[must_use]
pub fn render(table: &Table, columns: usize, language: Language, ascii: bool) -> String {
    let writer = TableWriter {
        table,
        language,
        ascii,
        columns,
    };
    let wide = writer.least_widths(&WIDE, |word| vec![word]);
    let (grid, kept) = if total(&wide) <= columns {
        (writer.wide_grid(&wide), (0..wide.len()).collect())
    } else {
        let narrow = writer.least_widths(&NARROW, |word| word.split_inclusive('-').collect());
        let kept = kept_columns(&narrow, &table.unfolded, columns);
        (writer.narrow_grid(&narrow, &kept), kept)
    };
    grid + &left_out(table, &kept, language)
}

fn total(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + GAP).sum()
}

/// The first two columns, and each further one that still fits. Beside ids, which keep their width,
/// the second is left out where it does not fit.
// A row without its name and one value would say nothing.
fn kept_columns(widths: &[usize], unfolded: &[usize], columns: usize) -> Vec<usize> {
    let least = if unfolded.is_empty() { 2 } else { 1 };
    let mut left = columns;
    let mut kept = Vec::new();
    for (index, width) in widths.iter().enumerate() {
        if index < least || left >= width + GAP {
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
        en: "… no room for: {headings} (widen the window, or --format csv)\n")
}

/// Writer of one table.
#[derive(Clone, Copy)]
struct TableWriter<'t> {
    table: &'t Table,
    language: Language,
    ascii: bool,
    columns: usize,
}

impl<'t> TableWriter<'t> {
    /// The cells of a column, the total included.
    fn cells(self, column: usize) -> impl Iterator<Item = &'t Cell> {
        self.rows().filter_map(move |row| row.get(column))
    }

    fn rows(self) -> impl Iterator<Item = &'t Vec<Cell>> {
        self.table.rows.iter().chain(&self.table.total)
    }

    /// For each column, the greatest of the least widths of its texts, the heading included.
    /// `parts` are the parts of a word that may be on lines of their own.
    fn least_widths(self, limits: &LeastWidths, parts: impl Fn(&str) -> Vec<&str>) -> Vec<usize> {
        (0..self.table.columns.len())
            .map(|column| {
                self.cells(column)
                    .map(|cell| self.text(cell))
                    .chain(self.table.columns.get(column).cloned())
                    .map(|text| {
                        if self.table.unfolded.contains(&column) {
                            return text.width();
                        }
                        let parts = text.split(' ').flat_map(&parts);
                        let longest = parts.map(UnicodeWidthStr::width).max().unwrap_or(0);
                        longest.min(limits.word).max(text.width().min(limits.text))
                    })
                    .max()
                    .unwrap_or(0)
            })
            .collect()
    }

    /// All columns, at least as wide as asked. The crate folds texts at spaces, and distributes
    /// the columns that are left.
    fn wide_grid(self, widths: &[usize]) -> String {
        let all: Vec<usize> = (0..widths.len()).collect();
        let mut grid = self.grid(&all, |text, _| text);
        for (column, width) in grid.column_iter_mut().zip(widths) {
            let least = Width::Fixed(as_u16(width + GAP));
            column.set_constraint(ColumnConstraint::LowerBoundary(least));
        }
        lines(&grid)
    }

    /// The columns kept, folded at spaces and hyphens, which the crate cannot do itself.
    fn narrow_grid(self, least: &[usize], kept: &[usize]) -> String {
        let widths = self.distributed(least, kept);
        let mut grid = self.grid(kept, |text, rank| {
            let is_unfolded = kept
                .get(rank)
                .is_some_and(|column| self.table.unfolded.contains(column));
            let Some(width) = widths.get(rank).filter(|_| !is_unfolded) else {
                return text;
            };
            let folding = textwrap::Options::new(*width)
                .word_separator(WordSeparator::AsciiSpace)
                .wrap_algorithm(WrapAlgorithm::FirstFit);
            textwrap::fill(&text, folding)
        });
        for (column, width) in grid.column_iter_mut().zip(&widths) {
            let width = Width::Fixed(as_u16(width + GAP));
            column.set_constraint(ColumnConstraint::Absolute(width));
        }
        lines(&grid)
    }

    /// The widths of the columns kept: the least, and the columns that are left for those that
    /// lack most.
    fn distributed(self, least: &[usize], kept: &[usize]) -> Vec<usize> {
        let columns = kept.iter().filter_map(|column| least.get(*column));
        let mut widths: Vec<usize> = columns.copied().collect();
        let wanted = kept.iter().map(|column| {
            let texts = self.cells(*column).map(|cell| self.text(cell).width());
            texts.max().unwrap_or(0)
        });
        let free = self.columns.saturating_sub(total(&widths));
        let mut columns: Vec<(&mut usize, usize)> = widths.iter_mut().zip(wanted).collect();
        for _ in 0..free {
            let lacking = |(width, wanted): &(&mut usize, usize)| wanted.saturating_sub(**width);
            match columns
                .iter_mut()
                .rev()
                .max_by_key(|column| lacking(column))
            {
                Some(column) if lacking(column) > 0 => *column.0 += 1,
                _ => break,
            }
        }
        widths
    }

    /// The columns kept, their texts folded for their rank among these.
    fn grid(self, kept: &[usize], fold: impl Fn(String, usize) -> String) -> Grid {
        let mut grid = Grid::new();
        grid.load_style(NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(as_u16(self.columns));
        let headings = &self.table.columns;
        if headings.iter().any(|heading| !heading.is_empty()) {
            let kept = kept.iter().filter_map(|column| headings.get(*column));
            let cells = kept
                .enumerate()
                .map(|(rank, heading)| GridCell::new(fold(safe::line(heading), rank)));
            grid.set_header(cells);
        }
        for row in self.rows() {
            let kept = kept.iter().filter_map(|column| row.get(*column));
            let cells = kept
                .enumerate()
                .map(|(rank, cell)| GridCell::new(fold(self.text(cell), rank)));
            grid.add_row(cells);
        }
        for (column, index) in grid.column_iter_mut().zip(kept) {
            if self.table.is_numeric(*index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        grid
    }

    fn text(self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => match text.char_indices().nth(LONGEST_CELL) {
                Some((end, _)) => safe::line(text.before(end)) + "…",
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

/// The lines of a grid, without spaces at their ends.
fn lines(grid: &Grid) -> String {
    grid.to_string()
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
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
