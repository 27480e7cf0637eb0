//! Who is tied to whom, on a circle: family beside family, ties as curves through the middle.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, Tag, number, tag};
use crate::renderers::drawing::text::regular;
use crate::views::view::{Graph, GraphEdge, GraphNode};

use crate::renderers::charts::chart::{Drawing, SMALL, WIDTH, colour, fill, measure, words};
use crate::renderers::charts::legend;

/// Radius of the circle and room around it for names.
const RADIUS: f64 = 250.0;
const AROUND: f64 = 250.0;

/// How often nodes are put in order by those they are tied to.
const SWEEPS: usize = 24;

/// Names are written smaller where there are many, down to this size.
const SMALLEST: f64 = 6.5;

/// Draws it.
pub(super) fn draw(figure: &Graph, id: &str) -> Drawing {
    let mut svg = Svg::default();
    let middle = (WIDTH / 2.0, RADIUS + AROUND);
    let places = places(figure);
    let strongest = figure
        .edges
        .iter()
        .map(|edge| edge.weight)
        .max()
        .unwrap_or(1)
        .max(1);
    let curves = tag("g")
        .set("fill", "none")
        .set("stroke", "#44606b")
        .set("stroke-opacity", "0.55");
    svg.group(&curves, |svg| {
        for edge in &figure.edges {
            if let (Some(from), Some(to)) = (places.get(edge.from), places.get(edge.to)) {
                svg.group(&tag("g"), |svg| {
                    tie(
                        svg,
                        edge,
                        (point(*from, middle), point(*to, middle)),
                        middle,
                        strongest,
                    );
                });
            }
        }
    });
    let size = (std::f64::consts::TAU * RADIUS / measure(figure.nodes.len().max(1)) * 0.8)
        .clamp(SMALLEST, 13.0);
    for (node, turn) in figure.nodes.iter().zip(&places) {
        draw_node(&mut svg, node, *turn, middle, size, id);
    }
    let top = middle.1 + RADIUS + AROUND;
    let height = legend::draw(&mut svg, &figure.families, top, |svg, place, x, y| {
        svg.leaf(&circle((x, y), 9.0, &fill(id, place)));
    });
    Drawing { svg, height }
}

/// The turn of each node on the circle, in radians: families in order, nodes of one family so that
/// ties cross little.
fn places(figure: &Graph) -> Vec<f64> {
    let order = order(figure);
    let step = std::f64::consts::TAU / measure(order.len().max(1));
    let mut places = vec![0.0; order.len()];
    for (rank, at) in order.into_iter().enumerate() {
        places[at] = step * measure(rank) - std::f64::consts::FRAC_PI_2;
    }
    places
}

/// Nodes around the circle. Within its family each goes where those it is tied to lie on the other
/// side, as a mirror
/// would show them; in whole numbers, so that every machine finds the same order.
fn order(figure: &Graph) -> Vec<usize> {
    let whole = i64::try_from(figure.nodes.len()).unwrap_or(i64::MAX);
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); figure.nodes.len()];
    for edge in figure
        .edges
        .iter()
        .filter(|edge| edge.from.max(edge.to) < figure.nodes.len())
    {
        tied[edge.from].push(edge.to);
        tied[edge.to].push(edge.from);
    }
    let mut order: Vec<usize> = (0..figure.nodes.len()).collect();
    order.sort_by_key(|at| (figure.nodes[*at].family, *at));
    for _ in 0..SWEEPS {
        let mut rank = vec![0; order.len()];
        for (place, at) in (0..).zip(&order) {
            rank[*at] = place;
        }
        let mut sorted = Vec::with_capacity(order.len());
        for arc in
            order.chunk_by(|one, other| figure.nodes[*one].family == figure.nodes[*other].family)
        {
            // Twice the rank that lies opposite the middle of the arc.
            let opposite: i64 = rank[arc[0]] + rank[arc[arc.len() - 1]] + whole;
            let mirrored = |at: &usize| -> (i64, i64) {
                let away = |other: &usize| {
                    (2 * rank[*other] - opposite + whole).rem_euclid(2 * whole) - whole
                };
                let far: i64 = tied[*at].iter().map(away).sum();
                (-far, i64::try_from(tied[*at].len()).unwrap_or(1).max(1))
            };
            let mut arc = arc.to_vec();
            arc.sort_by(|one, other| {
                let ((far, of), (farther, of_other)) = (mirrored(one), mirrored(other));
                (far * of_other)
                    .cmp(&(farther * of))
                    .then(rank[*one].cmp(&rank[*other]))
            });
            sorted.append(&mut arc);
        }
        order = sorted;
    }
    order
}

fn point(turn: f64, middle: (f64, f64)) -> (f64, f64) {
    (
        middle.0 + RADIUS * turn.cos(),
        middle.1 + RADIUS * turn.sin(),
    )
}

/// A curve between two places, bent towards the middle; as thick as the tie is strong.
fn tie(
    svg: &mut Svg,
    edge: &GraphEdge,
    (from, to): ((f64, f64), (f64, f64)),
    middle: (f64, f64),
    strongest: u64,
) {
    let share = f64::from(u32::try_from(edge.weight).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(strongest).unwrap_or(u32::MAX));
    let pulled =
        |one: f64, other: f64, middle: f64| middle + (f64::midpoint(one, other) - middle) * 0.35;
    let by = (
        pulled(from.0, to.0, middle.0),
        pulled(from.1, to.1, middle.1),
    );
    let data = [from, by, to].map(|(x, y)| format!("{} {}", number(x), number(y)));
    if !edge.label.is_empty() {
        svg.text(&tag("title"), &edge.label);
    }
    let [from, by, to] = data;
    svg.leaf(&tag("path").set("d", &format!("M{from}Q{by} {to}")).at(
        "stroke-width",
        if strongest == 1 {
            1.6
        } else {
            0.8 + 3.2 * share
        },
    ));
}

fn draw_node(svg: &mut Svg, node: &GraphNode, turn: f64, middle: (f64, f64), size: f64, id: &str) {
    let at = point(turn, middle);
    svg.group(&tag("g").set("data-node", &node.id), |svg| {
        svg.text(&tag("title"), &node.label);
        if node.bridge {
            svg.leaf(&circle(at, 12.0, "none"));
        }
        svg.leaf(
            &circle(at, (size * 0.55).min(8.0), &fill(id, node.family))
                .set("data-colour", colour(node.family)),
        );
        let degrees = turn.to_degrees();
        let outwards = turn.cos() >= 0.0;
        let (degrees, anchor, x) = if outwards {
            (degrees, "start", 16.0)
        } else {
            (degrees + 180.0, "end", -16.0)
        };
        let face = regular(size);
        let text = face.shorten(&node.label, AROUND - 24.0);
        let turned = format!(
            "translate({} {}) rotate({})",
            number(at.0),
            number(at.1),
            number(degrees)
        );
        let line = words(face, x, size * 0.35)
            .set("text-anchor", anchor)
            .set("transform", &turned);
        svg.text(&line, &text);
    });
}

fn circle(at: (f64, f64), radius: f64, fill: &str) -> Tag {
    let ring = tag("circle")
        .at("cx", at.0)
        .at("cy", at.1)
        .at("r", radius)
        .set("fill", fill);
    ring.set("stroke", INK).at(
        "stroke-width",
        if radius > SMALL.size * 0.9 { 2.0 } else { 1.0 },
    )
}
