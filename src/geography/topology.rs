//! TopoJSON from outlines: a border that two areas share becomes one arc, simplified for maps.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::geography::area::AreaLevel;
use crate::geography::outline::Degrees;
use crate::geography::projection::lambert93;
use crate::geography::workspace_outlines::OutlinedArea;

/// Number of grid lines per degree: neighbours that an official file draws with slightly different
/// points share their border on a grid of 7 to 11 m.
const GRID: f64 = 10_000.0;

/// Maximum distance, in metres, between a simplified line and the points that it leaves out.
const TOLERANCE: f64 = 250.0;

/// A point of the grid: longitude, latitude.
type Node = (i32, i32);

/// Formats areas as TopoJSON with the layers `epci`, `departements` and `regions`, in the form that
/// [`Outlines::parse`](crate::geography::outline::Outlines::parse) reads.
#[must_use]
pub fn topojson(areas: &[OutlinedArea]) -> String {
    let snapped: Vec<Vec<Vec<Vec<Node>>>> = areas
        .iter()
        .map(|area| area.polygons.iter().map(|rings| snap(rings)).collect())
        .collect();
    let junctions = junctions(snapped.iter().flatten().flatten());
    let mut arcs = Arcs::default();
    let mut layers: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (area, polygons) in areas.iter().zip(&snapped) {
        let layer = match area.level {
            AreaLevel::Epci => "epci",
            AreaLevel::Region => "regions",
            _ => "departements",
        };
        layers.entry(layer).or_default().push(json!({
            "type": "MultiPolygon",
            "id": area.code,
            "properties": { "nom": area.name },
            "arcs": arcs.cut_polygons(polygons, &junctions),
        }));
    }
    let objects: BTreeMap<&str, Value> = layers
        .into_iter()
        .map(|(name, geometries)| {
            let layer = json!({ "type": "GeometryCollection", "geometries": geometries });
            (name, layer)
        })
        .collect();
    let file = json!({
        "type": "Topology",
        "transform": { "scale": [1.0 / GRID, 1.0 / GRID], "translate": [0.0, 0.0] },
        "objects": objects,
        "arcs": arcs.list.iter().map(|arc| deltas(&simplify(arc))).collect::<Vec<_>>(),
    });
    format!("{file}\n")
}

/// Moves the rings of a polygon to the grid. Points that fall together become one, the first point
/// is not repeated at the end, and a ring of fewer than three points disappears.
fn snap(rings: &[Vec<Degrees>]) -> Vec<Vec<Node>> {
    rings
        .iter()
        .map(|ring| {
            let mut nodes: Vec<Node> = ring.iter().map(nearest_node).collect();
            nodes.dedup();
            if nodes.len() > 1 && nodes.first() == nodes.last() {
                nodes.pop();
            }
            nodes
        })
        .filter(|ring| ring.len() > 2)
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees times ten thousand are far inside i32"
)]
fn nearest_node(&(x, y): &Degrees) -> Node {
    ((x * GRID).round() as i32, (y * GRID).round() as i32)
}

/// Finds the nodes at which more than two borders meet.
fn junctions<'r>(rings: impl Iterator<Item = &'r Vec<Node>>) -> BTreeSet<Node> {
    let mut neighbours: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    for ring in rings {
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((node, before), after) in ring.iter().zip(before).zip(after) {
            neighbours.entry(*node).or_default().extend([before, after]);
        }
    }
    neighbours
        .into_iter()
        .filter(|(_, around)| around.len() > 2)
        .map(|(node, _)| node)
        .collect()
}

/// The arcs of all rings, each of them once.
#[derive(Default)]
struct Arcs {
    /// Arcs in the order of their indices.
    list: Vec<Vec<Node>>,
    /// Index of each arc.
    indices: BTreeMap<Vec<Node>, i32>,
}

impl Arcs {
    fn cut_polygons(
        &mut self,
        polygons: &[Vec<Vec<Node>>],
        junctions: &BTreeSet<Node>,
    ) -> Vec<Vec<Vec<i32>>> {
        polygons
            .iter()
            .map(|rings| {
                rings
                    .iter()
                    .map(|ring| self.cut(ring, junctions))
                    .filter(|ring| !ring.is_empty())
                    .collect()
            })
            .filter(|rings: &Vec<Vec<i32>>| !rings.is_empty())
            .collect()
    }

    /// Cuts a ring at its junctions, and returns the indices of the arcs. An index is negative (the
    /// one's complement) where an arc is traversed backwards.
    fn cut(&mut self, ring: &[Node], junctions: &BTreeSet<Node>) -> Vec<i32> {
        let starts: Vec<usize> = ring
            .iter()
            .enumerate()
            .filter(|(_, node)| junctions.contains(node))
            .map(|(index, _)| index)
            .collect();
        let Some(&first) = starts.first() else {
            // A ring without junctions begins at its least node, as does the same ring where it is
            // the hole of a neighbour.
            let least = ring
                .iter()
                .enumerate()
                .min_by_key(|(_, node)| **node)
                .map_or(0, |(index, _)| index);
            return vec![self.add(&between(ring, least, least + ring.len()))];
        };
        let ends = starts.iter().skip(1).copied().chain([first + ring.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| self.add(&between(ring, start, end)))
            .collect()
    }

    /// Returns the index of an arc, which is added unless it is known in one direction or the
    /// other.
    fn add(&mut self, arc: &[Node]) -> i32 {
        if let Some(index) = self.indices.get(arc) {
            return *index;
        }
        let mut reversed = arc.to_vec();
        reversed.reverse();
        if let Some(index) = self.indices.get(&reversed) {
            return !index;
        }
        let index = i32::try_from(self.list.len()).unwrap_or(i32::MAX);
        self.indices.insert(arc.to_vec(), index);
        self.list.push(arc.to_vec());
        index
    }
}

/// Returns the nodes of a ring from one index to another, both included, past its end if need be.
fn between(ring: &[Node], start: usize, end: usize) -> Vec<Node> {
    let count = (end + 1).saturating_sub(start);
    ring.iter()
        .copied()
        .cycle()
        .skip(start)
        .take(count)
        .collect()
}

/// Simplifies an arc by the algorithm of Douglas and Peucker (1973), in metres: of the nodes
/// between two that are kept, the farthest from their line is kept too if it is beyond the
/// tolerance.
fn simplify(arc: &[Node]) -> Vec<Node> {
    let points: Vec<(f64, f64)> = arc.iter().copied().map(to_metres).collect();
    let last = arc.len().saturating_sub(1);
    // The ends of a ring are one point, and everything could be near it: two more nodes are kept,
    // so that the ring stays a ring.
    let fixed = if arc.first() == arc.last() {
        vec![0, last / 3, 2 * last / 3, last]
    } else {
        vec![0, last]
    };
    let mut kept: BTreeSet<usize> = fixed.iter().copied().collect();
    let mut parts: Vec<(usize, usize)> = fixed
        .array_windows()
        .map(|[from, to]| (*from, *to))
        .collect();
    while let Some((from, to)) = parts.pop() {
        let (Some(first), Some(last)) = (points.get(from), points.get(to)) else {
            continue;
        };
        let distances = points.iter().enumerate().take(to).skip(from + 1);
        let farthest = distances
            .map(|(index, point)| (index, distance_to_line(*point, *first, *last)))
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        if let Some((farthest, distance)) = farthest
            && distance > TOLERANCE
        {
            kept.insert(farthest);
            parts.extend([(from, farthest), (farthest, to)]);
        }
    }
    arc.iter()
        .enumerate()
        .filter(|(index, _)| kept.contains(index))
        .map(|(_, node)| *node)
        .collect()
}

fn to_metres((x, y): Node) -> (f64, f64) {
    lambert93(f64::from(x) / GRID, f64::from(y) / GRID)
}

/// Returns the distance of a point from the line through two others, which may be the same.
fn distance_to_line(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (point.0 - from.0, point.1 - from.1);
    let length = dx.hypot(dy);
    if length == 0.0 {
        x.hypot(y)
    } else {
        (x * dy - y * dx).abs() / length
    }
}

/// Returns the first node, then the step from each node to the next: small numbers, short files.
fn deltas(arc: &[Node]) -> Vec<[i32; 2]> {
    let mut position = (0, 0);
    arc.iter()
        .map(|&node| {
            let step = [node.0 - position.0, node.1 - position.1];
            position = node;
            step
        })
        .collect()
}
