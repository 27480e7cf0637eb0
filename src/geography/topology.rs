//! Outlines joined with their neighbours: each shared border becomes one arc, drawn no finer than
//! maps need.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::geography::AreaLevel;
use crate::geography::outline::Degrees;
use crate::geography::projection::lambert93;
use crate::geography::workspace_outlines::OutlinedArea;

/// Grid of the written file, in parts of a degree.
const GRID: f64 = 10_000.0;

/// How far a simplified line may be from the given one, in metres.
const TOLERANCE: f64 = 250.0;

/// A point of the grid.
type Node = (i32, i32);

/// `TopoJSON` of given areas, as this program writes and reads it: layers `epci`, `departements`
/// and `regions`.
#[must_use]
pub fn topojson(given: &[OutlinedArea]) -> String {
    let snapped: Vec<Vec<Vec<Vec<Node>>>> = given
        .iter()
        .map(|area| area.polygons.iter().map(|rings| snap(rings)).collect())
        .collect();
    let junctions = junctions(snapped.iter().flatten().flatten());
    let mut arcs = Arcs::default();
    let mut layers: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (area, polygons) in given.iter().zip(&snapped) {
        let polygons: Vec<Vec<Vec<i32>>> = polygons
            .iter()
            .map(|rings| {
                rings
                    .iter()
                    .map(|ring| arcs.cut(ring, &junctions))
                    .filter(|ring| !ring.is_empty())
                    .collect()
            })
            .filter(|rings: &Vec<Vec<i32>>| !rings.is_empty())
            .collect();
        let layer = match area.level {
            AreaLevel::Epci => "epci",
            AreaLevel::Region => "regions",
            _ => "departements",
        };
        layers.entry(layer).or_default().push(json!({
            "type": "MultiPolygon", "id": area.code, "properties": { "nom": area.name }, "arcs": polygons,
        }));
    }
    let layer =
        |geometries: Vec<Value>| json!({ "type": "GeometryCollection", "geometries": geometries });
    let objects: BTreeMap<&str, Value> = layers
        .into_iter()
        .map(|(name, areas)| (name, layer(areas)))
        .collect();
    let file = json!({
        "type": "Topology",
        "transform": { "scale": [1.0 / GRID, 1.0 / GRID], "translate": [0.0, 0.0] },
        "objects": objects,
        "arcs": arcs.drawn.iter().map(|arc| deltas(&simple(arc))).collect::<Vec<_>>(),
    });
    format!("{file}\n")
}

/// A polygon's rings on the grid, without points that fall together, their first point not
/// repeated.
#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees by ten thousand are far inside i32"
)]
fn snap(rings: &[Vec<Degrees>]) -> Vec<Vec<Node>> {
    let node = |&(x, y): &Degrees| ((x * GRID).round() as i32, (y * GRID).round() as i32);
    let snapped = rings.iter().map(|ring| {
        let mut nodes: Vec<Node> = ring.iter().map(node).collect();
        nodes.dedup();
        if nodes.len() > 1 && nodes.first() == nodes.last() {
            nodes.pop();
        }
        nodes
    });
    snapped.filter(|ring| ring.len() > 2).collect()
}

/// Points where more than two borders meet.
fn junctions<'r>(rings: impl Iterator<Item = &'r Vec<Node>>) -> BTreeSet<Node> {
    let mut near: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    for ring in rings {
        for place in 0..ring.len() {
            let (before, after) = (
                ring[(place + ring.len() - 1) % ring.len()],
                ring[(place + 1) % ring.len()],
            );
            near.entry(ring[place]).or_default().extend([before, after]);
        }
    }
    near.into_iter()
        .filter(|(_, around)| around.len() > 2)
        .map(|(node, _)| node)
        .collect()
}

/// Arcs met so far, each once.
#[derive(Default)]
struct Arcs {
    drawn: Vec<Vec<Node>>,
    known: BTreeMap<Vec<Node>, i32>,
}

impl Arcs {
    /// A ring as the arcs between its junctions; an index is negative where an arc is walked
    /// backwards.
    fn cut(&mut self, ring: &[Node], junctions: &BTreeSet<Node>) -> Vec<i32> {
        let starts: Vec<usize> = (0..ring.len())
            .filter(|&place| junctions.contains(&ring[place]))
            .collect();
        let Some(&first) = starts.first() else {
            // A ring on its own begins at its least point, so that its neighbour's begins there
            // too.
            let least = (0..ring.len())
                .min_by_key(|&place| ring[place])
                .unwrap_or(0);
            return vec![self.add(&walk(ring, least, least + ring.len()))];
        };
        let ends = starts.iter().skip(1).copied().chain([first + ring.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| self.add(&walk(ring, start, end)))
            .collect()
    }

    fn add(&mut self, arc: &[Node]) -> i32 {
        if let Some(index) = self.known.get(arc) {
            return *index;
        }
        let mut back = arc.to_vec();
        back.reverse();
        if let Some(index) = self.known.get(&back) {
            return !index;
        }
        let index = i32::try_from(self.drawn.len()).unwrap_or(i32::MAX);
        self.known.insert(arc.to_vec(), index);
        self.drawn.push(arc.to_vec());
        index
    }
}

/// The points of a ring from one place to another, round its end.
fn walk(ring: &[Node], start: usize, end: usize) -> Vec<Node> {
    (start..=end)
        .map(|place| ring[place % ring.len()])
        .collect()
}

/// A line without the points that are nearer than the tolerance to what is left (Douglas and
/// Peucker).
fn simple(arc: &[Node]) -> Vec<Node> {
    let metres = |&(x, y): &Node| lambert93(f64::from(x) / GRID, f64::from(y) / GRID);
    let places: Vec<(f64, f64)> = arc.iter().map(metres).collect();
    let mut kept = vec![false; arc.len()];
    let last = arc.len().saturating_sub(1);
    // A ring on its own is kept in three parts, so that it stays a ring.
    let fixed = if arc.first() == arc.last() {
        vec![0, last / 3, 2 * last / 3, last]
    } else {
        vec![0, last]
    };
    let mut parts: Vec<(usize, usize)> = fixed.windows(2).map(|pair| (pair[0], pair[1])).collect();
    for &place in &fixed {
        kept[place] = true;
    }
    while let Some((from, to)) = parts.pop() {
        let far = |place: usize| away(places[place], places[from], places[to]);
        let Some(most) = (from + 1..to).max_by(|&a, &b| far(a).total_cmp(&far(b))) else {
            continue;
        };
        if far(most) > TOLERANCE {
            kept[most] = true;
            parts.extend([(from, most), (most, to)]);
        }
    }
    arc.iter()
        .zip(kept)
        .filter(|(_, kept)| *kept)
        .map(|(node, _)| *node)
        .collect()
}

/// How far a point is from a line between two others.
fn away(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (point.0 - from.0, point.1 - from.1);
    let length = dx.hypot(dy);
    if length == 0.0 {
        x.hypot(y)
    } else {
        (x * dy - y * dx).abs() / length
    }
}

/// The first point, then the step to each that follows.
fn deltas(arc: &[Node]) -> Vec<[i32; 2]> {
    let mut at = (0, 0);
    let step = |&(x, y): &Node| {
        let step = [x - at.0, y - at.1];
        at = (x, y);
        step
    };
    arc.iter().map(step).collect()
}
