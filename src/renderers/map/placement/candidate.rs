//! Where a block of the map might stand, and what that would cost.

use std::f64::consts::FRAC_1_SQRT_2;

use crate::renderers::drawing::rectangle::{Point, Rectangle, cross};
use crate::renderers::map::placement::block::Block;

/// What one crossing weighs against a pixel of distance from home.
const CROSSING: f64 = 450.0;

/// What having a leader weighs, so that near blocks rather go home.
pub(in crate::renderers::map) const LEADER: f64 = 12.0;

/// Distance from home, in pixels, at which its square weighs as much as itself.
const FAR: f64 = 40.0;

/// Places nearer than this are one on the map: as wide as a symbol, in pixels.
const SAME: f64 = 26.0;

/// Space kept between a block and others, and between a block and the leaders of others.
pub(in crate::renderers::map) const GAP: f64 = 2.9;

/// Distances from home at which places are tried, in pixels.
const RINGS: [f64; 12] = [
    9.0, 18.0, 27.0, 37.0, 48.0, 60.0, 74.0, 90.0, 108.0, 130.0, 156.0, 190.0,
];

/// Directions in which places are tried, written down so that they are the same on every machine.
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

/// A home, and places around it.
pub(in crate::renderers::map) fn around(home: Point) -> impl Iterator<Item = Point> {
    let rings = RINGS
        .into_iter()
        .flat_map(|radius| DIRECTIONS.map(|(x, y)| (x * radius, y * radius)));
    std::iter::once((0.0, 0.0))
        .chain(rings)
        .map(move |(x, y)| home.moved(x, y))
}

/// Where a block stands, with what it needs to be judged.
#[derive(Clone, Copy)]
pub(in crate::renderers::map) struct Candidate {
    pub(in crate::renderers::map) at: Point,
    pub(in crate::renderers::map) covers: Rectangle,
    /// What it costs by itself.
    pub(in crate::renderers::map) own: f64,
    anchor: Point,
    leader: Option<(Point, Point)>,
    /// Block and leader together, with the space kept around.
    whole: Rectangle,
}

impl Candidate {
    pub(in crate::renderers::map) fn of(block: &Block) -> Self {
        Self::moved(block, block.at)
    }

    /// The same block elsewhere.
    pub(in crate::renderers::map) fn moved(block: &Block, at: Point) -> Self {
        let leader = block.leader_from(at);
        let away = at.distance(block.anchor);
        let own = (away + away * away / FAR) * block.weight()
            + if leader.is_some() { LEADER } else { 0.0 };
        let covers = block.bounds.moved(at.x, at.y);
        let whole = if leader.is_some() {
            covers.with(Rectangle::around(block.anchor, 0.0, 0.0))
        } else {
            covers
        };
        Self {
            at,
            covers,
            own,
            anchor: block.anchor,
            leader,
            whole: whole.grown(GAP),
        }
    }

    /// The same, what its leader crosses of things that stand still added to its cost.
    pub(in crate::renderers::map) fn judged(self, still: &[Rectangle]) -> Self {
        let Some((from, to)) = self.leader else {
            return self;
        };
        let crossed = still
            .iter()
            .filter(|area| area.grown(GAP).crossed(from, to));
        Self {
            own: self.own + crossed.map(|_| CROSSING).sum::<f64>(),
            ..self
        }
    }

    /// Whether two blocks overlap, and what crossings between them cost.
    pub(in crate::renderers::map) fn met(&self, other: &Self) -> (bool, f64) {
        if !self.whole.overlaps(other.whole) {
            return (false, 0.0);
        }
        (
            self.covers.grown(GAP).overlaps(other.covers),
            self.crossings(other),
        )
    }

    /// What crossings between two blocks and their leaders cost. A leader may come from under the
    /// block of a place so
    /// near that the map does not tell the two apart, such as a quarter and its town.
    fn crossings(&self, other: &Self) -> f64 {
        if self.leader.is_none() && other.leader.is_none() {
            return 0.0;
        }
        let apart = self.anchor.distance(other.anchor) > SAME;
        let over = |one: &Self, other: &Self| {
            let free_space = other.covers.grown(GAP);
            let comes_from = !apart && other.covers.has(one.anchor);
            one.leader
                .is_some_and(|(from, to)| !comes_from && free_space.crossed(from, to))
        };
        let leaders = match (self.leader, other.leader) {
            (Some(one), Some(two)) => apart && cross(one, two),
            _ => false,
        };
        let count = u8::from(over(self, other)) + u8::from(over(other, self)) + u8::from(leaders);
        f64::from(count) * CROSSING
    }
}
