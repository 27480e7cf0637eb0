//! Horizontal bars with their values beside them.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};
use crate::views::view::{Bar, Bars};

use crate::renderers::charts::chart::{
    Drawing, LABEL, SMALL, WIDTH, column_width, fill, line, write, write_label,
};
use crate::renderers::charts::legend;

/// Height of a bar, and space between the rows, in pixels.
const HEIGHT: f64 = 20.0;
const GAP: f64 = 12.0;

/// Space for values to the right of the bars, in pixels.
const VALUES: f64 = 130.0;

/// Scale and left end of all bars.
struct Axis<'f> {
    figure: &'f Bars,
    id: &'f str,
    language: Language,
    left: f64,
    /// Pixels per unit.
    scale: f64,
}

/// Draws bars with their legend above them.
pub(super) fn draw(figure: &Bars, id: &str, language: Language) -> Drawing {
    let mut svg = XmlWriter::with_lines();
    let left = column_width(figure.bars.iter().map(|bar| &*bar.label), 320.0) + 12.0;
    let longest = figure
        .bars
        .iter()
        .map(|bar| length(bar, figure.stacked))
        .fold(0.0, f64::max);
    let space = WIDTH - left - VALUES;
    let axis = Axis {
        figure,
        id,
        language,
        left,
        scale: if longest > 0.0 { space / longest } else { 0.0 },
    };
    let top = legend::draw(&mut svg, &figure.series, 0.0, |svg, series, x, y| {
        svg.leaf(&shape(x - 12.0, y - 9.0, 24.0, 18.0, &fill(id, series)));
    });
    let mut y = top;
    for bar in &figure.bars {
        y += axis.draw_bar(&mut svg, bar, y) + GAP;
    }
    svg.leaf(&line((left, top - 4.0), (left, y - GAP + 4.0), INK, 1.5));
    write(&mut svg, SMALL, &figure.unit, left, y + 8.0);
    Drawing {
        svg,
        height: y + 20.0,
    }
}

/// The value that a bar reaches: the sum of its values if they are stacked, else the highest.
fn length(bar: &Bar, stacked: bool) -> f64 {
    if stacked {
        bar.values.iter().sum()
    } else {
        bar.values.iter().copied().fold(0.0, f64::max)
    }
}

impl Axis<'_> {
    /// Draws a bar with its label and its values. Returns its height.
    fn draw_bar(&self, svg: &mut XmlWriter, bar: &Bar, y: f64) -> f64 {
        let stacked = self.figure.stacked;
        let rows = if stacked { 1 } else { bar.values.len().max(1) };
        let height = HEIGHT * as_f64(rows);
        write_label(svg, &bar.label, self.left, y + height / 2.0);
        let mut x = self.left;
        for (series, value) in bar.values.iter().enumerate() {
            let row = if stacked {
                y
            } else {
                y + HEIGHT * as_f64(series)
            };
            let width = (value * self.scale).max(0.0);
            svg.leaf(&shape(x, row, width, HEIGHT - 2.0, &fill(self.id, series)));
            if stacked {
                x += width;
            } else {
                self.write_value(svg, *value, x + width, row);
            }
        }
        if stacked {
            self.write_value(svg, length(bar, true), x, y);
        }
        height
    }

    fn write_value(&self, svg: &mut XmlWriter, value: f64, x: f64, y: f64) {
        let text = self.language.decimal(value, 1);
        write(svg, LABEL, &text, x + 8.0, y + HEIGHT * 0.7);
    }
}

fn shape(x: f64, y: f64, width: f64, height: f64, fill: &str) -> Tag {
    tag("rect")
        .number("x", x)
        .number("y", y)
        .number("width", width)
        .number("height", height)
        .set("fill", fill)
        .set("stroke", INK)
        .number("stroke-width", 1.0)
}
