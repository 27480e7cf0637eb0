//! Blocks change places until no leader runs over another's symbols or name, as far as there is room.

use std::cell::Cell;
use std::f64::consts::FRAC_1_SQRT_2;

use super::block::Block;
use super::rectangle::{Point, Rectangle, cross};

/// How often all blocks are gone through.
const PASSES: usize = 6;

/// How many looks at other blocks are taken at the most, so that a crowd is laid out as fast as any other map.
const LOOKS: u32 = 300_000;

/// What one crossing weighs against a pixel of distance from home.
const CROSSING: f64 = 260.0;

/// What having a leader weighs, so that near blocks rather go home.
const LEADER: f64 = 12.0;

/// Distance from home, in pixels, at which its square weighs as much as itself.
const FAR: f64 = 40.0;

/// How many blocks are rearranged together, and how near they are to each other, in pixels.
const TOGETHER: usize = 7;
const NEAR: f64 = 190.0;

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
        if self.leader.is_none() && other.leader.is_none() {
            return 0.0;
        }
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
    blocks: &'b [Block],
    stands: Vec<Stand>,
    /// Blocks taken off the board for a moment.
    off: Vec<bool>,
    still: &'b [Rectangle],
    frame: Rectangle,
    /// Looks at other blocks that may still be taken.
    looks: Cell<u32>,
}

/// Moves blocks that are in the way of leaders, or whose own leaders cross others; none overlaps another after.
pub(super) fn untangle(blocks: &mut [Block], still: &[Rectangle], frame: Rectangle) {
    let stands = blocks.iter().map(Stand::of).collect();
    let mut board =
        Board { blocks, stands, off: vec![false; blocks.len()], still, frame, looks: Cell::new(LOOKS) };
    for _ in 0..PASSES {
        let mut changed = false;
        for index in 0..board.stands.len() {
            changed |= board.better(index) || board.rearranged(index);
        }
        if !changed {
            break;
        }
    }
    let stands = board.stands;
    for (block, stand) in blocks.iter_mut().zip(stands) {
        block.at = stand.at;
    }
}

impl Board<'_> {
    /// Every other block on the board.
    fn others(&self, index: usize) -> impl Iterator<Item = (usize, Stand)> {
        let on = move |place: &usize| *place != index && !self.off[*place];
        (0..self.stands.len()).filter(on).map(|place| (place, self.stands[place]))
    }

    /// What a block costs at a place, all crossings included; none where it cannot stand there or costs more than the limit.
    fn cost(&self, index: usize, stand: Stand, limit: f64) -> Option<f64> {
        let mut cost = stand.own();
        let area = stand.covers.grown(GAP.0);
        if self.looks.get() == 0
            || cost >= limit
            || !self.frame.holds(stand.covers)
            || self.still.iter().any(|other| other.overlaps(area))
        {
            return None;
        }
        cost += stand.over_still(self.still);
        for (place, other) in self.stands.iter().enumerate() {
            if place == index || self.off[place] {
                continue;
            }
            self.looks.set(self.looks.get().saturating_sub(1));
            if other.covers.overlaps(area) {
                return None;
            }
            cost += stand.crossings(*other);
        }
        (cost < limit).then_some(cost)
    }

    /// What a block costs where it stands.
    fn present(&self, index: usize) -> f64 {
        let stand = self.stands[index];
        let crossings: f64 = self.others(index).map(|(_, other)| stand.crossings(other)).sum();
        stand.own() + stand.over_still(self.still) + crossings
    }

    /// The best place for a block around its home, if one costs less than the limit, and what it costs.
    fn best(&self, index: usize, limit: f64) -> Option<(Stand, f64)> {
        let (mut best, mut least) = (None, limit);
        let anchor = self.stands[index].anchor;
        for radius in RINGS.into_iter().take_while(|&radius| radius < limit) {
            let directions = if radius > 0.0 { &DIRECTIONS[..] } else { &DIRECTIONS[..1] };
            for (x, y) in directions {
                let stand = Stand::moved(&self.blocks[index], anchor.moved(x * radius, y * radius));
                if let Some(cost) = self.cost(index, stand, least) {
                    (best, least) = (Some((stand, cost)), cost);
                }
            }
        }
        best
    }

    /// Moves a block with a leader, or in the way of one, to the best place around its home.
    fn better(&mut self, index: usize) -> bool {
        let present = self.present(index);
        if present <= LEADER {
            return false;
        }
        let best = self.best(index, present - 1.0);
        best.inspect(|(stand, _)| self.stands[index] = *stand).is_some()
    }

    /// Takes a block that crosses others off the board with its neighbours, and puts them back in another order.
    fn rearranged(&mut self, index: usize) -> bool {
        if self.present(index) < CROSSING {
            return false;
        }
        let mut group = self.around(index);
        let before: Vec<Stand> = self.stands.clone();
        let (mut best, mut least) = (None, self.price(&group) - 1.0);
        for _ in 0..group.len() {
            if self.put_back(&group) {
                let price = self.price(&group);
                if price < least {
                    (best, least) = (Some(self.stands.clone()), price);
                }
            }
            self.stands.clone_from(&before);
            group.rotate_left(1);
        }
        best.inspect(|stands| self.stands.clone_from(stands)).is_some()
    }

    /// A block and its nearest neighbours, nearest first.
    fn around(&self, index: usize) -> Vec<usize> {
        let middle = self.stands[index].covers.centre();
        let mut near: Vec<(f64, usize)> = (0..self.stands.len())
            .map(|place| (self.stands[place].covers.centre().distance(middle), place))
            .filter(|(distance, _)| *distance < NEAR)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.into_iter().take(TOGETHER).map(|(_, place)| place).collect()
    }

    /// What a group costs, crossings inside it counted once.
    fn price(&mut self, group: &[usize]) -> f64 {
        let mut price = 0.0;
        for &index in group {
            price += self.present(index);
            self.off[index] = true;
        }
        for &index in group {
            self.off[index] = false;
        }
        price
    }

    /// Puts the blocks of a group on the board anew, one after the other; false where one finds no place.
    fn put_back(&mut self, group: &[usize]) -> bool {
        for &index in group {
            self.off[index] = true;
        }
        let mut all = true;
        for &index in group {
            let best = self.best(index, f64::MAX);
            all &= best.inspect(|(stand, _)| self.stands[index] = *stand).is_some();
            self.off[index] = false;
        }
        all
    }
}
