//! The symbols of themes: a shape, a colour and a digit, so that none of them carries the meaning
//! alone.

use crate::views::view::MapTheme;

use crate::renderers::drawing::colour::{INK, fill, on};
use crate::renderers::drawing::rectangle::Point;
use crate::renderers::drawing::svg::{Svg, number, tag};
use crate::renderers::drawing::text::bold;

/// Half the width and half the height within which every shape stays, its outline included, at
/// scale 1.
pub(super) const HALF: (f64, f64) = (14.4, 13.6);

/// White line around a symbol, half of it under the outline; rows are so close that a wider one
/// would cut tips.
const CASING: f64 = 4.0;

/// How a symbol is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// A dynamic that is counted here.
    Full,
    /// One that is counted elsewhere, has no place, or is known by count alone.
    Hollow,
}

/// A shape: its outline around the origin at radius 13, and where the middle of its digit stands.
struct Shape {
    outline: &'static str,
    middle: f64,
    digit: f64,
}

fn shape(name: &str) -> Shape {
    let (outline, middle, digit) = match name {
        "square" => ("M-11.8-11.8h23.6v23.6h-23.6z", 0.0, 16.0),
        "hexagon" => ("M-13.8 0-6.9-11.9H6.9L13.8 0 6.9 11.9H-6.9z", 0.0, 16.0),
        "speech-bubble" => (
            "M-9.8-12.6H9.8a3 3 0 0 1 3 3V5.2a3 3 0 0 1-3 3H-1.4L-7 13V8.2H-9.8a3 3 0 0 \
                1-3-3V-9.6a3 3 0 0 1 3-3z",
            -2.2,
            16.0,
        ),
        "house" => ("M0-13 13.8-1.4H10.4V12.6H-10.4V-1.4H-13.8z", 2.2, 16.0),
        "drop" => (
            "M0-13C2.7-8.2 10.1-3.2 10.1 2.9A10.1 10.1 0 0 1-10.1 2.9C-10.1-3.2-2.7-8.2 0-13z",
            3.0,
            15.0,
        ),
        "diamond" => ("M0-13 13.8 0 0 13-13.8 0z", 0.0, 15.0),
        "triangle" => ("M0-13 13.8 12H-13.8z", 4.2, 14.0),
        "badge" => (
            "M0-13 3.9-9.5 9.2-9.2 9.5-3.9 13 0 9.5 3.9 9.2 9.2 3.9 9.5 0 13-3.9 9.5-9.2 9.2-9.5 3.9-13 0\
             -9.5-3.9-9.2-9.2-3.9-9.5z",
            0.0,
            15.0,
        ),
        _ => (
            "M-12.8 0A12.8 12.8 0 0 1 12.8 0 12.8 12.8 0 0 1-12.8 0z",
            0.0,
            16.0,
        ),
    };
    Shape {
        outline,
        middle,
        digit,
    }
}

/// Writes every theme's symbol once, full and hollow, for `place` to use.
pub(super) fn define(svg: &mut Svg, themes: &[MapTheme]) {
    for (index, theme) in themes.iter().enumerate() {
        for style in [Style::Full, Style::Hollow] {
            svg.group(&tag("g").set("id", &id(index, style)), |svg| {
                draw(svg, theme, style);
            });
        }
    }
}

/// Puts a symbol on the page, with a name that readers see when they point at it.
pub(super) fn place(svg: &mut Svg, theme: usize, style: Style, at: Point, scale: f64) {
    let target = format!("#{}", id(theme, style));
    let used = tag("use").set("href", &target);
    if (scale - 1.0).abs() < f64::EPSILON {
        svg.leaf(&used.at("x", at.x).at("y", at.y));
    } else {
        let place = format!(
            "translate({} {}) scale({scale:.2})",
            number(at.x),
            number(at.y)
        );
        svg.leaf(&used.set("transform", &place));
    }
}

fn id(theme: usize, style: Style) -> String {
    match style {
        Style::Full => format!("apes-full-{theme}"),
        Style::Hollow => format!("apes-hollow-{theme}"),
    }
}

fn draw(svg: &mut Svg, theme: &MapTheme, style: Style) {
    let shape = shape(&theme.shape);
    let colour = fill(&theme.fill);
    let path = tag("path")
        .set("d", shape.outline)
        .set("stroke-linejoin", "round");
    svg.leaf(
        &path
            .clone()
            .set("fill", "#fff")
            .set("stroke", "#fff")
            .at("stroke-width", CASING),
    );
    svg.leaf(
        &path
            .clone()
            .set("fill", colour)
            .set("stroke", INK)
            .at("stroke-width", 1.1),
    );
    let ink = match style {
        Style::Full => on(colour),
        Style::Hollow => {
            let core = format!("translate(0 {}) scale(.74)", number(shape.middle * 0.26));
            svg.leaf(&path.set("fill", "#fff").set("transform", &core));
            INK
        }
    };
    let text = theme.digit.to_string();
    let widest = if style == Style::Full { 18.0 } else { 14.0 };
    let full = if style == Style::Full {
        shape.digit
    } else {
        shape.digit - 3.0
    };
    let size = full.min(full * widest / bold(full).width(&text).max(widest));
    let face = tag("text")
        .set("text-anchor", "middle")
        .set("font-weight", "bold")
        .at("font-size", size);
    svg.text(
        &face.at("y", shape.middle + size * 0.36).set("fill", ink),
        &text,
    );
}
