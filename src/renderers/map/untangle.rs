//! Blocks change places until no leader runs over another's symbols or name, as far as there is room.

use super::block::Block;
use super::rectangle::{Point, Rectangle, cross};

/// How often all blocks are gone through.
const PASSES: usize = 6;

/// What one crossing weighs against a pixel of distance from home.
const CROSSING: f64 = 260.0;

/// What having a leader weighs, so that near blocks rather go home.
const LEADER: f64 = 12.0;

/// Distance from home, in pixels, at which its square weighs as much as itself.
const FAR: f64 = 40.0;

/// Space kept between a block and others, and between a block and the leaders of others.
const GAP: (f64, f64) = (3.0, 3.0);

/// Distances from home at which places are tried, in pixels.
const RINGS: [f64; 13] = [0.0, 12.0, 24.0, 36.0, 48.0, 60.0, 74.0, 90.0, 108.0, 128.0, 152.0, 180.0, 220.0];

/// Directions in which places are tried, written down so that they are the same on every machine.
const DIRECTIONS: [(f64, f64); 16] = [
    (0.0, 1.0),
    (0.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.7071, 0.7071),
    (-0.7071, 0.7071),
    (0.7071, -0.7071),
    (-0.7071, -0.7071),
    (0.9239, 0.3827),
    (-0.9239, 0.3827),
    (0.9239, -0.3827),
    (-0.9239, -0.3827),
    (0.3827, 0.9239),
    (-0.3827, 0.9239),
    (0.3827, -0.9239),
    (-0.3827, -0.9239),
];

/// Where a block stands, with what it needs to be judged.
#[derive(Clone, Copy)]
struct Stand {
    at: Point,
    anchor: Point,
    covers: Rectangle,
    leader: Option<(Point, Point)>,
}

impl Stand {
    fn of(block: &Block) -> Self {
        Self { at: block.at, anchor: block.anchor, covers: block.covers(), leader: block.leader() }
    }

    /// The same block elsewhere.
    fn moved(block: &Block, at: Point) -> Self {
        let anchor = block.anchor;
        Self { at, anchor, covers: block.bounds.moved(at.x, at.y), leader: block.leader_from(at) }
    }

    /// What its distance from home costs.
    fn own(self) -> f64 {
        let away = self.at.distance(self.anchor);
        away + away * away / FAR + if self.leader.is_some() { LEADER } else { 0.0 }
    }

    /// Crossings between two blocks and their leaders.
    fn crossings(self, other: Self) -> f64 {
        let over = |one: Self, other: Self| {
            let room = other.covers.grown(GAP.1);
            one.leader.is_some_and(|(from, to)| room.crossed(from, to))
        };
        let apart = (self.anchor.x - other.anchor.x).abs() + (self.anchor.y - other.anchor.y).abs() > 1.0;
        let leaders = match (self.leader, other.leader) {
            (Some(one), Some(two)) => apart && cross(one, two),
            _ => false,
        };
        let count = u8::from(over(self, other)) + u8::from(over(other, self)) + u8::from(leaders);
        f64::from(count) * CROSSING
    }

    /// Crossings of its leader with what stands still.
    fn over_still(self, still: &[Rectangle]) -> f64 {
        let Some((from, to)) = self.leader else { return 0.0 };
        let crossed = still.iter().filter(|area| area.grown(GAP.1).crossed(from, to));
        crossed.map(|_| CROSSING).sum()
    }
}

/// Everything on the board while blocks are moved.
struct Board<'b> {
    blocks: &'b mut [Block],
    stands: Vec<Stand>,
    still: &'b [Rectangle],
    frame: Rectangle,
}

/// Moves blocks that are in the way of leaders, or whose own leaders cross others; none overlaps another after.
pub(super) fn untangle(blocks: &mut [Block], still: &[Rectangle], frame: Rectangle) {
    let stands = blocks.iter().map(Stand::of).collect();
    let mut board = Board { blocks, stands, still, frame };
    for _ in 0..PASSES {
        let mut changed = false;
        for index in 0..board.stands.len() {
            changed |= board.better(index) || board.swapped(index);
        }
        if !changed {
            break;
        }
    }
    for (block, stand) in board.blocks.iter_mut().zip(&board.stands) {
        block.at = stand.at;
    }
}

impl Board<'_> {
    /// What a block costs at a place, all it crosses included, or whether it cannot stand there.
    fn cost(&self, index: usize, stand: Stand, without: Option<usize>, limit: f64) -> Option<f64> {
        let mut cost = stand.own() + stand.over_still(self.still);
        let area = stand.covers.grown(GAP.0);
        let inside = self.frame.holds(stand.covers);
        if !inside || cost >= limit || self.still.iter().any(|other| other.overlaps(area)) {
            return None;
        }
        for (place, other) in self.stands.iter().enumerate() {
            if place == index || Some(place) == without {
                continue;
            }
            if other.covers.overlaps(area) {
                return None;
            }
            cost += stand.crossings(*other);
            if cost >= limit {
                return None;
            }
        }
        Some(cost)
    }

    /// What a block costs where it stands.
    fn present(&self, index: usize) -> f64 {
        let stand = self.stands[index];
        let others = self.stands.iter().enumerate().filter(|(place, _)| *place != index);
        let crossings: f64 = others.map(|(_, other)| stand.crossings(*other)).sum();
        stand.own() + stand.over_still(self.still) + crossings
    }

    /// Moves a block with a leader, or in the way of one, to the best place around its home.
    fn better(&mut self, index: usize) -> bool {
        let present = self.present(index);
        if present <= LEADER {
            return false;
        }
        let (mut best, mut least) = (None, present - 1.0);
        for radius in RINGS {
            if radius >= least {
                break;
            }
            let anchor = self.stands[index].anchor;
            let directions = if radius > 0.0 { &DIRECTIONS[..] } else { &DIRECTIONS[..1] };
            for (x, y) in directions {
                let stand = Stand::moved(&self.blocks[index], anchor.moved(x * radius, y * radius));
                if let Some(cost) = self.cost(index, stand, None, least) {
                    (best, least) = (Some(stand), cost);
                }
            }
        }
        best.inspect(|stand| self.stands[index] = *stand).is_some()
    }

    /// Lets a block change places with one that it crosses, where that is better for both together.
    fn swapped(&mut self, index: usize) -> bool {
        let own = self.stands[index];
        for other in 0..self.stands.len() {
            let there = self.stands[other];
            if other == index || own.crossings(there) <= 0.0 {
                continue;
            }
            let present = self.present(index) + self.present(other) - own.crossings(there);
            let (a, b) = (own.covers.centre(), there.covers.centre());
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let one = Stand::moved(&self.blocks[index], own.at.moved(dx, dy));
            let two = Stand::moved(&self.blocks[other], there.at.moved(-dx, -dy));
            if one.covers.grown(GAP.0).overlaps(two.covers) {
                continue;
            }
            let costs = self.cost(index, one, Some(other), f64::MAX).zip(self.cost(
                other,
                two,
                Some(index),
                f64::MAX,
            ));
            if costs.is_some_and(|(a, b)| a + b + one.crossings(two) < present - 1.0) {
                (self.stands[index], self.stands[other]) = (one, two);
                return true;
            }
        }
        false
    }
}
