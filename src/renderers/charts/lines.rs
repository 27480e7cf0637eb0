//! Bars and timelines as lines of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::language::Language;
use crate::renderers::safe;
use crate::views::view::{Bars, Timeline, TimelineRow};

/// Columns of the widest label of a timeline.
const LABEL: usize = 30;

/// What bars are drawn with, one sign a series: for terminals, and with plain characters only.
const SIGNS: [[char; 4]; 2] = [['█', '▒', '░', '▪'], ['#', '=', '-', '.']];

/// Bars within so many columns.
#[must_use]
pub fn bars(figure: &Bars, columns: usize, language: Language, ascii: bool) -> String {
    let signs = SIGNS[usize::from(ascii)];
    let left = widest(figure.bars.iter().map(|bar| &*bar.label), columns / 2);
    let room = columns.saturating_sub(left + 12).clamp(10, 60);
    let whole = |values: &[f64]| -> f64 {
        if figure.stacked {
            values.iter().sum()
        } else {
            values.iter().copied().fold(0.0, f64::max)
        }
    };
    let most = figure
        .bars
        .iter()
        .map(|bar| whole(&bar.values))
        .fold(0.0, f64::max);
    let length = |value: f64| {
        let share = if most > 0.0 { value / most } else { 0.0 };
        (0..room)
            .filter(|place| half_past(*place) <= share * half_past(room))
            .count()
    };
    let mut out = String::new();
    for bar in &figure.bars {
        let drawn: Vec<(String, f64)> = bar
            .values
            .iter()
            .enumerate()
            .map(|(place, value)| {
                (
                    signs[place % signs.len()]
                        .to_string()
                        .repeat(length(*value)),
                    *value,
                )
            })
            .collect();
        let lines: Vec<(String, f64)> = if figure.stacked {
            vec![(
                drawn.iter().map(|(signs, _)| &**signs).collect(),
                whole(&bar.values),
            )]
        } else {
            drawn
        };
        for (place, (signs, value)) in lines.into_iter().enumerate() {
            let label = if place == 0 {
                padded(&bar.label, left)
            } else {
                " ".repeat(left)
            };
            out.push_str(format!("{label}  {signs} {}", language.decimal(value, 1)).trim_end());
            out.push('\n');
        }
    }
    if figure.series.len() > 1 {
        let named = figure.series.iter().enumerate();
        let named = named
            .map(|(place, name)| format!("{} {}", signs[place % signs.len()], safe::line(name)));
        out.push_str(&format!("{}\n", named.collect::<Vec<_>>().join("  ")));
    }
    out
}

/// The middle of a column, as a measure.
fn half_past(place: usize) -> f64 {
    f64::from(u32::try_from(place).unwrap_or(u32::MAX)) + 0.5
}

/// A timeline within so many columns.
#[must_use]
pub fn timeline(figure: &Timeline, columns: usize, ascii: bool) -> String {
    let left = widest(figure.rows.iter().map(|row| &*row.label), LABEL);
    let remark = figure
        .rows
        .iter()
        .map(|row| row.remark.width())
        .max()
        .unwrap_or(0);
    let room = columns.saturating_sub(left + remark + 4).max(20);
    let years = usize::from(figure.last.saturating_sub(figure.first)) + 1;
    let axis = Axis {
        first: f64::from(figure.first),
        room,
        years,
    };
    let mut out = format!("{}  {}\n", " ".repeat(left), axis.heading(figure.first));
    for row in &figure.rows {
        let cells = axis.cells(row, ascii);
        out.push_str(
            format!(
                "{}  {cells}  {}",
                padded(&row.label, left),
                safe::line(&row.remark)
            )
            .trim_end(),
        );
        out.push('\n');
    }
    let told = figure
        .marks
        .iter()
        .enumerate()
        .map(|(place, words)| format!("{} {}", place + 1, safe::line(words)));
    out.push_str(&crate::renderers::prose::fold(
        &told.collect::<Vec<_>>().join(" · "),
        columns,
    ));
    out.push('\n');
    out
}

/// Columns along years.
struct Axis {
    first: f64,
    room: usize,
    years: usize,
}

impl Axis {
    /// The column of a moment: the last that begins no later.
    fn column(&self, moment: f64) -> usize {
        let share = ((moment - self.first) / half_past(self.years)).clamp(0.0, 1.0);
        (1..self.width())
            .take_while(|place| half_past(*place) - 0.5 <= share * half_past(self.width()))
            .count()
    }

    /// Every year as wide as the next where they fit.
    fn width(&self) -> usize {
        (self.room / self.years * self.years).max(self.room.min(self.years))
    }

    fn heading(&self, first: u16) -> String {
        let mut line: Vec<char> = vec![' '; self.width() + 4];
        let mut free = 0;
        for (place, year) in (first..).take(self.years).enumerate() {
            let at = place * self.width() / self.years;
            if at >= free && at + 4 <= self.width() + 3 {
                year.to_string()
                    .chars()
                    .enumerate()
                    .for_each(|(step, digit)| line[at + step] = digit);
                free = at + 5;
            }
        }
        line.into_iter().collect::<String>().trim_end().to_owned()
    }

    fn cells(&self, row: &TimelineRow, ascii: bool) -> String {
        let (band, end) = if ascii { ('-', '>') } else { ('─', '→') };
        let mut line: Vec<char> = vec![' '; self.width()];
        for span in &row.spans {
            let (from, to) = (self.column(span.from), self.column(span.to));
            line.iter_mut()
                .take(to + 1)
                .skip(from)
                .for_each(|cell| *cell = band);
            if let Some(cell) = line.get_mut(to).filter(|_| span.open) {
                *cell = end;
            }
        }
        let mut free = 0;
        for mark in &row.marks {
            let at = self.column(mark.at).max(free);
            let digit =
                char::from_digit(u32::try_from(mark.number).unwrap_or(0), 10).unwrap_or('*');
            if let Some(cell) = line.get_mut(at) {
                *cell = digit;
            }
            free = at + 1;
        }
        line.into_iter().collect()
    }
}

fn widest<'l>(labels: impl Iterator<Item = &'l str>, most: usize) -> usize {
    labels
        .map(|label| safe::line(label).width())
        .max()
        .unwrap_or(0)
        .min(most)
}

/// A label in so many columns, shortened where it is longer.
fn padded(label: &str, columns: usize) -> String {
    let label = safe::line(label);
    if label.width() <= columns {
        return format!("{label}{}", " ".repeat(columns - label.width()));
    }
    let mut room = columns - 1;
    let fits = |character: &char| {
        let width = character.width().unwrap_or(0);
        let enough = width <= room;
        room = room.saturating_sub(width);
        enough
    };
    let short: String = label.chars().take_while(fits).collect();
    let missing = columns - 1 - short.width();
    format!("{short}…{}", " ".repeat(missing))
}
