//! Path data of SVG, written in relative moves of whole tenths of a pixel.

use std::fmt::Write;

use crate::renderers::drawing::rectangle::Point;

/// Point on the page, in tenths of a pixel.
pub(in crate::renderers) type Tenths = (i32, i32);

/// Pixels in whole tenths; far outside the page, the value stops at 100,000 pixels.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped far inside i32"
)]
pub(in crate::renderers) fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round().clamp(-1e6, 1e6) as i32
}

/// Data of a path. Moves are differences of rounded points, so that rounding does not add up.
#[derive(Clone, Debug, Default)]
pub(in crate::renderers) struct Path {
    data: String,
    /// Last point.
    end: Tenths,
    /// Whether a command was written last, after which a number needs no space.
    after_command: bool,
}

impl Path {
    /// Appends a line through these points.
    pub(in crate::renderers) fn line(&mut self, points: impl IntoIterator<Item = Tenths>) {
        let mut points = points.into_iter();
        let Some(start) = points.next() else { return };
        self.command(if self.data.is_empty() { 'M' } else { 'm' }, start);
        let mut has_command = false;
        for point in points {
            if point == self.end {
                continue;
            }
            if !has_command {
                self.data.push('l');
                self.after_command = true;
                has_command = true;
            }
            self.pair(point);
        }
    }

    /// Appends a closed line; the last point may repeat the first or not.
    pub(in crate::renderers) fn ring(&mut self, points: impl IntoIterator<Item = Tenths>) {
        let mut points: Vec<Tenths> = points.into_iter().collect();
        let Some(&start) = points.first() else { return };
        while points.len() > 1 && points.last() == Some(&start) {
            points.pop();
        }
        if points.len() > 2 {
            self.line(points);
            self.data.push('z');
            self.end = start;
        }
    }

    /// Appends a line through points given in pixels.
    pub(in crate::renderers) fn points(&mut self, points: impl IntoIterator<Item = Point>) {
        self.line(
            points
                .into_iter()
                .map(|point| (tenths(point.x), tenths(point.y))),
        );
    }

    /// Value of the attribute `d`.
    pub(in crate::renderers) fn data(&self) -> &str {
        &self.data
    }

    fn command(&mut self, command: char, to: Tenths) {
        self.data.push(command);
        self.after_command = true;
        self.pair(to);
    }

    fn pair(&mut self, to: Tenths) {
        self.number(to.0 - self.end.0);
        self.number(to.1 - self.end.1);
        self.end = to;
    }

    fn number(&mut self, tenths: i32) {
        if tenths < 0 {
            self.data.push('-');
        } else if !self.after_command {
            self.data.push(' ');
        }
        self.after_command = false;
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        let _ = match (whole, rest) {
            (whole, 0) => write!(self.data, "{whole}"),
            (0, rest) => write!(self.data, ".{rest}"),
            (whole, rest) => write!(self.data, "{whole}.{rest}"),
        };
    }
}
