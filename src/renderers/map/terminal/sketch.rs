//! The map in a terminal: outlines in braille, a letter for each territory and the digits of its
//! dynamics, a key beside.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::renderers::safe;
use crate::views::view::{MapCluster, MapFigure, MapTheme};

use crate::renderers::drawing::colour::{channels, fill, on};
use crate::renderers::drawing::rectangle::{Rectangle, measure};
use crate::renderers::drawing::text::language;
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::terminal::braille::{Dots, HIGH, WIDE};

/// Columns of the outline, and the rows that it may have.
const MAP: (usize, usize) = (56, 37);

/// Columns from which there is room for the outline and its key.
pub const NARROWEST: usize = 80;

/// Letters of territories, most dynamics first; those after the last have a dot and are named in
/// the list only.
const LETTERS: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Above so many dynamics in one place, their number is written instead of their digits.
const MANY: usize = 8;

/// How far from its home a label may be moved, in rows and columns.
const REACH: (i32, i32) = (3, 8);

/// What a terminal shows.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Its columns.
    pub columns: usize,
    /// Only plain characters.
    pub ascii: bool,
    /// Whether colours may be used.
    pub colour: bool,
}

/// One column of one row: a character, and the theme whose colours it has.
#[derive(Clone, Copy, Default)]
struct Spot {
    shown: Option<char>,
    theme: Option<usize>,
}

/// Draws a figure for a terminal; nothing where it is too narrow.
#[must_use]
pub fn sketch(figure: &MapFigure, screen: Screen) -> Option<String> {
    if screen.columns < NARROWEST {
        return None;
    }
    let frame = Rectangle::new(0.0, 0.0, measure(MAP.0 * WIDE), measure(MAP.1 * HIGH));
    let basemap = Basemap::inset(figure, frame, 1.0);
    let mut dots = Dots::new(MAP);
    let sides = basemap.department_sides();
    for (arc, _) in basemap
        .arcs
        .iter()
        .zip(&sides)
        .filter(|(_, sides)| **sides > 0)
    {
        dots.line(arc);
    }
    let mut spots = vec![vec![Spot::default(); MAP.0]; MAP.1];
    for (place, cluster) in figure.clusters.iter().enumerate() {
        let Some(at) = basemap.fit.point(cluster.longitude, cluster.latitude) else {
            continue;
        };
        write(
            &mut spots,
            &label(figure, cluster, place),
            (at.x / measure(WIDE), at.y / measure(HIGH)),
        );
    }
    let key = key(figure, screen.columns - MAP.0 - 2);
    let mut rows: Vec<String> = (0..MAP.1)
        .map(|row| drawn(&spots[row], &dots, row, figure, screen))
        .collect();
    while rows.last().is_some_and(|row| row.trim().is_empty()) && rows.len() > key.len() {
        rows.pop();
    }
    rows.resize(rows.len().max(key.len()), " ".repeat(MAP.0));
    let mut out = String::new();
    for (place, row) in rows.iter().enumerate() {
        let beside = key
            .get(place)
            .map(|line| line.shown(figure, screen))
            .unwrap_or_default();
        out.push_str(format!("{row}  {beside}").trim_end());
        out.push('\n');
    }
    Some(out)
}

/// A letter and digits, or a letter and a number.
fn label(figure: &MapFigure, cluster: &MapCluster, place: usize) -> Vec<Spot> {
    let plain = |shown: char| Spot {
        shown: Some(shown),
        theme: None,
    };
    let letter = LETTERS.get(place).map_or('•', |letter| char::from(*letter));
    let digit = |theme: usize| {
        let digit = figure.themes.get(theme).map_or(0, |theme| theme.digit);
        u32::try_from(digit)
            .ok()
            .and_then(|digit| char::from_digit(digit, 10))
    };
    let digits: Option<Vec<Spot>> = cluster
        .symbols
        .iter()
        .map(|symbol| {
            digit(symbol.theme).map(|shown| Spot {
                shown: Some(shown),
                theme: Some(symbol.theme),
            })
        })
        .collect();
    let number = || {
        format!("×{}", cluster.symbols.len())
            .chars()
            .map(plain)
            .collect()
    };
    let digits = digits
        .filter(|digits| digits.len() <= MANY)
        .unwrap_or_else(number);
    std::iter::once(plain(letter)).chain(digits).collect()
}

/// Writes a label at the free place nearest to its home, or at home where none is free.
fn write(spots: &mut [Vec<Spot>], label: &[Spot], home: (f64, f64)) {
    let width = cell(measure(label.len()));
    let most = (cell(measure(MAP.1)) - 1, cell(measure(MAP.0)) - width);
    let (row, column) = (cell(home.1), cell(home.0) - width / 2);
    let mut places: Vec<(i32, i32, i32)> = Vec::new();
    for down in -REACH.0..=REACH.0 {
        for across in -REACH.1..=REACH.1 {
            places.push((down.abs() * 3 + across.abs(), row + down, column + across));
        }
    }
    places.sort_unstable();
    let inside = |(_, row, column): &(i32, i32, i32)| {
        (0..=most.0).contains(row) && (0..=most.1).contains(column)
    };
    let free = |(_, row, column): &(i32, i32, i32)| {
        let range = (column - 1).max(0)..=column + width;
        range
            .into_iter()
            .all(|at| spot(spots, *row, at).is_none_or(|spot| spot.shown.is_none()))
    };
    let best = places
        .iter()
        .filter(|place| inside(place))
        .find(|place| free(place));
    let (row, column) = best.map_or(
        (row.clamp(0, most.0), column.clamp(0, most.1)),
        |(_, row, column)| (*row, *column),
    );
    for (place, shown) in (column..).zip(label) {
        let place = usize::try_from(row).ok().zip(usize::try_from(place).ok());
        if let Some(spot) = place.and_then(|(row, place)| spots.get_mut(row)?.get_mut(place)) {
            *spot = *shown;
        }
    }
}

fn spot(spots: &[Vec<Spot>], row: i32, column: i32) -> Option<&Spot> {
    spots
        .get(usize::try_from(row).ok()?)?
        .get(usize::try_from(column).ok()?)
}

/// A measure in whole cells.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a terminal, or far off it"
)]
fn cell(measure: f64) -> i32 {
    measure.floor().clamp(-1e6, 1e6) as i32
}

/// One row of the map.
fn drawn(spots: &[Spot], dots: &Dots, row: usize, figure: &MapFigure, screen: Screen) -> String {
    let mut out = String::new();
    for (column, spot) in spots.iter().enumerate() {
        match spot.shown {
            Some(shown) => {
                let theme = spot.theme.and_then(|theme| figure.themes.get(theme));
                let plain = if screen.ascii && !shown.is_ascii() {
                    'x'
                } else {
                    shown
                };
                out.push_str(&tinted(&plain.to_string(), theme, screen));
            }
            None => out.push(dots.character(column, row, screen.ascii)),
        }
    }
    out
}

/// A text in a theme's colours, where colours may be used.
fn tinted(text: &str, theme: Option<&MapTheme>, screen: Screen) -> String {
    let Some(theme) = theme.filter(|_| screen.colour) else {
        return text.to_owned();
    };
    let below = fill(&theme.fill);
    let [below, above] = [below, on(below)].map(|colour| {
        let [red, green, blue] = channels(colour).unwrap_or_default();
        format!("{red};{green};{blue}")
    });
    format!("\x1b[48;2;{below}m\x1b[38;2;{above}m{text}\x1b[0m")
}

/// A line of the key: what leads it, in a theme's colours or not, its words, and what ends it.
struct Line {
    lead: String,
    theme: Option<usize>,
    words: String,
    count: String,
    width: usize,
    /// Columns of the widest words before a count, so that counts stand below each other.
    widest: usize,
}

impl Line {
    fn shown(&self, figure: &MapFigure, screen: Screen) -> String {
        let theme = self.theme.and_then(|theme| figure.themes.get(theme));
        let lead = tinted(&self.lead, theme, screen);
        let taken = self.lead.width() + usize::from(!self.lead.is_empty()) + self.count.width() + 1;
        let free_space = self.width.saturating_sub(taken);
        let words = shortened(&self.words, free_space);
        let after = if self.count.is_empty() {
            0
        } else {
            self.widest.min(free_space).saturating_sub(words.width()) + 1
        };
        let gap = " ".repeat(after);
        let apart = if self.lead.is_empty() { "" } else { " " };
        let line = format!("{lead}{apart}{words}{gap}{}", self.count);
        if screen.ascii {
            line.replace('…', "~").replace('×', "x")
        } else {
            line
        }
    }
}

/// The words that fit into so many columns.
fn shortened(words: &str, free_space: usize) -> String {
    let words = safe::line(words);
    if words.width() <= free_space {
        return words;
    }
    let mut left = free_space.saturating_sub(1);
    let fits = |character: &char| {
        let width = character.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    let start: String = words.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// Themes with their counts, then territories by letter, then what has no place.
fn key(figure: &MapFigure, width: usize) -> Vec<Line> {
    let numbers = language(&figure.words);
    let widest = figure
        .themes
        .iter()
        .map(|theme| theme.label.width())
        .max()
        .unwrap_or(0);
    let line = |lead: String, theme: Option<usize>, words: &str, count: String| Line {
        lead,
        theme,
        words: words.to_owned(),
        count,
        width,
        widest,
    };
    let blank = || line(String::new(), None, "", String::new());
    let mut lines = vec![line(
        String::new(),
        None,
        &figure.words.themes,
        String::new(),
    )];
    for (place, theme) in figure.themes.iter().enumerate() {
        let count = format!("{:>3}", numbers.number(theme.count));
        lines.push(line(
            theme.digit.to_string(),
            Some(place),
            &theme.label,
            count,
        ));
    }
    lines.push(blank());
    lines.push(line(
        String::new(),
        None,
        &figure.words.territories,
        String::new(),
    ));
    for (letter, cluster) in LETTERS.iter().zip(&figure.clusters) {
        lines.push(line(
            char::from(*letter).to_string(),
            None,
            &cluster.label,
            String::new(),
        ));
    }
    if !figure.region_wide.is_empty() {
        lines.push(blank());
        let count = numbers.number(figure.region_wide.len() as u64);
        lines.push(line(String::new(), None, &figure.words.region_wide, count));
    }
    let by_count = figure
        .tray
        .iter()
        .fold(0, |sum: u64, tray| sum.saturating_add(tray.by_count));
    let unplaced = figure
        .tray
        .iter()
        .fold(0, |sum: u64, tray| sum.saturating_add(tray.unplaced));
    if by_count + unplaced > 0 {
        lines.push(blank());
        lines.push(line(String::new(), None, &figure.words.tray, String::new()));
    }
    for (count, words) in [
        (unplaced, &figure.words.unplaced),
        (by_count, &figure.words.by_count),
    ] {
        if count > 0 {
            lines.push(line(numbers.number(count), None, words, String::new()));
        }
    }
    lines
}
