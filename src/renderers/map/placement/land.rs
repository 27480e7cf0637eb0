//! Land and sea of the frame as a grid, to find free space beside the land.

use crate::renderers::drawing::path::Tenths;
use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};

/// Side of a square of the grid, in pixels.
const SQUARE: f64 = 6.0;

/// Squares of the frame whose middle is on the framed land, as a summed-area table: any rectangle
/// is counted in constant time.
pub(in crate::renderers::map) struct Land {
    frame: Rectangle,
    columns: usize,
    rows: usize,
    /// Number of land squares above and to the left of each corner, row by row.
    sums: Vec<u32>,
}

impl Land {
    /// The land inside these rings.
    pub(in crate::renderers::map) fn new(rings: &[Vec<Tenths>], frame: Rectangle) -> Self {
        let (columns, rows) = (squares(frame.width), squares(frame.height));
        let mut sums = vec![0; columns + 1];
        sums.reserve((columns + 1) * rows);
        for row in 0..rows {
            let crossings = crossings(rings, frame.y + (as_f64(row) + 0.5) * SQUARE);
            let mut in_row = 0;
            sums.push(0);
            for column in 0..columns {
                let x = frame.x + (as_f64(column) + 0.5) * SQUARE;
                let before = crossings.partition_point(|&crossing| crossing < x);
                // A point after an odd number of crossings is inside (even-odd rule).
                in_row += u32::from(before % 2 == 1);
                let corner = (row + 1) * (columns + 1) + column + 1;
                let above = sums.get(corner - columns - 1).copied();
                sums.push(above.unwrap_or_default() + in_row);
            }
        }
        Self {
            frame,
            columns,
            rows,
            sums,
        }
    }

    /// Number of land squares that a rectangle touches.
    pub(in crate::renderers::map) fn squares_under(&self, rectangle: Rectangle) -> u32 {
        let [left, top, right, bottom] = self.touched(rectangle);
        self.sum(bottom, right) + self.sum(top, left)
            - self.sum(top, right)
            - self.sum(bottom, left)
    }

    fn sum(&self, row: usize, column: usize) -> u32 {
        let corner = row * (self.columns + 1) + column;
        self.sums.get(corner).copied().unwrap_or_default()
    }

    /// Share of a rectangle that is land, from 0 to 1.
    pub(in crate::renderers::map) fn share(&self, rectangle: Rectangle) -> f64 {
        let [left, top, right, bottom] = self.touched(rectangle);
        f64::from(self.squares_under(rectangle)) / as_f64((right - left) * (bottom - top)).max(1.0)
    }

    /// Squares that a rectangle touches: first column and row, then one past the last of both.
    fn touched(&self, rectangle: Rectangle) -> [usize; 4] {
        let [left, right] = [
            rectangle.x - self.frame.x - SQUARE,
            rectangle.right() - self.frame.x,
        ]
        .map(|offset| squares(offset.max(0.0)).min(self.columns));
        let [top, bottom] = [
            rectangle.y - self.frame.y - SQUARE,
            rectangle.bottom() - self.frame.y,
        ]
        .map(|offset| squares(offset.max(0.0)).min(self.rows));
        [left, top, right.max(left), bottom.max(top)]
    }
}

/// Horizontal positions at which rings cross a level, from left to right, in pixels.
fn crossings(rings: &[Vec<Tenths>], y: f64) -> Vec<f64> {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        let next_points = ring.iter().cycle().skip(1);
        for (a, b) in ring
            .iter()
            .zip(next_points)
            .map(|(&a, &b)| (pixels(a), pixels(b)))
        {
            if (a.y <= y) != (b.y <= y) {
                crossings.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    crossings
}

fn pixels(point: Tenths) -> Point {
    Point::new(f64::from(point.0) / 10.0, f64::from(point.1) / 10.0)
}

/// Squares in a length, rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on the page, never negative"
)]
fn squares(length: f64) -> usize {
    (length / SQUARE).ceil() as usize
}
