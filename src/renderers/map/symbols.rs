//! Symbols of themes: a shape, a colour and a digit, so that colour alone carries no meaning.

use crate::views::view::MapTheme;

use crate::renderers::drawing::colour::{INK, fill, text_on};
use crate::renderers::drawing::rectangle::Point;
use crate::renderers::drawing::text::bold;
use crate::renderers::drawing::xml::{XmlWriter, copy_of, number, tag};

/// Half the width and half the height of the largest shape with its outline, in pixels at scale 1.
pub(super) const HALF: (f64, f64) = (14.4, 13.6);

/// Width of the white line around a symbol, half of it under the outline, in pixels at scale 1.
// Rows are so close that a wider line would cut the tips of the symbols below.
const CASING: f64 = 4.0;

/// Style of a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// A dynamic that is counted here.
    Full,
    /// A dynamic that is counted elsewhere, has no place, or is known by its number alone.
    Hollow,
}

/// Shape of a symbol around the origin.
struct Shape {
    /// Path data, at a radius of about 13 pixels.
    outline: &'static str,
    /// Height of the middle of the digit.
    middle: f64,
    /// Size of the digit in pixels.
    digit: f64,
}

/// The shape of a name of the vocabulary; a circle for any other name.
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
            "M0-13 3.9-9.5 9.2-9.2 9.5-3.9 13 0 9.5 3.9 9.2 9.2 3.9 9.5 0 13-3.9 9.5-9.2 9.2\
             -9.5 3.9-13 0-9.5-3.9-9.2-9.2-3.9-9.5z",
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

/// Writes every theme's symbol once, full and hollow, for `<use>`.
pub(super) fn define(svg: &mut XmlWriter, themes: &[MapTheme]) {
    for (index, theme) in themes.iter().enumerate() {
        for style in [Style::Full, Style::Hollow] {
            svg.group(&tag("g").set("id", &id(index, style)), |svg| {
                draw(svg, theme, style);
            });
        }
    }
}

/// Writes a symbol at a place.
pub(super) fn place(svg: &mut XmlWriter, theme: usize, style: Style, centre: Point, scale: f64) {
    let symbol = copy_of(&id(theme, style));
    if (scale - 1.0).abs() < f64::EPSILON {
        svg.leaf(&symbol.number("x", centre.x).number("y", centre.y));
    } else {
        let [x, y] = [centre.x, centre.y].map(number);
        let transform = format!("translate({x} {y}) scale({scale:.2})");
        svg.leaf(&symbol.set("transform", &transform));
    }
}

fn id(theme: usize, style: Style) -> String {
    match style {
        Style::Full => format!("apes-full-{theme}"),
        Style::Hollow => format!("apes-hollow-{theme}"),
    }
}

/// Draws a symbol around the origin: casing, shape, white core if it is hollow, digit.
fn draw(svg: &mut XmlWriter, theme: &MapTheme, style: Style) {
    let shape = shape(&theme.shape);
    let colour = fill(&theme.fill);
    let path = tag("path")
        .set("d", shape.outline)
        .set("stroke-linejoin", "round");
    let casing = path.clone().set("fill", "#fff").set("stroke", "#fff");
    svg.leaf(&casing.number("stroke-width", CASING));
    let outline = path.clone().set("fill", colour).set("stroke", INK);
    svg.leaf(&outline.number("stroke-width", 1.1));
    if style == Style::Hollow {
        let transform = format!("translate(0 {}) scale(.74)", number(shape.middle * 0.26));
        svg.leaf(&path.set("fill", "#fff").set("transform", &transform));
    }
    draw_digit(svg, &shape, theme.digit, colour, style);
}

/// Writes the number of a theme; smaller where it has several digits.
fn draw_digit(svg: &mut XmlWriter, shape: &Shape, digit: usize, colour: &str, style: Style) {
    let (ink, widest, full) = match style {
        Style::Full => (text_on(colour), 18.0, shape.digit),
        Style::Hollow => (INK, 14.0, shape.digit - 3.0),
    };
    let text = digit.to_string();
    let size = full.min(full * widest / bold(full).width(&text).max(widest));
    let face = tag("text")
        .set("text-anchor", "middle")
        .set("font-weight", "bold")
        .number("font-size", size);
    svg.text(
        &face
            .number("y", shape.middle + size * 0.36)
            .set("fill", ink),
        &text,
    );
}
