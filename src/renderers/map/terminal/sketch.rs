//! Sketch of the map: outlines in braille, a letter for each territory with the digits of its
//! dynamics, a key beside.

use crate::views::view::{MapCluster, MapFigure};

use crate::renderers::drawing::rectangle::{Rectangle, as_f64};
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::terminal::braille::{Dots, HIGH, WIDE};
use crate::renderers::map::terminal::key::Key;

use crate::renderers::map::terminal::screen::{LETTERS, Screen, tinted};

/// Columns and rows of the outline.
const COLUMNS: usize = 56;
const ROWS: usize = 37;

/// Columns of the narrowest terminal with space for the outline and its key.
const NARROWEST: usize = 80;

/// Number of dynamics in one place above which their number is written instead of their digits.
const MANY: usize = 8;

/// Distance from home to which a label may be moved, in rows and columns.
const REACH: (i32, i32) = (3, 8);

/// One column of one row: a character, and the theme whose colours it has.
#[derive(Clone, Copy, Default)]
struct Spot {
    character: Option<char>,
    theme: Option<usize>,
}

/// Sketches a figure for a terminal. Returns `None` where the terminal is too narrow.
#[must_use]
pub fn sketch(figure: &MapFigure, screen: Screen) -> Option<String> {
    if screen.columns < NARROWEST {
        return None;
    }
    let frame = Rectangle::new(0.0, 0.0, as_f64(COLUMNS * WIDE), as_f64(ROWS * HIGH));
    let basemap = Basemap::with_inset(figure, frame, 1.0);
    let (dots, spots) = (outlines(&basemap), labels(figure, &basemap));
    let key = Key::new(figure, screen.columns - COLUMNS - 2);
    let mut rows: Vec<String> = spots
        .iter()
        .enumerate()
        .map(|(row, spots)| row_text(spots, &dots, row, figure, screen))
        .collect();
    while rows.last().is_some_and(|row| row.trim().is_empty()) && rows.len() > key.lines.len() {
        rows.pop();
    }
    rows.resize(rows.len().max(key.lines.len()), " ".repeat(COLUMNS));
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        let beside = key.line(index, figure, screen);
        out.push_str(format!("{row}  {beside}").trim_end());
        out.push('\n');
    }
    Some(out)
}

/// The borders of departments, as dots.
fn outlines(basemap: &Basemap) -> Dots {
    let mut dots = Dots::new((COLUMNS, ROWS));
    for (arc, sides) in basemap.arcs.iter().zip(basemap.department_sides()) {
        if sides > 0 {
            dots.line(arc);
        }
    }
    dots
}

/// The labels of all territories, row by row.
fn labels(figure: &MapFigure, basemap: &Basemap) -> Vec<Vec<Spot>> {
    let mut spots = vec![vec![Spot::default(); COLUMNS]; ROWS];
    for (index, cluster) in figure.clusters.iter().enumerate() {
        let projection = &basemap.projection;
        if let Some(point) = projection.point(cluster.longitude, cluster.latitude) {
            let home = (point.x / as_f64(WIDE), point.y / as_f64(HIGH));
            place(&mut spots, &label(figure, cluster, index), home);
        }
    }
    spots
}

/// A letter with digits, or a letter with a number.
fn label(figure: &MapFigure, cluster: &MapCluster, index: usize) -> Vec<Spot> {
    let letter = LETTERS.get(index).map_or('•', |letter| char::from(*letter));
    let digits: Option<Vec<Spot>> = cluster
        .symbols
        .iter()
        .map(|symbol| digit(figure, symbol.theme))
        .collect();
    let digits = digits
        .filter(|digits| digits.len() <= MANY)
        .unwrap_or_else(|| {
            let number = format!("×{}", cluster.symbols.len());
            number.chars().map(plain).collect()
        });
    std::iter::once(plain(letter)).chain(digits).collect()
}

/// A character without colours.
fn plain(character: char) -> Spot {
    Spot {
        character: Some(character),
        theme: None,
    }
}

/// The digit of a theme. Returns `None` where its number has two.
fn digit(figure: &MapFigure, theme: usize) -> Option<Spot> {
    let number = figure.themes.get(theme).map_or(0, |theme| theme.digit);
    let character = char::from_digit(u32::try_from(number).ok()?, 10)?;
    Some(Spot {
        character: Some(character),
        theme: Some(theme),
    })
}

/// Writes a label in the free place nearest to its home, or at home where none is free.
fn place(spots: &mut [Vec<Spot>], label: &[Spot], home: (f64, f64)) {
    let width = whole(as_f64(label.len()));
    let last_row = whole(as_f64(ROWS)) - 1;
    let last_column = whole(as_f64(COLUMNS)) - width;
    let (row, column) = (whole(home.1), whole(home.0) - width / 2);
    let best = places_around(row, column)
        .into_iter()
        .find(|(row, column)| {
            (0..=last_row).contains(row)
                && (0..=last_column).contains(column)
                && is_free(spots, *row, *column, width)
        });
    let (row, column) = best.unwrap_or((row.clamp(0, last_row), column.clamp(0, last_column)));
    for (column, spot) in (column..).zip(label) {
        let position = usize::try_from(row).ok().zip(usize::try_from(column).ok());
        if let Some(target) = position.and_then(|(row, column)| spots.get_mut(row)?.get_mut(column))
        {
            *target = *spot;
        }
    }
}

/// Places around another, the nearest first.
// A row is about twice as high as a column is wide, and a label moved up or down is taken for that
// of another territory more easily: a row counts as three columns.
fn places_around(row: i32, column: i32) -> Vec<(i32, i32)> {
    let mut places: Vec<(i32, i32, i32)> = Vec::new();
    for down in -REACH.0..=REACH.0 {
        for across in -REACH.1..=REACH.1 {
            places.push((down.abs() * 3 + across.abs(), row + down, column + across));
        }
    }
    places.sort_unstable();
    places
        .into_iter()
        .map(|(_, row, column)| (row, column))
        .collect()
}

/// Whether a label and the columns beside it would cover no other label.
fn is_free(spots: &[Vec<Spot>], row: i32, column: i32, width: i32) -> bool {
    ((column - 1).max(0)..=column + width)
        .all(|column| spot(spots, row, column).is_none_or(|spot| spot.character.is_none()))
}

fn spot(spots: &[Vec<Spot>], row: i32, column: i32) -> Option<&Spot> {
    spots
        .get(usize::try_from(row).ok()?)?
        .get(usize::try_from(column).ok()?)
}

/// A length in whole rows or columns.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a terminal, or far off it"
)]
fn whole(length: f64) -> i32 {
    length.floor().clamp(-1e6, 1e6) as i32
}

/// One row of the map.
fn row_text(spots: &[Spot], dots: &Dots, row: usize, figure: &MapFigure, screen: Screen) -> String {
    let mut out = String::new();
    for (column, spot) in spots.iter().enumerate() {
        match spot.character {
            Some(character) => {
                let theme = spot.theme.and_then(|theme| figure.themes.get(theme));
                let character = if screen.ascii && !character.is_ascii() {
                    'x'
                } else {
                    character
                };
                out.push_str(&tinted(&character.to_string(), theme, screen));
            }
            None => out.push(dots.character(column, row, screen.ascii)),
        }
    }
    out
}
