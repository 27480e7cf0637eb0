//! Three parts of a whole as points in a triangle, numbered as in the list beside it.

use crate::renderers::map::colour::INK;
use crate::renderers::map::svg::{Svg, Tag, number, tag};
use crate::renderers::map::text::bold;
use crate::views::view::{Point, Ternary};

use super::chart::{Drawing, LABEL, SMALL, WIDTH, line, measure, words, write};

/// Length of a side and its place on the page.
const SIDE: f64 = 480.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 40.0;

/// Height of a line of the list, and where the list begins.
const LINE: f64 = 21.0;
const LIST: f64 = LEFT + SIDE + 90.0;

/// Height of an equilateral triangle by its side.
const STEEP: f64 = 0.866_025_403_784_438_6;

/// Draws it.
pub(super) fn draw(figure: &Ternary) -> Drawing {
    let mut svg = Svg::default();
    let corners = [at([1.0, 0.0, 0.0]), at([0.0, 1.0, 0.0]), at([0.0, 0.0, 1.0])];
    let outline = corners.map(|(x, y)| format!("{},{}", number(x), number(y))).join(" ");
    let triangle = tag("polygon").set("points", &outline).set("fill", "#f6f7f7").set("stroke", INK);
    svg.leaf(&triangle.at("stroke-width", 1.5));
    for share in [0.25, 0.5, 0.75] {
        let rest = 1.0 - share;
        for (from, to) in [
            ([share, rest, 0.0], [share, 0.0, rest]),
            ([rest, share, 0.0], [0.0, share, rest]),
            ([rest, 0.0, share], [0.0, rest, share]),
        ] {
            svg.leaf(&line(at(from), at(to), "#b9c1c4", 1.0));
        }
    }
    let names = [(corners[0], 24.0, "middle"), (corners[1], 24.0, "middle"), (corners[2], -12.0, "middle")];
    for (text, ((x, y), down, anchor)) in figure.corners.iter().zip(names) {
        svg.text(&words(bold(15.0), x, y + down).set("text-anchor", anchor), text);
    }
    let drawn =
        figure.points.iter().enumerate().filter_map(|(rank, point)| Some((rank, point, shares(point)?)));
    for (rank, point, shares) in drawn {
        mark(&mut svg, rank + 1, point, at(shares));
        let y = TOP + LINE * measure(rank);
        let text = LABEL.shorten(&point.label, WIDTH - LIST - 34.0);
        svg.text(&words(SMALL, LIST + 18.0, y).set("text-anchor", "end"), &(rank + 1).to_string());
        write(&mut svg, LABEL, &text, LIST + 28.0, y);
    }
    let list = TOP + LINE * measure(figure.points.len());
    Drawing { svg, height: list.max(TOP + SIDE * STEEP + 50.0) }
}

/// The parts as shares of their whole; nothing where there is no whole.
fn shares(point: &Point) -> Option<[f64; 3]> {
    let parts = point.parts.map(|part| if part.is_finite() { part.max(0.0) } else { 0.0 });
    let whole: f64 = parts.iter().sum();
    (whole > 0.0).then(|| parts.map(|part| part / whole))
}

/// The place of three shares: bottom left, bottom right, top.
fn at([_, right, top]: [f64; 3]) -> (f64, f64) {
    (LEFT + SIDE * (right + top / 2.0), TOP + SIDE * STEEP * (1.0 - top))
}

fn mark(svg: &mut Svg, rank: usize, point: &Point, (x, y): (f64, f64)) {
    svg.group(&tag("g"), |svg| {
        svg.text(&tag("title"), &point.label);
        svg.leaf(&ring(x, y));
        let digits = words(bold(11.0), x, y + 4.0).set("text-anchor", "middle");
        svg.text(&digits, &rank.to_string());
    });
}

fn ring(x: f64, y: f64) -> Tag {
    let circle = tag("circle").at("cx", x).at("cy", y).at("r", 10.0).set("fill", "#f4e3b1");
    circle.set("fill-opacity", "0.85").set("stroke", INK).at("stroke-width", 1.2)
}
