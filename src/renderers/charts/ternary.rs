//! Ternary chart: three parts of a whole as points in a triangle, numbered as in a list below.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::text::{bold, regular};
use crate::renderers::drawing::xml::{Tag, XmlWriter, number, tag};
use crate::views::view::{Ternary, TernaryPoint};

use crate::renderers::charts::chart::{Drawing, LABEL, SMALL, WIDTH, line, text_at, write};

/// Length of a side, and its place on the page, in pixels.
const SIDE: f64 = 580.0;
const LEFT: f64 = (WIDTH - SIDE) / 2.0;
const TOP: f64 = 46.0;

/// Height of an equilateral triangle relative to its side, and height of its base on the page.
const STEEPNESS: f64 = 0.866_025_403_784_438_6;
const BASE: f64 = TOP + SIDE * STEEPNESS;

/// Height of a line of the list, number of its columns, and top of the list.
const LINE: f64 = 21.0;
const COLUMNS: usize = 3;
const LIST: f64 = BASE + 84.0;

/// Radius of a numbered point, of the dot at its true place, and of a point without number.
const RADIUS: f64 = 9.5;
const TRUE_PLACE: f64 = 2.2;
const DOT: f64 = 3.5;

/// Number of points above which they are neither numbered nor listed.
const MOST_NUMBERED: usize = 90;

/// Shares for which lines are drawn.
const SHARES: [f64; 3] = [0.25, 0.5, 0.75];

/// Point that is drawn, with its rank in the figure and its true place.
struct RankedPoint<'f> {
    rank: usize,
    point: &'f TernaryPoint,
    place: (f64, f64),
}

/// Draws a triangle with its points and their list.
pub(super) fn draw(figure: &Ternary, language: Language) -> Drawing {
    let mut svg = XmlWriter::with_lines();
    draw_triangle(&mut svg, figure, language);
    let points: Vec<RankedPoint> = figure
        .points
        .iter()
        .zip(1..)
        .filter_map(|(point, rank)| {
            let place = place(shares(point)?);
            Some(RankedPoint { rank, point, place })
        })
        .collect();
    if points.len() > MOST_NUMBERED {
        draw_dots(&mut svg, &points);
        return Drawing {
            svg,
            height: LIST - 20.0,
        };
    }
    draw_points(&mut svg, &points);
    let height = write_list(&mut svg, &points);
    Drawing { svg, height }
}

fn draw_dots(svg: &mut XmlWriter, points: &[RankedPoint]) {
    let dots = tag("g").set("fill", INK).set("fill-opacity", "0.35");
    svg.group(&dots, |svg| {
        for point in points {
            svg.leaf(&circle(point.place, DOT));
        }
    });
}

/// Draws numbered points, with a line to the true place of those that had to be moved.
fn draw_points(svg: &mut XmlWriter, points: &[RankedPoint]) {
    let true_places: Vec<(f64, f64)> = points.iter().map(|point| point.place).collect();
    let places = separated(&true_places);
    for (from, to) in true_places.iter().zip(&places) {
        if from != to {
            svg.leaf(&line(*from, *to, INK, 0.8));
            svg.leaf(&circle(*from, TRUE_PLACE).set("fill", INK));
        }
    }
    for (point, place) in points.iter().zip(&places) {
        draw_point(svg, point, *place);
    }
}

/// Writes numbers and labels in columns. Returns the height at which the list ends.
fn write_list(svg: &mut XmlWriter, points: &[RankedPoint]) -> f64 {
    let lines = points.len().div_ceil(COLUMNS).max(1);
    let width = (WIDTH - 40.0) / as_f64(COLUMNS);
    for (index, point) in points.iter().enumerate() {
        let x = 20.0 + width * as_f64(index / lines);
        let y = LIST + LINE * as_f64(index % lines);
        let number = text_at(SMALL, x + 22.0, y).set("text-anchor", "end");
        svg.text(&number, &point.rank.to_string());
        let label = LABEL.shorten(&point.point.label, width - 44.0);
        write(svg, LABEL, &label, x + 30.0, y);
    }
    LIST + LINE * as_f64(lines)
}

/// Draws the triangle, its lines with their shares, and the names of its corners.
fn draw_triangle(svg: &mut XmlWriter, figure: &Ternary, language: Language) {
    let corners = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].map(place);
    let outline = corners
        .map(|(x, y)| format!("{},{}", number(x), number(y)))
        .join(" ");
    let triangle = tag("polygon")
        .set("points", &outline)
        .set("fill", "#f6f7f7")
        .set("stroke", INK);
    svg.leaf(&triangle.number("stroke-width", 1.5));
    for share in SHARES {
        let rest = 1.0 - share;
        for (from, to) in [
            ([share, rest, 0.0], [share, 0.0, rest]),
            ([rest, share, 0.0], [0.0, share, rest]),
            ([rest, 0.0, share], [0.0, rest, share]),
        ] {
            svg.leaf(&line(place(from), place(to), "#b9c1c4", 1.0));
        }
        let percent = language.percent(share);
        for ((x, y), anchor) in ticks(share) {
            let text = text_at(regular(12.0), x, y).set("text-anchor", anchor);
            svg.text(&text, &percent);
        }
    }
    let [(left, base), (right, _), (top, _)] = corners;
    let names = [(left, base + 50.0), (right, base + 50.0), (top, TOP - 18.0)];
    for (text, (x, y)) in figure.corners.iter().zip(names) {
        let name = text_at(bold(15.0), x, y).set("text-anchor", "middle");
        svg.text(&name, text);
    }
}

/// For each part, the place and anchor of a share's text: along the side on which the part grows.
fn ticks(share: f64) -> [((f64, f64), &'static str); 3] {
    let rest = 1.0 - share;
    let [left, base, right] =
        [[share, 0.0, rest], [rest, share, 0.0], [0.0, rest, share]].map(place);
    [
        ((left.0 - 10.0, left.1 + 4.0), "end"),
        ((base.0, base.1 + 20.0), "middle"),
        ((right.0 + 10.0, right.1 + 4.0), "start"),
    ]
}

/// The parts as shares of their sum. Returns `None` where the sum is zero.
fn shares(point: &TernaryPoint) -> Option<[f64; 3]> {
    let parts = point
        .parts
        .map(|part| if part.is_finite() { part.max(0.0) } else { 0.0 });
    let sum: f64 = parts.iter().sum();
    (sum > 0.0).then(|| parts.map(|part| part / sum))
}

/// The place of three shares, whose corners are bottom left, bottom right and top.
fn place([_, right, top]: [f64; 3]) -> (f64, f64) {
    (
        LEFT + SIDE * (right + top / 2.0),
        TOP + SIDE * STEEPNESS * (1.0 - top),
    )
}

/// Places near the true ones at which no point covers another or a share: each the nearest that is
/// still free.
fn separated(true_places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let texts: Vec<(f64, f64)> = SHARES
        .iter()
        .flat_map(|share| ticks(*share))
        .map(|((x, y), anchor)| (if anchor == "end" { x - 14.0 } else { x + 14.0 }, y - 4.0))
        .collect();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for true_place in true_places {
        let free = std::iter::once(*true_place)
            .chain(rings_around(*true_place))
            .find(|place| is_free(*place, &taken, &texts));
        taken.push(free.unwrap_or(*true_place));
    }
    taken
}

/// Whether a point in a place would be above the base, on the page, and clear of others and texts.
fn is_free(place: (f64, f64), taken: &[(f64, f64)], texts: &[(f64, f64)]) -> bool {
    let (x, y) = place;
    let is_inside = y <= BASE && x > RADIUS && x < WIDTH - RADIUS && y > RADIUS;
    is_inside
        && !taken
            .iter()
            .any(|other| are_near(place, *other, RADIUS * 2.0 + 1.5))
        && !texts
            .iter()
            .any(|text| are_near(place, *text, RADIUS + 15.0))
}

/// Whether two places are nearer to each other than a distance.
fn are_near(a: (f64, f64), b: (f64, f64), distance: f64) -> bool {
    (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2) < distance * distance
}

/// Places on rings around another, from the inside out.
fn rings_around((x, y): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    (1..=90u16).flat_map(move |ring| {
        let (radius, steps) = (f64::from(ring) * 4.0, 8 + ring * 2);
        (0..steps).map(move |step| {
            let angle = std::f64::consts::TAU * f64::from(step) / f64::from(steps);
            (x - radius * angle.sin(), y - radius * angle.cos())
        })
    })
}

fn draw_point(svg: &mut XmlWriter, point: &RankedPoint, (x, y): (f64, f64)) {
    svg.group(&tag("g"), |svg| {
        svg.text(&tag("title"), &point.point.label);
        let ring = circle((x, y), RADIUS)
            .set("fill", "#f4e3b1")
            .set("stroke", INK);
        svg.leaf(&ring.number("stroke-width", 1.2));
        let digits = text_at(bold(11.0), x, y + 4.0).set("text-anchor", "middle");
        svg.text(&digits, &point.rank.to_string());
    });
}

fn circle((x, y): (f64, f64), radius: f64) -> Tag {
    tag("circle")
        .number("cx", x)
        .number("cy", y)
        .number("r", radius)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_point_covers_another() {
        let corner = place([1.0, 0.0, 0.0]);
        let mut places = vec![corner; 40];
        places.extend(
            (0..50u8)
                .map(|step| f64::from(step) / 100.0)
                .map(|share| place([1.0 - share, share, 0.0])),
        );
        let places = separated(&places);
        for (rank, place) in places.iter().enumerate() {
            for other in &places[..rank] {
                let distance = (place.0 - other.0).hypot(place.1 - other.1);
                assert!(distance >= RADIUS * 2.0, "{place:?} covers {other:?}");
            }
        }
    }
}
