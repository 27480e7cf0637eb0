//! Which parts of the frame are land of the map, to find room beside it.

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::svg::Tenths;

/// Side of a square of the grid, in pixels.
const SQUARE: f64 = 6.0;

/// Squares of the frame that lie on the framed land, summed so that any rectangle is counted at
/// once.
pub(in crate::renderers::map) struct Land {
    frame: Rectangle,
    columns: usize,
    rows: usize,
    /// Squares of land above and to the left of each corner, row by row.
    sums: Vec<u32>,
}

impl Land {
    /// The land inside these rings.
    pub(in crate::renderers::map) fn new(rings: &[Vec<Tenths>], frame: Rectangle) -> Self {
        let (columns, rows) = (squares(frame.width), squares(frame.height));
        let mut sums = vec![0; (columns + 1) * (rows + 1)];
        for row in 0..rows {
            let crossings = crossings(rings, frame.y + (measure(row) + 0.5) * SQUARE);
            let mut along = 0;
            for column in 0..columns {
                let x = frame.x + (measure(column) + 0.5) * SQUARE;
                let before = crossings.partition_point(|&crossing| crossing < x);
                along += u32::from(before % 2 == 1);
                let place = (row + 1) * (columns + 1) + column + 1;
                sums[place] = sums[place - columns - 1] + along;
            }
        }
        Self {
            frame,
            columns,
            rows,
            sums,
        }
    }

    /// How many squares of land a rectangle touches.
    pub(in crate::renderers::map) fn under(&self, rectangle: Rectangle) -> u32 {
        let [left, top, right, bottom] = self.touched(rectangle);
        let sum = |row: usize, column: usize| self.sums[row * (self.columns + 1) + column];
        sum(bottom, right) + sum(top, left) - sum(top, right) - sum(bottom, left)
    }

    /// The share of a rectangle that is land, from 0 to 1.
    pub(in crate::renderers::map) fn share(&self, rectangle: Rectangle) -> f64 {
        let [left, top, right, bottom] = self.touched(rectangle);
        f64::from(self.under(rectangle)) / measure((right - left) * (bottom - top)).max(1.0)
    }

    /// The squares that a rectangle touches: first column and row, then one past the last.
    fn touched(&self, rectangle: Rectangle) -> [usize; 4] {
        let index = |offset: f64, most: usize| squares(offset.max(0.0)).min(most);
        let left = index(rectangle.x - self.frame.x - SQUARE, self.columns);
        let top = index(rectangle.y - self.frame.y - SQUARE, self.rows);
        let right = index(rectangle.right() - self.frame.x, self.columns);
        let bottom = index(rectangle.bottom() - self.frame.y, self.rows);
        [left, top, right.max(left), bottom.max(top)]
    }
}

/// Where rings cross a level, from left to right, in pixels.
fn crossings(rings: &[Vec<Tenths>], y: f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for ring in rings {
        let follow = ring.iter().cycle().skip(1);
        for (a, b) in ring
            .iter()
            .zip(follow)
            .map(|(&a, &b)| (pixels(a), pixels(b)))
        {
            if (a.y <= y) != (b.y <= y) {
                found.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    found.sort_by(f64::total_cmp);
    found
}

fn pixels(point: Tenths) -> Point {
    Point::new(f64::from(point.0) / 10.0, f64::from(point.1) / 10.0)
}

/// Whole squares in a length, the last one perhaps cut.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on the page, never negative"
)]
fn squares(length: f64) -> usize {
    (length / SQUARE).ceil() as usize
}
