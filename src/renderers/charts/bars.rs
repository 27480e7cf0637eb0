//! Horizontal bars, their values written beside them.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, tag};
use crate::views::view::{Bar, Bars};

use crate::renderers::charts::chart::{
    Drawing, LABEL, SMALL, WIDTH, column, fill, label, line, measure, write,
};
use crate::renderers::charts::legend;

/// Height of one bar and the gap between rows.
const HEIGHT: f64 = 20.0;
const GAP: f64 = 12.0;

/// Draws them.
pub(super) fn draw(figure: &Bars, id: &str, language: Language) -> Drawing {
    let mut svg = Svg::default();
    let left = column(figure.bars.iter().map(|bar| &*bar.label), 320.0) + 12.0;
    let room = WIDTH - left - 130.0;
    let whole = |bar: &Bar| -> f64 {
        if figure.stacked {
            bar.values.iter().sum()
        } else {
            bar.values.iter().copied().fold(0.0, f64::max)
        }
    };
    let most = figure.bars.iter().map(whole).fold(0.0, f64::max);
    let scale = if most > 0.0 { room / most } else { 0.0 };
    let mut y = legend::draw(&mut svg, &figure.series, 0.0, |svg, place, x, y| {
        svg.leaf(&shape(x - 12.0, y - 9.0, 24.0, 18.0, &fill(id, place)));
    });
    let top = y;
    for bar in &figure.bars {
        let rows = if figure.stacked {
            1
        } else {
            bar.values.len().max(1)
        };
        let height = HEIGHT * measure(rows);
        label(&mut svg, &bar.label, left, y + height / 2.0);
        let mut x = left;
        for (place, value) in bar.values.iter().enumerate() {
            let row = if figure.stacked {
                y
            } else {
                y + HEIGHT * measure(place)
            };
            let width = (value * scale).max(0.0);
            svg.leaf(&shape(x, row, width, HEIGHT - 2.0, &fill(id, place)));
            if figure.stacked {
                x += width;
            } else {
                write(
                    &mut svg,
                    LABEL,
                    &language.decimal(*value, 1),
                    x + width + 8.0,
                    row + HEIGHT * 0.7,
                );
            }
        }
        if figure.stacked {
            write(
                &mut svg,
                LABEL,
                &language.decimal(whole(bar), 1),
                x + 8.0,
                y + HEIGHT * 0.7,
            );
        }
        y += height + GAP;
    }
    svg.leaf(&line((left, top - 4.0), (left, y - GAP + 4.0), INK, 1.5));
    write(&mut svg, SMALL, &figure.unit, left, y + 8.0);
    Drawing {
        svg,
        height: y + 20.0,
    }
}

fn shape(
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    fill: &str,
) -> crate::renderers::drawing::svg::Tag {
    tag("rect")
        .at("x", x)
        .at("y", y)
        .at("width", width)
        .at("height", height)
        .set("fill", fill)
        .set("stroke", INK)
        .at("stroke-width", 1.0)
}
