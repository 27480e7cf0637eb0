//! Blocks change places by threshold accepting, so that no leader runs over the symbols or the name
//! of another.
//!
//! As far as there is room; the method is that of Dueck and Scheuer (1990), with the same chance
//! everywhere.

use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::map::placement::block::Block;
use crate::renderers::map::placement::candidate::{Candidate, GAP, LEADER, around};

/// Moves tried for each block that others hinder.
const MOVES: usize = 2500;

/// Where chance begins: once more where a crossing is left.
const CHANCES: [u64; 6] = [
    0x9E37_79B9_7F4A_7C15,
    0xBF58_476D_1CE4_E5B9,
    0x94D0_49BB_1331_11EB,
    0xD6E8_FEB8_6659_FD93,
    0xA076_1D64_78BD_642F,
    0xE703_7ED1_A0B4_28DB,
];

/// How many looks at other blocks are taken at the most, so that a crowd is laid out as fast as any
/// other map.
const LOOKS: usize = 2_500_000;

/// What a move may cost at first; less and less, and nothing in the end.
const TOLERATED: f64 = 400.0;

/// What an overlap weighs at first, ten times as much at last; where blocks come to stand there is
/// none.
const OVERLAP: f64 = 300.0;

/// Blocks hinder each other where they would stand nearer than twice this at home, in pixels.
const HINDERED: f64 = 6.0;

/// Everything on the board while blocks are moved.
struct Board {
    stands: Vec<Candidate>,
    /// The places where each block may stand, the cheapest first.
    places: Vec<Vec<Candidate>>,
    /// The blocks that each may meet.
    near: Vec<Vec<usize>>,
    /// What all costs, and how many pairs overlap.
    price: Price,
    chance: u64,
}

/// What something costs, its overlaps apart.
#[derive(Clone, Copy, Default)]
struct Price {
    cost: f64,
    overlaps: i32,
}

/// Moves blocks that stand far from home or in the way of leaders; none overlaps another after.
pub(in crate::renderers::map) fn anneal(
    blocks: &mut [Block],
    still: &[Rectangle],
    frame: Rectangle,
) {
    let mut board = Board::new(blocks, still, frame);
    let (moved, start) = (board.hindered(), (board.stands.clone(), board.price));
    let mut best: Option<(usize, f64, Vec<Candidate>)> = None;
    for chance in CHANCES {
        (board.stands, board.price) = start.clone();
        board.chance = chance;
        board.shake(&moved);
        board.descend(&moved);
        let (crossed, cost) = (board.crossed(), board.price.cost);
        if best
            .as_ref()
            .is_none_or(|(least, cheapest, _)| (crossed, cost) < (*least, *cheapest))
        {
            best = Some((crossed, cost, board.stands.clone()));
        }
        if crossed == 0 {
            break;
        }
    }
    for (block, stand) in blocks
        .iter_mut()
        .zip(best.map(|(.., stands)| stands).unwrap_or_default())
    {
        block.at = stand.at;
    }
}

impl Board {
    fn new(blocks: &[Block], still: &[Rectangle], frame: Rectangle) -> Self {
        let judged = |stand: Candidate| stand.judged(still);
        let stands: Vec<Candidate> = blocks
            .iter()
            .map(|block| judged(Candidate::of(block)))
            .collect();
        let allowed = |stand: &Candidate| {
            let area = stand.covers.grown(GAP);
            frame.holds(stand.covers) && !still.iter().any(|other| other.overlaps(area))
        };
        let places = blocks.iter().zip(&stands).map(|(block, own)| {
            let places = around(block.anchor)
                .map(|at| Candidate::moved(block, at))
                .filter(allowed)
                .map(judged);
            let mut places: Vec<Candidate> = places.chain([*own]).collect();
            places.sort_by(|one, other| one.own.total_cmp(&other.own));
            places
        });
        let places: Vec<Vec<Candidate>> = places.collect();
        let reach =
            |places: &Vec<Candidate>| places.iter().map(|one| one.covers).reduce(Rectangle::with);
        let reaches: Vec<Rectangle> = places
            .iter()
            .map(|one| reach(one).unwrap_or_default())
            .collect();
        let near = (0..blocks.len()).map(|index| {
            let met = |other: &usize| *other != index && reaches[*other].overlaps(reaches[index]);
            (0..blocks.len()).filter(met).collect()
        });
        let near = near.collect();
        let mut board = Self {
            stands,
            places,
            near,
            price: Price::default(),
            chance: CHANCES[0],
        };
        for index in 0..board.stands.len() {
            board.price.cost += board.part(index);
            board.price.overlaps += board.met(index, board.stands[index]).overlaps;
        }
        board.price.overlaps /= 2;
        board
    }

    /// A block's part of the price of all, what it shares with another halved.
    fn part(&self, index: usize) -> f64 {
        let stand = self.stands[index];
        stand.own + self.met(index, stand).cost / 2.0
    }

    /// What a block costs by others, wherever it would stand.
    fn met(&self, index: usize, stand: Candidate) -> Price {
        let mut met = Price::default();
        for &other in &self.near[index] {
            let (overlaps, cost) = stand.met(&self.stands[other]);
            met.overlaps += i32::from(overlaps);
            met.cost += cost;
        }
        met
    }

    /// How many blocks cross another or are crossed.
    fn crossed(&self) -> usize {
        (0..self.stands.len())
            .filter(|&index| self.met(index, self.stands[index]).cost > 0.0)
            .count()
    }

    /// Blocks that have no room at home, with all that hinder them there, and so on.
    fn hindered(&self) -> Vec<usize> {
        let mut moved: Vec<bool> = (0..self.stands.len())
            .map(|index| self.part(index) > LEADER)
            .collect();
        let home = |index: usize| self.places[index][0].covers.grown(HINDERED);
        let mut reached: Vec<usize> = (0..moved.len()).filter(|&index| moved[index]).collect();
        while let Some(index) = reached.pop() {
            for &other in &self.near[index] {
                if !moved[other] && home(index).overlaps(home(other)) {
                    moved[other] = true;
                    reached.push(other);
                }
            }
        }
        (0..moved.len()).filter(|&index| moved[index]).collect()
    }

    /// Tries places by chance, worse ones too as long as not much worse, and ends with the best
    /// that was found.
    fn shake(&mut self, moved: &[usize]) {
        let mut best = (self.stands.clone(), self.price);
        let looks: usize = moved.iter().map(|index| 2 * self.near[*index].len()).sum();
        let steps = moved.len() * MOVES.min(LOOKS / looks.max(1));
        for step in 0..steps {
            let index = moved[self.chosen(moved.len())];
            let count = self.places[index].len();
            let (one, other) = (self.chosen(count), self.chosen(count));
            let stand = self.places[index][one.min(other)];
            let left = f64::from(u32::try_from(steps - step).unwrap_or(u32::MAX));
            let all = f64::from(u32::try_from(steps).unwrap_or(u32::MAX));
            let done = 1.0 - left / all;
            self.step(
                index,
                stand,
                TOLERATED * (1.0 - done),
                Some(OVERLAP * (1.0 + 9.0 * done * done)),
            );
            let price = self.price;
            if price.overlaps == 0 && (best.1.overlaps > 0 || price.cost < best.1.cost - 0.01) {
                best = (self.stands.clone(), self.price);
            }
        }
        (self.stands, self.price) = best;
    }

    /// Moves a block where all does not cost more than is tolerated by that, overlaps weighed, or
    /// none of its own
    /// allowed; says whether it did.
    fn step(
        &mut self,
        index: usize,
        stand: Candidate,
        tolerated: f64,
        overlap: Option<f64>,
    ) -> bool {
        let now = self.stands[index];
        let weighed = |overlaps: i32| f64::from(overlaps) * overlap.unwrap_or(0.0);
        let before = self.met(index, now);
        if stand.own - now.own - before.cost - weighed(before.overlaps) > tolerated {
            return false;
        }
        let after = self.met(index, stand);
        let cost = stand.own + after.cost - now.own - before.cost;
        let overlaps = after.overlaps - before.overlaps;
        let forbidden = overlap.is_none() && after.overlaps > 0;
        if forbidden || cost + weighed(overlaps) > tolerated {
            return false;
        }
        self.stands[index] = stand;
        self.price.cost += cost;
        self.price.overlaps += overlaps;
        true
    }

    /// Moves each block to its best place, until none has a better one.
    fn descend(&mut self, moved: &[usize]) {
        for _ in 0..4 {
            let mut changed = false;
            for &index in moved {
                for place in 0..self.places[index].len() {
                    changed |= self.step(index, self.places[index][place], -0.01, None);
                }
            }
            if !changed {
                break;
            }
        }
    }

    /// A number below another, by chance (xorshift).
    fn chosen(&mut self, below: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        usize::try_from(((self.chance >> 32) * (below as u64)) >> 32).unwrap_or(0)
    }
}
