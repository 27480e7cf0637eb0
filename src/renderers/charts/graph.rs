//! Graph on a circle: families of nodes side by side, ties as curves through the middle.

#![expect(
    clippy::indexing_slicing,
    reason = "lists of one item a node; ties to no node are left out before"
)]

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::text::regular;
use crate::renderers::drawing::xml::{Tag, XmlWriter, number, tag};
use crate::views::view::{Graph, GraphEdge, GraphNode};

use crate::renderers::charts::chart::{Drawing, SMALL, WIDTH, colour, fill, text_at};
use crate::renderers::charts::legend;

/// Radius of the circle, and space around it for names, in pixels.
const RADIUS: f64 = 250.0;
const AROUND: f64 = 250.0;

/// Middle of the circle.
const MIDDLE: (f64, f64) = (WIDTH / 2.0, RADIUS + AROUND);

/// Number of times that nodes are sorted by those they are tied to.
// Each sweep moves nodes by the order of the last; after some twenty, little changes.
const SWEEPS: usize = 24;

/// Smallest and largest size of names, in pixels.
const NAME_SIZES: (f64, f64) = (6.5, 13.0);

/// Share of the way to the middle at which a curve keeps away from it: 0 would touch the middle, 1
/// be a straight line.
const STRAIGHTNESS: f64 = 0.35;

/// Draws a graph with its legend.
pub(super) fn draw(figure: &Graph, id: &str) -> Drawing {
    let mut svg = XmlWriter::with_lines();
    let angles = angles(figure);
    draw_edges(&mut svg, figure, &angles);
    // Names are as high as the arc between two nodes allows.
    let size =
        (TAU * RADIUS / as_f64(figure.nodes.len().max(1)) * 0.8).clamp(NAME_SIZES.0, NAME_SIZES.1);
    for (node, angle) in figure.nodes.iter().zip(&angles) {
        draw_node(&mut svg, node, *angle, size, id);
    }
    let top = MIDDLE.1 + RADIUS + AROUND;
    let height = legend::draw(&mut svg, &figure.families, top, |svg, family, x, y| {
        svg.leaf(&circle((x, y), 9.0, &fill(id, family)));
    });
    Drawing { svg, height }
}

fn draw_edges(svg: &mut XmlWriter, figure: &Graph, angles: &[f64]) {
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
            if let (Some(from), Some(to)) = (angles.get(edge.from), angles.get(edge.to)) {
                svg.group(&tag("g"), |svg| {
                    draw_edge(svg, edge, point(*from), point(*to), strongest);
                });
            }
        }
    });
}

/// The angle of each node on the circle, in radians.
fn angles(figure: &Graph) -> Vec<f64> {
    let order = order(figure);
    let step = TAU / as_f64(order.len().max(1));
    let mut angles = vec![0.0; order.len()];
    for (rank, node) in order.into_iter().enumerate() {
        angles[node] = step * as_f64(rank) - FRAC_PI_2;
    }
    angles
}

/// Nodes in their order around the circle: families in order, and within a family so that ties
/// cross little.
fn order(figure: &Graph) -> Vec<usize> {
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); figure.nodes.len()];
    for edge in &figure.edges {
        if edge.from.max(edge.to) < figure.nodes.len() {
            tied[edge.from].push(edge.to);
            tied[edge.to].push(edge.from);
        }
    }
    let mut order: Vec<usize> = (0..figure.nodes.len()).collect();
    order.sort_by_key(|node| (figure.nodes[*node].family, *node));
    for _ in 0..SWEEPS {
        let mut ranks = vec![0; order.len()];
        for (rank, node) in (0..).zip(&order) {
            ranks[*node] = rank;
        }
        order = order
            .chunk_by(|a, b| figure.nodes[*a].family == figure.nodes[*b].family)
            .flat_map(|family| sorted(family, &ranks, &tied))
            .collect();
    }
    order
}

/// The nodes of a family, sorted by the mean position of those they are tied to, which is mirrored:
/// straight ties to the other side of a circle do not cross if both ends run against each other.
// In whole numbers, so that every machine finds the same order: fractions are compared by cross
// multiplication.
fn sorted(family: &[usize], ranks: &[i64], tied: &[Vec<usize>]) -> Vec<usize> {
    let whole = i64::try_from(ranks.len()).unwrap_or(i64::MAX);
    // Twice the rank opposite the middle of the family's arc.
    let opposite = ranks[family[0]] + ranks[family[family.len() - 1]] + whole;
    let mean = |node: usize| -> (i64, i64) {
        let sum: i64 = tied[node]
            .iter()
            .map(|other| (2 * ranks[*other] - opposite + whole).rem_euclid(2 * whole) - whole)
            .sum();
        let count = i64::try_from(tied[node].len()).unwrap_or(1).max(1);
        (-sum, count)
    };
    let mut sorted = family.to_vec();
    sorted.sort_by(|a, b| {
        let ((sum_a, count_a), (sum_b, count_b)) = (mean(*a), mean(*b));
        (sum_a * count_b)
            .cmp(&(sum_b * count_a))
            .then(ranks[*a].cmp(&ranks[*b]))
    });
    sorted
}

/// A point of the circle.
fn point(angle: f64) -> (f64, f64) {
    (
        MIDDLE.0 + RADIUS * angle.cos(),
        MIDDLE.1 + RADIUS * angle.sin(),
    )
}

/// Draws a curve between two points, bent towards the middle; the stronger the tie, the thicker.
fn draw_edge(
    svg: &mut XmlWriter,
    edge: &GraphEdge,
    from: (f64, f64),
    to: (f64, f64),
    strongest: u64,
) {
    let control = (bent(from.0, to.0, MIDDLE.0), bent(from.1, to.1, MIDDLE.1));
    let [from, control, to] =
        [from, control, to].map(|(x, y)| format!("{} {}", number(x), number(y)));
    if !edge.label.is_empty() {
        svg.text(&tag("title"), &edge.label);
    }
    let width = if strongest == 1 {
        1.6
    } else {
        let share = f64::from(u32::try_from(edge.weight).unwrap_or(u32::MAX))
            / f64::from(u32::try_from(strongest).unwrap_or(u32::MAX));
        0.8 + 3.2 * share
    };
    let path = tag("path").set("d", &format!("M{from}Q{control} {to}"));
    svg.leaf(&path.number("stroke-width", width));
}

/// A coordinate of the control point of a curve between two others.
fn bent(from: f64, to: f64, middle: f64) -> f64 {
    middle + (f64::midpoint(from, to) - middle) * STRAIGHTNESS
}

fn draw_node(svg: &mut XmlWriter, node: &GraphNode, angle: f64, size: f64, id: &str) {
    let centre = point(angle);
    svg.group(&tag("g").set("data-node", &node.id), |svg| {
        svg.text(&tag("title"), &node.label);
        if node.bridge {
            svg.leaf(&circle(centre, 12.0, "none"));
        }
        let dot = circle(centre, (size * 0.55).min(8.0), &fill(id, node.family));
        svg.leaf(&dot.set("data-colour", colour(node.family)));
        // Names on the left half are turned round, so that none is upside down.
        let degrees = angle.to_degrees();
        let (degrees, anchor, x) = if angle.cos() >= 0.0 {
            (degrees, "start", 16.0)
        } else {
            (degrees + 180.0, "end", -16.0)
        };
        let face = regular(size);
        let [across, down, turn] = [centre.0, centre.1, degrees].map(number);
        let transform = format!("translate({across} {down}) rotate({turn})");
        let name = text_at(face, x, size * 0.35)
            .set("text-anchor", anchor)
            .set("transform", &transform);
        svg.text(&name, &face.shorten(&node.label, AROUND - 24.0));
    });
}

fn circle(centre: (f64, f64), radius: f64, fill: &str) -> Tag {
    let width = if radius > SMALL.size * 0.9 { 2.0 } else { 1.0 };
    tag("circle")
        .number("cx", centre.0)
        .number("cy", centre.1)
        .number("r", radius)
        .set("fill", fill)
        .set("stroke", INK)
        .number("stroke-width", width)
}
