//! Three parts of a whole as points in a triangle, numbered as in the list below it.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, Tag, number, tag};
use crate::renderers::drawing::text::{bold, regular};
use crate::views::view::{Ternary, TernaryPoint};

use crate::renderers::charts::chart::{Drawing, LABEL, SMALL, WIDTH, line, measure, words, write};

/// Length of a side and its place on the page.
const SIDE: f64 = 580.0;
const LEFT: f64 = (WIDTH - SIDE) / 2.0;
const TOP: f64 = 46.0;

/// Height of an equilateral triangle by its side, and where its base lies.
const STEEP: f64 = 0.866_025_403_784_438_6;
const BASE: f64 = TOP + SIDE * STEEP;

/// Height of a line of the list, its columns, and where it begins.
const LINE: f64 = 21.0;
const COLUMNS: usize = 3;
const LIST: f64 = BASE + 84.0;

/// Radius of a numbered point, and of one that is too many to be numbered.
const RADIUS: f64 = 9.5;
const DOT: f64 = 3.5;

/// So many points are numbered and listed; of more, only where they lie is drawn.
const NUMBERED: usize = 90;

/// Shares for which lines are drawn.
const SHARES: [f64; 3] = [0.25, 0.5, 0.75];

/// Draws it.
pub(super) fn draw(figure: &Ternary, language: Language) -> Drawing {
    let mut svg = Svg::default();
    ground(&mut svg, figure, language);
    let drawn: Vec<(usize, &TernaryPoint, (f64, f64))> = figure
        .points
        .iter()
        .enumerate()
        .filter_map(|(rank, point)| Some((rank, point, at(shares(point)?))))
        .collect();
    if drawn.len() > NUMBERED {
        let dots = tag("g").set("fill", INK).set("fill-opacity", "0.35");
        svg.group(&dots, |svg| {
            for (_, _, (x, y)) in &drawn {
                svg.leaf(&tag("circle").at("cx", *x).at("cy", *y).at("r", DOT));
            }
        });
        return Drawing {
            svg,
            height: LIST - 20.0,
        };
    }
    let true_places: Vec<(f64, f64)> = drawn.iter().map(|(_, _, place)| *place).collect();
    let places = apart(&true_places);
    for (from, to) in true_places
        .iter()
        .zip(&places)
        .filter(|(from, to)| from != to)
    {
        svg.leaf(&line(*from, *to, INK, 0.8));
        svg.leaf(
            &tag("circle")
                .at("cx", from.0)
                .at("cy", from.1)
                .at("r", 2.2)
                .set("fill", INK),
        );
    }
    for ((rank, point, _), place) in drawn.iter().zip(&places) {
        mark(&mut svg, rank + 1, point, *place);
    }
    let lines = drawn.len().div_ceil(COLUMNS).max(1);
    let column = (WIDTH - 40.0) / measure(COLUMNS);
    for (place, (rank, point, _)) in drawn.iter().enumerate() {
        let (x, y) = (
            20.0 + column * measure(place / lines),
            LIST + LINE * measure(place % lines),
        );
        let text = LABEL.shorten(&point.label, column - 44.0);
        svg.text(
            &words(SMALL, x + 22.0, y).set("text-anchor", "end"),
            &(rank + 1).to_string(),
        );
        write(&mut svg, LABEL, &text, x + 30.0, y);
    }
    Drawing {
        svg,
        height: LIST + LINE * measure(lines),
    }
}

/// The triangle, its lines with their shares, the names of its corners.
fn ground(svg: &mut Svg, figure: &Ternary, language: Language) {
    let corners = [
        at([1.0, 0.0, 0.0]),
        at([0.0, 1.0, 0.0]),
        at([0.0, 0.0, 1.0]),
    ];
    let outline = corners
        .map(|(x, y)| format!("{},{}", number(x), number(y)))
        .join(" ");
    let triangle = tag("polygon")
        .set("points", &outline)
        .set("fill", "#f6f7f7")
        .set("stroke", INK);
    svg.leaf(&triangle.at("stroke-width", 1.5));
    for share in SHARES {
        let rest = 1.0 - share;
        for (from, to) in [
            ([share, rest, 0.0], [share, 0.0, rest]),
            ([rest, share, 0.0], [0.0, share, rest]),
            ([rest, 0.0, share], [0.0, rest, share]),
        ] {
            svg.leaf(&line(at(from), at(to), "#b9c1c4", 1.0));
        }
        let told = language.percent(share);
        for ((x, y), anchor) in ticks(share) {
            svg.text(
                &words(regular(12.0), x, y).set("text-anchor", anchor),
                &told,
            );
        }
    }
    let [(x, left), (right, _), (top, _)] = corners;
    let names = [(x, left + 50.0), (right, left + 50.0), (top, TOP - 18.0)];
    for (text, (x, y)) in figure.corners.iter().zip(names) {
        svg.text(&words(bold(15.0), x, y).set("text-anchor", "middle"), text);
    }
}

/// Where a share is written for each part: along the side on which it grows.
fn ticks(share: f64) -> [((f64, f64), &'static str); 3] {
    let rest = 1.0 - share;
    let (left, base, right) = (
        at([share, 0.0, rest]),
        at([rest, share, 0.0]),
        at([0.0, rest, share]),
    );
    [
        ((left.0 - 10.0, left.1 + 4.0), "end"),
        ((base.0, base.1 + 20.0), "middle"),
        ((right.0 + 10.0, right.1 + 4.0), "start"),
    ]
}

/// The parts as shares of their whole; nothing where there is no whole.
fn shares(point: &TernaryPoint) -> Option<[f64; 3]> {
    let parts = point
        .parts
        .map(|part| if part.is_finite() { part.max(0.0) } else { 0.0 });
    let whole: f64 = parts.iter().sum();
    (whole > 0.0).then(|| parts.map(|part| part / whole))
}

/// The place of three shares: bottom left, bottom right, top.
fn at([_, right, top]: [f64; 3]) -> (f64, f64) {
    (
        LEFT + SIDE * (right + top / 2.0),
        TOP + SIDE * STEEP * (1.0 - top),
    )
}

/// Places near the true ones at which no point covers another, nor a share: each the nearest that
/// is still free.
fn apart(true_places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let near = |one: (f64, f64), other: (f64, f64), room: f64| {
        (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2) < room * room
    };
    let written: Vec<(f64, f64)> = SHARES
        .iter()
        .flat_map(|share| ticks(*share))
        .map(|((x, y), anchor)| (if anchor == "end" { x - 14.0 } else { x + 14.0 }, y - 4.0))
        .collect();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for place in true_places {
        let free = |spot: &(f64, f64)| {
            let inside =
                spot.1 <= BASE && spot.0 > RADIUS && spot.0 < WIDTH - RADIUS && spot.1 > RADIUS;
            inside
                && !taken
                    .iter()
                    .any(|other| near(*spot, *other, RADIUS * 2.0 + 1.5))
                && !written
                    .iter()
                    .any(|other| near(*spot, *other, RADIUS + 15.0))
        };
        let spot = if free(place) {
            Some(*place)
        } else {
            around(*place).find(free)
        };
        taken.push(spot.unwrap_or(*place));
    }
    taken
}

/// Spots on widening rings around a place.
fn around((x, y): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    (1..=90u16).flat_map(move |ring| {
        let (radius, steps) = (f64::from(ring) * 4.0, 8 + ring * 2);
        (0..steps).map(move |step| {
            let turn = std::f64::consts::TAU * f64::from(step) / f64::from(steps);
            (x - radius * turn.sin(), y - radius * turn.cos())
        })
    })
}

fn mark(svg: &mut Svg, rank: usize, point: &TernaryPoint, (x, y): (f64, f64)) {
    svg.group(&tag("g"), |svg| {
        svg.text(&tag("title"), &point.label);
        svg.leaf(&ring(x, y));
        let digits = words(bold(11.0), x, y + 4.0).set("text-anchor", "middle");
        svg.text(&digits, &rank.to_string());
    });
}

fn ring(x: f64, y: f64) -> Tag {
    let circle = tag("circle")
        .at("cx", x)
        .at("cy", y)
        .at("r", RADIUS)
        .set("fill", "#f4e3b1");
    circle.set("stroke", INK).at("stroke-width", 1.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_point_covers_another() {
        let corner = at([1.0, 0.0, 0.0]);
        let mut places = vec![corner; 40];
        places.extend(
            (0..50u8).map(|step| at([1.0 - f64::from(step) / 100.0, f64::from(step) / 100.0, 0.0])),
        );
        let places = apart(&places);
        for (rank, one) in places.iter().enumerate() {
            for other in &places[..rank] {
                let far = (one.0 - other.0).hypot(one.1 - other.1);
                assert!(far >= RADIUS * 2.0, "{one:?} covers {other:?}");
            }
        }
    }
}
