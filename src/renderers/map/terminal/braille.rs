//! Lines drawn with the dots of braille characters, or with points where only plain characters may
//! be used.

use crate::renderers::drawing::svg::Tenths;

/// Dots in one character, across and down.
pub(in crate::renderers::map) const WIDE: usize = 2;
pub(in crate::renderers::map) const HIGH: usize = 4;

/// The bit of each dot of a character in U+2800, by column and row.
const BITS: [[u8; HIGH]; WIDE] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// A field of characters, some of whose dots are set.
pub(in crate::renderers::map) struct Dots {
    columns: usize,
    cells: Vec<u8>,
}

impl Dots {
    /// A field of so many columns and rows.
    pub(in crate::renderers::map) fn new((columns, rows): (usize, usize)) -> Self {
        Self {
            columns,
            cells: vec![0; columns * rows],
        }
    }

    /// Sets the dots along a line whose places are tenths of dots.
    pub(in crate::renderers::map) fn line(&mut self, points: &[Tenths]) {
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let steps = ((to.0 - from.0).abs().max((to.1 - from.1).abs()) / 10 + 1).min(10_000);
            for step in 0..=steps {
                let between = |a: i32, b: i32| (a * (steps - step) + b * step) / steps / 10;
                self.set(between(from.0, to.0), between(from.1, to.1));
            }
        }
    }

    fn set(&mut self, x: i32, y: i32) {
        let Some((x, y)) = usize::try_from(x).ok().zip(usize::try_from(y).ok()) else {
            return;
        };
        if x / WIDE < self.columns
            && let Some(cell) = self.cells.get_mut(y / HIGH * self.columns + x / WIDE)
        {
            *cell |= BITS[x % WIDE][y % HIGH];
        }
    }

    /// The character of a place: braille, or a point where there is any dot.
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
