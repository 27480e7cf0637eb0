//! Tables in a terminal.

use comfy_table::presets::NOTHING;
use comfy_table::{
    Cell as Shown, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width,
};
use unicode_width::UnicodeWidthStr;

use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{Cell, Table};

/// The longest bar, in columns.
const LONGEST_BAR: u64 = 40;

/// Words longer than this, such as addresses of pages, may be broken.
const LONGEST_WORD: usize = 44;

/// Characters of one cell; what is longer is read in the record itself.
const LONGEST_CELL: usize = 2_000;

/// The width that a sentence may have before it is folded.
const COMFORTABLE: usize = 24;

/// How narrow columns may become, one after the other: a sentence's width, a word's length, and
/// whether words with
/// hyphens may be folded at them.
const EASES: [(usize, usize, bool); 6] = [
    (COMFORTABLE, LONGEST_WORD, false),
    (16, LONGEST_WORD, false),
    (10, LONGEST_WORD, false),
    (10, LONGEST_WORD, true),
    (8, 28, true),
    (6, 20, true),
];

/// One table within so many columns; `ascii` draws bars with `#` and `-`.
///
/// Columns become narrower as long as that makes them all fit, the longest ids cut at last; where
/// they still do not
/// fit, those that find no room are left out, and a line says so.
#[must_use]
pub fn render(table: &Table, columns: usize, language: Language, ascii: bool) -> String {
    let widths = |drawn: &RenderedTable| -> Vec<usize> {
        (0..table.columns.len())
            .map(|place| drawn.narrowest(table, place))
            .collect()
    };
    let eases = EASES.map(|(comfortable, word, hyphens)| RenderedTable {
        language,
        ascii,
        comfortable,
        word,
        hyphens,
    });
    let fits = |drawn: &&RenderedTable| {
        widths(drawn).iter().map(|width| width + 2).sum::<usize>() <= columns
    };
    let [.., last] = &eases;
    let drawn = eases.iter().find(fits).unwrap_or(last);
    let widths = widths(drawn);
    let mut room = columns;
    let kept: Vec<usize> = (0..widths.len())
        .filter(|place| {
            let enough = *place < 2 || room >= widths[*place] + 2;
            room = if enough {
                room.saturating_sub(widths[*place] + 2)
            } else {
                room
            };
            enough
        })
        .collect();
    let mut text = drawn.grid(table, &kept, &widths, columns);
    let left_out = table
        .columns
        .iter()
        .enumerate()
        .filter(|(place, _)| !kept.contains(place));
    let left_out = left_out
        .map(|(_, heading)| safe::line(heading))
        .filter(|heading| !heading.is_empty());
    let left_out = left_out.collect::<Vec<_>>().join(", ");
    if !left_out.is_empty() {
        text += &say!(language,
            fr: "… faute de place, sans\u{a0}: {left_out} (élargir la fenêtre, ou --format csv)\n",
            en: "… for want of room, without: {left_out} (widen the window, or --format csv)\n");
    }
    text
}

/// How cells are drawn.
struct RenderedTable {
    language: Language,
    ascii: bool,
    comfortable: usize,
    word: usize,
    hyphens: bool,
}

impl RenderedTable {
    /// The narrowest that a column can be: no word is broken, and a sentence does not become a pile
    /// of words.
    fn narrowest(&self, table: &Table, place: usize) -> usize {
        let cells = table
            .rows
            .iter()
            .chain(&table.total)
            .filter_map(|row| row.get(place));
        let texts = cells
            .map(|cell| self.text(cell))
            .chain(table.columns.get(place).cloned());
        let needed = |text: String| {
            let parts = text.split(' ').flat_map(|word| self.parts(word));
            let word = parts.map(UnicodeWidthStr::width).max().unwrap_or(0);
            word.min(self.word).max(text.width().min(self.comfortable))
        };
        texts.map(needed).max().unwrap_or(0)
    }

    /// The parts of a word that may stand on lines of their own.
    fn parts<'t>(&self, word: &'t str) -> Vec<&'t str> {
        if self.hyphens {
            word.split_inclusive('-').collect()
        } else {
            vec![word]
        }
    }

    /// The widths of the columns kept: the narrowest, and what room is left for those that want it
    /// most.
    fn shared_out(
        &self,
        table: &Table,
        kept: &[usize],
        widths: &[usize],
        columns: usize,
    ) -> Vec<usize> {
        let mut given: Vec<usize> = kept.iter().map(|place| widths[*place]).collect();
        let cells = |place: usize| {
            table
                .rows
                .iter()
                .chain(&table.total)
                .filter_map(move |row| row.get(place))
        };
        let wanted: Vec<usize> = kept
            .iter()
            .map(|place| {
                cells(*place)
                    .map(|cell| self.text(cell).width())
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        let room = columns.saturating_sub(given.iter().map(|width| width + 2).sum());
        for _ in 0..room {
            let short = |place: &usize| wanted[*place].saturating_sub(given[*place]);
            match (0..given.len()).max_by_key(|place| (short(place), usize::MAX - place)) {
                Some(place) if short(&place) > 0 => given[place] += 1,
                _ => break,
            }
        }
        given
    }

    /// A text folded at spaces and hyphens.
    fn folded(&self, text: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            for (place, part) in self.parts(word).into_iter().enumerate() {
                let Some(line) = lines.last_mut() else {
                    continue;
                };
                let gap = if place == 0 && !line.is_empty() {
                    " "
                } else {
                    ""
                };
                if line.is_empty() || line.width() + gap.len() + part.width() <= width {
                    line.push_str(gap);
                    line.push_str(part);
                } else {
                    lines.push(part.to_owned());
                }
            }
        }
        lines.join("\n")
    }

    fn grid(&self, table: &Table, kept: &[usize], widths: &[usize], columns: usize) -> String {
        let mut grid = Grid::new();
        grid.load_style(NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic);
        grid.set_width(narrow(columns));
        let own = self
            .hyphens
            .then(|| self.shared_out(table, kept, widths, columns));
        let shown = |rank: usize, text: String| match own.as_ref().and_then(|own| own.get(rank)) {
            Some(width) => Shown::new(self.folded(&text, *width)),
            None => Shown::new(text),
        };
        if table.columns.iter().any(|heading| !heading.is_empty()) {
            let headings = kept
                .iter()
                .filter_map(|place| table.columns.get(*place))
                .enumerate();
            grid.set_header(headings.map(|(rank, heading)| shown(rank, safe::line(heading))));
        }
        for row in table.rows.iter().chain(&table.total) {
            let cells = kept.iter().filter_map(|place| row.get(*place)).enumerate();
            grid.add_row(cells.map(|(rank, cell)| shown(rank, self.text(cell))));
        }
        for (rank, (column, place)) in grid.column_iter_mut().zip(kept.iter().copied()).enumerate()
        {
            if table.is_numeric(place) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            column.set_constraint(match own.as_ref().and_then(|own| own.get(rank)) {
                Some(width) => ColumnConstraint::Absolute(Width::Fixed(narrow(width + 2))),
                None => ColumnConstraint::LowerBoundary(Width::Fixed(narrow(widths[place] + 2))),
            });
        }
        let lines: Vec<String> = grid
            .to_string()
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.join("\n") + "\n"
    }

    fn text(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => match text.char_indices().nth(LONGEST_CELL) {
                Some((end, _)) => safe::line(&text[..end]) + "…",
                None => self.cut(&safe::line(text)),
            },
            Cell::Number(number) => self.language.number(*number),
            Cell::Measure { told, .. } => safe::line(told),
            Cell::Symbol { digit, .. } if self.ascii => digit.to_string(),
            Cell::Symbol { digit, shape } => format!("{digit} {}", glyph(shape)),
            Cell::Nothing => String::new(),
            Cell::Bar { full, hollow } => {
                let (one, other) = if self.ascii {
                    ("#", "-")
                } else {
                    ("█", "░")
                };
                let times = |count: u64| usize::try_from(count.min(LONGEST_BAR)).unwrap_or(0);
                one.repeat(times(*full)) + &other.repeat(times(*hollow))
            }
        }
    }
}

impl RenderedTable {
    /// A text that is one word longer than there is room for, cut; any other as it is.
    fn cut(&self, text: &str) -> String {
        if text.contains(' ') || text.width() <= self.word || self.word == LONGEST_WORD {
            return text.to_owned();
        }
        text.chars().take(self.word - 1).collect::<String>() + "…"
    }
}

/// The sign nearest to a shape among those that terminals have in one column.
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

fn narrow(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
