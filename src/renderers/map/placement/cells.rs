//! Symbols in centred rows: one a dynamic, or one a theme with its number where they are many.

use std::collections::BTreeMap;

use crate::views::view::MapSymbol;

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::text::bold;
use crate::renderers::map::symbols::{HALF, Style};

/// Distance between symbols of a row, and between rows, at scale 1.
const PITCH: (f64, f64) = (30.5, 28.5);

/// Small, medium and large symbols, beside each other.
pub(in crate::renderers::map) const SIZES: [f64; 3] = [0.76, 1.0, 1.32];

/// Above so many dynamics in one place, symbols stand for themes.
const MANY: usize = 8;

/// Size of the number beside a symbol, at scale 1.
pub(in crate::renderers::map) const NUMBER_SIZE: f64 = 14.0;

/// What a number adds to the pitch beside its own width, at scale 1.
const ASIDE: f64 = 8.0;

/// One symbol, and how many dynamics it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Index into the themes.
    pub theme: usize,
    /// Full where the dynamics are counted here.
    pub style: Style,
    /// Dynamics it stands for; the number is written from two on, or always where `numbered`.
    pub count: u64,
    /// Whether the number is written even when it is 1.
    pub numbered: bool,
    /// How large it is beside the others.
    pub size: f64,
    /// Id of the dynamic, where it stands for one.
    pub dynamic: String,
    /// Name of the dynamic, where it stands for one.
    pub name: String,
    /// Middle of the symbol.
    pub at: Point,
}

/// Symbols arranged around the origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    /// In reading order, each at its place.
    pub cells: Vec<Cell>,
    /// What they cover.
    pub bounds: Rectangle,
}

impl Cell {
    /// A symbol for so many dynamics of a theme, always with its number.
    pub(in crate::renderers::map) fn counted(theme: usize, style: Style, count: u64) -> Self {
        Self {
            numbered: true,
            ..Self::of(theme, style, count)
        }
    }

    /// A hollow symbol without a number.
    pub(in crate::renderers::map) fn single(theme: usize) -> Self {
        Self::of(theme, Style::Hollow, 1)
    }

    fn of(theme: usize, style: Style, count: u64) -> Self {
        let (dynamic, name) = (String::new(), String::new());
        Self {
            theme,
            style,
            count,
            numbered: false,
            size: 1.0,
            dynamic,
            name,
            at: Point::default(),
        }
    }

    /// The number beside the symbol, where there is one.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        (self.numbered || self.count > 1).then(|| format!("×{}", self.count))
    }

    /// What the symbol itself covers at a scale.
    #[must_use]
    pub fn symbol(&self, scale: f64) -> Rectangle {
        let scale = scale * self.size;
        Rectangle::around(self.at, 2.0 * HALF.0 * scale, 2.0 * HALF.1 * scale)
    }
}

/// The symbols of a place: one a dynamic up to eight, else one for each theme and style.
pub(in crate::renderers::map) fn gather(symbols: &[MapSymbol]) -> Vec<Cell> {
    let style = |symbol: &MapSymbol| {
        if symbol.full {
            Style::Full
        } else {
            Style::Hollow
        }
    };
    if symbols.len() <= MANY {
        let single = |symbol: &MapSymbol| Cell {
            dynamic: symbol.dynamic.clone(),
            name: symbol.name.clone(),
            size: SIZES[symbol.size as usize],
            ..Cell::of(symbol.theme, style(symbol), 1)
        };
        return symbols.iter().map(single).collect();
    }
    let mut counts: BTreeMap<(usize, Style), u64> = BTreeMap::new();
    for symbol in symbols {
        *counts.entry((symbol.theme, style(symbol))).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|((theme, style), count)| Cell::of(theme, style, count))
        .collect()
}

/// The columns that look well: one row up to three cells, four in a square, else a
/// little wider than high, fewer where numbers widen them.
pub(in crate::renderers::map) fn columns(cells: &[Cell]) -> usize {
    let wide = cells.iter().any(|cell| cell.number().is_some());
    let tenths = if wide { 7 } else { 13 };
    match cells.len() {
        few @ ..=3 => few,
        4 => 2,
        many => (1..many)
            .find(|columns| columns * columns * 10 >= many * tenths)
            .unwrap_or(many),
    }
}

/// Where a row stands that is shorter than the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::renderers::map) enum Rows {
    Centred,
    FromTheLeft,
}

/// Arranges cells in rows around the origin, at a scale.
pub(in crate::renderers::map) fn arrange(
    mut cells: Vec<Cell>,
    columns: usize,
    rows: Rows,
    scale: f64,
) -> Cells {
    if cells.is_empty() {
        return Cells::default();
    }
    let number = |cell: &Cell| {
        cell.number()
            .map_or(0.0, |text| bold(NUMBER_SIZE).width(&text) + ASIDE)
    };
    let widest = cells.iter().map(number).fold(0.0, f64::max);
    let aside = |cell: &Cell| {
        if rows == Rows::Centred {
            number(cell)
        } else {
            widest
        }
    };
    let largest = cells.iter().map(|cell| cell.size).fold(0.0, f64::max);
    let down = PITCH.1 * largest * scale;
    let columns = columns.clamp(1, cells.len());
    let height = measure(cells.len().div_ceil(columns)) * down;
    let mut broadest: f64 = 0.0;
    for (row, cells) in cells.chunks_mut(columns).enumerate() {
        let width = |cell: &Cell| (PITCH.0 * cell.size + aside(cell)) * scale;
        let own: f64 = cells.iter().map(width).sum();
        let full = (PITCH.0 + widest) * scale * measure(columns);
        let mut x = if rows == Rows::Centred {
            -own / 2.0
        } else {
            -full / 2.0
        };
        broadest = broadest.max(if rows == Rows::Centred { own } else { full });
        for cell in cells {
            cell.at = Point::new(
                x + PITCH.0 * cell.size * scale / 2.0,
                (measure(row) + 0.5) * down - height / 2.0,
            );
            x += width(cell);
        }
    }
    Cells {
        cells,
        bounds: Rectangle::around(Point::default(), broadest, height),
    }
}

impl Cells {
    /// The same cells elsewhere.
    pub(in crate::renderers::map) fn moved(mut self, dx: f64, dy: f64) -> Self {
        for cell in &mut self.cells {
            cell.at = cell.at.moved(dx, dy);
        }
        self.bounds = self.bounds.moved(dx, dy);
        self
    }
}
