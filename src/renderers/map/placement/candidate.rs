//! A position that a block of the map may take, with its cost.

use std::f64::consts::FRAC_1_SQRT_2;

use crate::renderers::drawing::rectangle::{Point, Rectangle, segments_cross};
use crate::renderers::map::placement::block::Block;

/// Cost of one crossing, in pixels of distance from home.
// With the square of the distance below, as much as a detour of about 115 pixels for a block of
// one symbol: a crossing is accepted only where every way around is long.
const CROSSING: f64 = 450.0;

/// Cost of having a leader, in pixels: blocks that are almost at home rather return to it.
pub(in crate::renderers::map) const LEADER: f64 = 12.0;

/// Distance from home, in pixels, at which its square costs as much as itself.
// The square makes two short leaders cheaper than a short and a long one.
const FAR: f64 = 40.0;

/// Anchors nearer than this are one place to the eye: the width of a symbol, in pixels.
const SAME_PLACE: f64 = 26.0;

/// Space kept between a block and other blocks or their leaders, in pixels.
// A little less than the 3 pixels that `separate` keeps, so that its results have no overlap here.
pub(in crate::renderers::map) const GAP: f64 = 2.9;

/// Distances from home at which positions are tried, in pixels: closer together near home.
const RINGS: [f64; 12] = [
    9.0, 18.0, 27.0, 37.0, 48.0, 60.0, 74.0, 90.0, 108.0, 130.0, 156.0, 190.0,
];

/// Directions in which positions are tried, as unit vectors.
// Written out, since sines and cosines differ in their last digit from machine to machine.
const DIRECTIONS: [(f64, f64); 16] = [
    (0.0, 1.0),
    (0.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (-FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
    (-FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
    (0.9239, 0.3827),
    (-0.9239, 0.3827),
    (0.9239, -0.3827),
    (-0.9239, -0.3827),
    (0.3827, 0.9239),
    (-0.3827, 0.9239),
    (0.3827, -0.9239),
    (-0.3827, -0.9239),
];

/// Home, and the positions tried around it, from the inside out.
pub(in crate::renderers::map) fn positions_around(home: Point) -> impl Iterator<Item = Point> {
    let rings = RINGS
        .into_iter()
        .flat_map(|radius| DIRECTIONS.map(|(x, y)| (x * radius, y * radius)));
    std::iter::once((0.0, 0.0))
        .chain(rings)
        .map(move |(x, y)| home.moved(x, y))
}

/// A block in a position, with what its cost depends on.
#[derive(Clone, Copy)]
pub(in crate::renderers::map) struct Candidate {
    /// Position of the middle of the block's rows.
    pub(in crate::renderers::map) position: Point,
    /// Area that the block covers on the page.
    pub(in crate::renderers::map) covers: Rectangle,
    /// Cost without other blocks, in pixels.
    pub(in crate::renderers::map) own_cost: f64,
    anchor: Point,
    leader: Option<(Point, Point)>,
    /// Area of block and leader together, with the space kept around it.
    reach: Rectangle,
}

impl Candidate {
    /// A block in a position.
    pub(in crate::renderers::map) fn new(block: &Block, position: Point) -> Self {
        let leader = block.leader_from(position);
        let distance = position.distance(block.anchor);
        let own_cost = (distance + distance * distance / FAR) * block.weight()
            + if leader.is_some() { LEADER } else { 0.0 };
        let covers = block.bounds.moved(position.x, position.y);
        let whole = if leader.is_some() {
            covers.union(Rectangle::around(block.anchor, 0.0, 0.0))
        } else {
            covers
        };
        Self {
            position,
            covers,
            own_cost,
            anchor: block.anchor,
            leader,
            reach: whole.grown(GAP),
        }
    }

    /// The candidate with the cost of the obstacles that its leader crosses added to its own.
    pub(in crate::renderers::map) fn with_crossed(self, obstacles: &[Rectangle]) -> Self {
        let Some((from, to)) = self.leader else {
            return self;
        };
        let crossed = obstacles
            .iter()
            .filter(|area| area.grown(GAP).is_crossed(from, to));
        Self {
            own_cost: self.own_cost + crossed.map(|_| CROSSING).sum::<f64>(),
            ..self
        }
    }

    /// Whether two blocks overlap, and the cost of the crossings between them, in pixels.
    pub(in crate::renderers::map) fn shared_cost(&self, other: &Self) -> (bool, f64) {
        if !self.reach.overlaps(other.reach) {
            return (false, 0.0);
        }
        (
            self.covers.grown(GAP).overlaps(other.covers),
            self.crossing_cost(other),
        )
    }

    /// Cost of the crossings between two blocks and their leaders, in pixels.
    fn crossing_cost(&self, other: &Self) -> f64 {
        if self.leader.is_none() && other.leader.is_none() {
            return 0.0;
        }
        let is_same_place = self.anchor.distance(other.anchor) <= SAME_PLACE;
        let leaders_cross = match (self.leader, other.leader) {
            (Some(first), Some(second)) => !is_same_place && segments_cross(first, second),
            _ => false,
        };
        let crossings = u8::from(self.crosses(other, is_same_place))
            + u8::from(other.crosses(self, is_same_place))
            + u8::from(leaders_cross);
        f64::from(crossings) * CROSSING
    }

    /// Whether the leader passes over another block. A leader may start below the block of a place
    /// that the map cannot tell from its own, such as a quarter and its town.
    fn crosses(&self, other: &Self, is_same_place: bool) -> bool {
        let starts_below = is_same_place && other.covers.contains(self.anchor);
        self.leader
            .is_some_and(|(from, to)| !starts_below && other.covers.grown(GAP).is_crossed(from, to))
    }
}
