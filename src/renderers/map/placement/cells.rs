//! Symbols in rows: one for each dynamic, or one for each theme with its number where they are
//! many.

use std::collections::BTreeMap;

use crate::views::view::{MapSize, MapSymbol};

use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::drawing::text::bold;
use crate::renderers::map::symbols::{HALF, Style};

/// Distance between symbols of a row, and between rows, in pixels at scale 1.
const PITCH: (f64, f64) = (30.5, 28.5);

/// Relative sizes of small, medium and large symbols.
pub(in crate::renderers::map) const SIZES: [f64; 3] = [0.76, 1.0, 1.32];

/// Number of dynamics in one place above which symbols represent themes.
const MANY: usize = 8;

/// Size of the number beside a symbol, in pixels at scale 1.
pub(in crate::renderers::map) const NUMBER_SIZE: f64 = 14.0;

/// Pixels that a number adds to the pitch in addition to its own width, at scale 1.
const BEFORE_NUMBER: f64 = 8.0;

/// A symbol that represents one dynamic or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Index into the themes.
    pub theme: usize,
    /// Full where the dynamics are counted in this place.
    pub style: Style,
    /// Number of dynamics; written from two on, or always where `numbered`.
    pub count: u64,
    /// Whether the number is written even when it is 1.
    pub numbered: bool,
    /// Size relative to the other symbols.
    pub size: f64,
    /// Id of the dynamic; empty for several.
    pub dynamic: String,
    /// Name of the dynamic; empty for several.
    pub name: String,
    /// Middle of the symbol.
    pub centre: Point,
}

/// Symbols arranged around the origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    /// Symbols in reading order.
    pub cells: Vec<Cell>,
    /// Area that they cover.
    pub bounds: Rectangle,
}

impl Cell {
    /// A symbol for `count` dynamics of a theme, always with its number.
    pub(in crate::renderers::map) fn counted(theme: usize, style: Style, count: u64) -> Self {
        Self {
            numbered: true,
            ..Self::new(theme, style, count)
        }
    }

    /// A hollow symbol without a number.
    pub(in crate::renderers::map) fn single(theme: usize) -> Self {
        Self::new(theme, Style::Hollow, 1)
    }

    fn new(theme: usize, style: Style, count: u64) -> Self {
        Self {
            theme,
            style,
            count,
            numbered: false,
            size: 1.0,
            dynamic: String::new(),
            name: String::new(),
            centre: Point::default(),
        }
    }

    /// The symbol of one dynamic.
    fn of_dynamic(symbol: &MapSymbol) -> Self {
        Self {
            dynamic: symbol.dynamic.clone(),
            name: symbol.name.clone(),
            size: scale(symbol.size),
            ..Self::new(symbol.theme, style(symbol), 1)
        }
    }

    /// The number beside the symbol. Returns `None` where it is not written.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        (self.numbered || self.count > 1).then(|| format!("×{}", self.count))
    }

    /// Pixels that the number adds to the width of the symbol, at scale 1.
    fn number_width(&self) -> f64 {
        self.number()
            .map_or(0.0, |text| bold(NUMBER_SIZE).width(&text) + BEFORE_NUMBER)
    }

    /// Area of the symbol itself, at a scale.
    #[must_use]
    pub fn symbol(&self, scale: f64) -> Rectangle {
        let scale = scale * self.size;
        Rectangle::around(self.centre, 2.0 * HALF.0 * scale, 2.0 * HALF.1 * scale)
    }
}

fn style(symbol: &MapSymbol) -> Style {
    if symbol.full {
        Style::Full
    } else {
        Style::Hollow
    }
}

/// The symbols of a place: one for each dynamic up to eight, else one for each theme and style.
pub(in crate::renderers::map) fn gather(symbols: &[MapSymbol]) -> Vec<Cell> {
    if symbols.len() <= MANY {
        return symbols.iter().map(Cell::of_dynamic).collect();
    }
    let mut counts: BTreeMap<(usize, Style), u64> = BTreeMap::new();
    for symbol in symbols {
        *counts.entry((symbol.theme, style(symbol))).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|((theme, style), count)| Cell::new(theme, style, count))
        .collect()
}

/// Number of columns that looks best: one row up to three cells, four in a square, else a block a
/// little wider than high, with fewer columns where numbers widen the cells.
pub(in crate::renderers::map) fn best_columns(cells: &[Cell]) -> usize {
    let is_wide = cells.iter().any(|cell| cell.number().is_some());
    // Square of the columns for ten cells: ten cells make four columns, or three with numbers.
    let tenths = if is_wide { 7 } else { 13 };
    match cells.len() {
        few @ ..=3 => few,
        4 => 2,
        many => (1..many)
            .find(|columns| columns * columns * 10 >= many * tenths)
            .unwrap_or(many),
    }
}

/// Alignment of a row that is shorter than the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::renderers::map) enum RowAlignment {
    Centre,
    Left,
}

/// Arranges cells in rows around the origin, at a scale.
pub(in crate::renderers::map) fn arrange(
    mut cells: Vec<Cell>,
    columns: usize,
    alignment: RowAlignment,
    scale: f64,
) -> Cells {
    if cells.is_empty() {
        return Cells::default();
    }
    let widest_number = cells.iter().map(Cell::number_width).fold(0.0, f64::max);
    let largest = cells.iter().map(|cell| cell.size).fold(0.0, f64::max);
    let columns = columns.clamp(1, cells.len());
    let row_height = PITCH.1 * largest * scale;
    let height = as_f64(cells.len().div_ceil(columns)) * row_height;
    let full_width = (PITCH.0 + widest_number) * scale * as_f64(columns);
    let mut widest_row: f64 = 0.0;
    for (row, cells) in cells.chunks_mut(columns).enumerate() {
        // In columns, every number has the width of the widest.
        let widths: Vec<f64> = cells
            .iter()
            .map(|cell| match alignment {
                RowAlignment::Centre => (PITCH.0 * cell.size + cell.number_width()) * scale,
                RowAlignment::Left => (PITCH.0 * cell.size + widest_number) * scale,
            })
            .collect();
        let row_width = match alignment {
            RowAlignment::Centre => widths.iter().sum(),
            RowAlignment::Left => full_width,
        };
        widest_row = widest_row.max(row_width);
        let y = (as_f64(row) + 0.5) * row_height - height / 2.0;
        let mut x = -row_width / 2.0;
        for (cell, width) in cells.iter_mut().zip(widths) {
            cell.centre = Point::new(x + PITCH.0 * cell.size * scale / 2.0, y);
            x += width;
        }
    }
    Cells {
        cells,
        bounds: Rectangle::around(Point::default(), widest_row, height),
    }
}

impl Cells {
    /// The cells, moved.
    pub(in crate::renderers::map) fn moved(mut self, dx: f64, dy: f64) -> Self {
        for cell in &mut self.cells {
            cell.centre = cell.centre.moved(dx, dy);
        }
        self.bounds = self.bounds.moved(dx, dy);
        self
    }
}

/// The relative size of the symbols of a size.
fn scale(size: MapSize) -> f64 {
    let [small, medium, large] = SIZES;
    match size {
        MapSize::Small => small,
        MapSize::Medium => medium,
        MapSize::Large => large,
    }
}
