//! Lines drawn with the dots of braille characters, or with points in ASCII.

use crate::renderers::drawing::path::Tenths;

/// Dots of one character, across and down.
pub(in crate::renderers::map) const WIDE: usize = 2;
pub(in crate::renderers::map) const HIGH: usize = 4;

/// The bit of each dot of a character in U+2800, by column and row.
const BITS: [[u8; HIGH]; WIDE] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// Grid of characters, some of whose dots are set.
pub(in crate::renderers::map) struct Dots {
    columns: usize,
    cells: Vec<u8>,
}

impl Dots {
    /// An empty grid of columns and rows.
    pub(in crate::renderers::map) fn new((columns, rows): (usize, usize)) -> Self {
        Self {
            columns,
            cells: vec![0; columns * rows],
        }
    }

    /// Sets the dots along a line, whose points are in tenths of a dot.
    pub(in crate::renderers::map) fn line(&mut self, points: &[Tenths]) {
        for [from, to] in points.array_windows() {
            // A step for each dot; bounded, since a point may be far outside the grid.
            let steps = ((to.0 - from.0).abs().max((to.1 - from.1).abs()) / 10 + 1).min(10_000);
            for step in 0..=steps {
                let [x, y] = [(from.0, to.0), (from.1, to.1)]
                    .map(|(a, b)| (a * (steps - step) + b * step) / steps / 10);
                self.set(x, y);
            }
        }
    }

    fn set(&mut self, x: i32, y: i32) {
        let Some((x, y)) = usize::try_from(x).ok().zip(usize::try_from(y).ok()) else {
            return;
        };
        if x / WIDE < self.columns
            && let Some(cell) = self.cells.get_mut(y / HIGH * self.columns + x / WIDE)
            && let Some(bit) = BITS.get(x % WIDE).and_then(|column| column.get(y % HIGH))
        {
            *cell |= bit;
        }
    }

    /// The character in a column and row: braille, or in ASCII a point for any dot and a colon for
    /// more than three.
    pub(in crate::renderers::map) fn character(
        &self,
        column: usize,
        row: usize,
        ascii: bool,
    ) -> char {
        match self
            .cells
            .get(row * self.columns + column)
            .copied()
            .unwrap_or(0)
        {
            0 => ' ',
            dots if ascii && dots.count_ones() > 3 => ':',
            _ if ascii => '.',
            dots => char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' '),
        }
    }
}
