//! Bars and timelines as lines of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::language::Language;
use crate::renderers::{prose, safe};
use crate::views::view::{Bar, Bars, Timeline, TimelineRow};

/// Columns of the widest label of a timeline.
const WIDEST_LABEL: usize = 30;

/// Signs of series in bars, for terminals in general and for plain ASCII.
const SIGNS: [char; 4] = ['█', '▒', '░', '▪'];
const ASCII_SIGNS: [char; 4] = ['#', '=', '-', '.'];

/// Fewest and most columns of the longest bar.
const BAR_COLUMNS: (usize, usize) = (10, 60);

/// Scale and label column of all bars.
struct Scale<'f> {
    figure: &'f Bars,
    /// Columns of labels.
    label: usize,
    /// Columns of the longest bar.
    longest: usize,
    /// Value of the longest bar.
    highest: f64,
    signs: [char; 4],
}

/// Bars within a number of columns.
#[must_use]
pub fn bars(figure: &Bars, columns: usize, language: Language, ascii: bool) -> String {
    let label = widest(figure.bars.iter().map(|bar| &*bar.label), columns / 2);
    let scale = Scale {
        figure,
        label,
        longest: columns
            .saturating_sub(label + 12)
            .clamp(BAR_COLUMNS.0, BAR_COLUMNS.1),
        highest: figure
            .bars
            .iter()
            .map(|bar| length(bar, figure.stacked))
            .fold(0.0, f64::max),
        signs: if ascii { ASCII_SIGNS } else { SIGNS },
    };
    let mut out: String = figure
        .bars
        .iter()
        .map(|bar| scale.bar(bar, language))
        .collect();
    if figure.series.len() > 1 {
        let named = figure
            .series
            .iter()
            .enumerate()
            .map(|(series, name)| format!("{} {}", scale.sign(series), safe::line(name)));
        out.push_str(&format!("{}\n", named.collect::<Vec<_>>().join("  ")));
    }
    out
}

/// The value that a bar reaches: the sum of its values if they are stacked, else the highest.
fn length(bar: &Bar, stacked: bool) -> f64 {
    if stacked {
        bar.values.iter().sum()
    } else {
        bar.values.iter().copied().fold(0.0, f64::max)
    }
}

impl Scale<'_> {
    fn sign(&self, series: usize) -> char {
        let [first, second, third, fourth] = self.signs;
        match series % 4 {
            0 => first,
            1 => second,
            2 => third,
            _ => fourth,
        }
    }

    /// Signs of a series, as many as its value is long.
    fn signs_of(&self, series: usize, value: f64) -> String {
        let share = if self.highest > 0.0 {
            value / self.highest
        } else {
            0.0
        };
        let columns = (0..self.longest)
            .filter(|column| middle(*column) <= share * middle(self.longest))
            .count();
        self.sign(series).to_string().repeat(columns)
    }

    /// The lines of a bar: one if it is stacked, else one for each series.
    fn bar(&self, bar: &Bar, language: Language) -> String {
        let signs = bar
            .values
            .iter()
            .enumerate()
            .map(|(series, value)| self.signs_of(series, *value));
        let lines: Vec<(String, f64)> = if self.figure.stacked {
            vec![(signs.collect(), length(bar, true))]
        } else {
            signs.zip(bar.values.iter().copied()).collect()
        };
        let mut out = String::new();
        for (index, (signs, value)) in lines.into_iter().enumerate() {
            let label = if index == 0 {
                padded(&bar.label, self.label)
            } else {
                " ".repeat(self.label)
            };
            let value = language.decimal(value, 1);
            out.push_str(format!("{label}  {signs} {value}").trim_end());
            out.push('\n');
        }
        out
    }
}

/// The middle of a column, counted from the left.
fn middle(column: usize) -> f64 {
    f64::from(u32::try_from(column).unwrap_or(u32::MAX)) + 0.5
}

/// A timeline within a number of columns.
#[must_use]
pub fn timeline(figure: &Timeline, columns: usize, ascii: bool) -> String {
    let label = widest(figure.rows.iter().map(|row| &*row.label), WIDEST_LABEL);
    let remark = figure
        .rows
        .iter()
        .map(|row| row.remark.width())
        .max()
        .unwrap_or(0);
    let axis = Axis {
        first: f64::from(figure.first),
        space: columns.saturating_sub(label + remark + 4).max(20),
        years: usize::from(figure.last.saturating_sub(figure.first)) + 1,
    };
    let mut out = format!("{}  {}\n", " ".repeat(label), axis.heading(figure.first));
    for row in &figure.rows {
        let (label, remark) = (padded(&row.label, label), safe::line(&row.remark));
        let line = format!("{label}  {}  {remark}", axis.cells(row, ascii));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    let marks: Vec<String> = figure
        .marks
        .iter()
        .zip(1..)
        .map(|(words, number)| format!("{number} {}", safe::line(words)))
        .collect();
    out.push_str(&prose::fold(&marks.join(" · "), columns));
    out.push('\n');
    out
}

/// Axis of years in columns.
struct Axis {
    first: f64,
    /// Columns that are free for the axis.
    space: usize,
    years: usize,
}

impl Axis {
    /// The column of a moment: the last that starts no later.
    fn column(&self, moment: f64) -> usize {
        let share = ((moment - self.first) / middle(self.years)).clamp(0.0, 1.0);
        (1..self.width())
            .take_while(|column| middle(*column) - 0.5 <= share * middle(self.width()))
            .count()
    }

    /// Columns of the axis: a multiple of the years where that fits, so that all are equally wide.
    fn width(&self) -> usize {
        (self.space / self.years * self.years).max(self.space.min(self.years))
    }

    /// The line of years, as many as fit.
    fn heading(&self, first: u16) -> String {
        let mut line: Vec<char> = vec![' '; self.width() + 4];
        let mut free = 0;
        for (index, year) in (first..).take(self.years).enumerate() {
            let start = index * self.width() / self.years;
            if start >= free && start + 4 <= self.width() + 3 {
                let digits = year.to_string();
                for (sign, digit) in line.iter_mut().skip(start).zip(digits.chars()) {
                    *sign = digit;
                }
                free = start + 5;
            }
        }
        line.into_iter().collect::<String>().trim_end().to_owned()
    }

    /// The line of a row: its periods, and the numbers of its marks on them.
    fn cells(&self, row: &TimelineRow, ascii: bool) -> String {
        let (band, open_end) = if ascii { ('-', '>') } else { ('─', '→') };
        let mut line: Vec<char> = vec![' '; self.width()];
        for span in &row.spans {
            let (from, to) = (self.column(span.from), self.column(span.to));
            for cell in line.iter_mut().take(to + 1).skip(from) {
                *cell = band;
            }
            if let Some(cell) = line.get_mut(to).filter(|_| span.open) {
                *cell = open_end;
            }
        }
        let mut free = 0;
        for mark in &row.marks {
            let column = self.column(mark.at).max(free);
            let digit = u32::try_from(mark.number).unwrap_or(0);
            if let Some(cell) = line.get_mut(column) {
                *cell = char::from_digit(digit, 10).unwrap_or('*');
            }
            free = column + 1;
        }
        line.into_iter().collect()
    }
}

/// Columns of the widest label, up to a limit.
fn widest<'l>(labels: impl Iterator<Item = &'l str>, limit: usize) -> usize {
    labels
        .map(|label| safe::line(label).width())
        .max()
        .unwrap_or(0)
        .min(limit)
}

/// A label padded to a number of columns, or shortened where it is longer.
fn padded(label: &str, columns: usize) -> String {
    let label = safe::line(label);
    if label.width() <= columns {
        return format!("{label}{}", " ".repeat(columns - label.width()));
    }
    let mut left = columns - 1;
    let start: String = label
        .chars()
        .take_while(|character| {
            let width = character.width().unwrap_or(0);
            let fits = width <= left;
            left = left.saturating_sub(width);
            fits
        })
        .collect();
    let missing = columns - 1 - start.width();
    format!("{start}…{}", " ".repeat(missing))
}
