//! Second arrangement of blocks, by threshold accepting: no leader crosses another block where
//! that can be avoided.
//!
//! The method is that of Dueck and Scheuer, "Threshold accepting" (Journal of Computational
//! Physics 90, 1990). `placement` explains how it is used.

#![expect(
    clippy::indexing_slicing,
    reason = "each list has one item a block, and no block comes or goes in a search"
)]

use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::map::placement::block::Block;
use crate::renderers::map::placement::candidate::{Candidate, GAP, LEADER, positions_around};

/// Moves tried in one run, per block that may move.
// Found by trial on the shipped maps, whose tests forbid every crossing.
const MOVES_PER_BLOCK: usize = 2500;

/// Comparisons of two blocks in one run, at most.
// A bound on time for maps of hundreds of territories, which get fewer moves per block instead of
// taking minutes. Each move compares a block with its neighbours twice, before and after.
const MOST_COMPARISONS: usize = 2_500_000;

/// Seeds of the random numbers, tried in turn until no leader crosses a block.
// Their values mean nothing, but their bits are well mixed, which xorshift wants of its first
// state: the golden ratio and multipliers of SplitMix64, of xmx and of wyhash. One run is enough
// for almost every map; six keep the worst case six times as long as the usual one.
const SEEDS: [u64; 6] = [
    0x9E37_79B9_7F4A_7C15,
    0xBF58_476D_1CE4_E5B9,
    0x94D0_49BB_1331_11EB,
    0xD6E8_FEB8_6659_FD93,
    0xA076_1D64_78BD_642F,
    0xE703_7ED1_A0B4_28DB,
];

/// Comparisons of two blocks in all runs of one map, at most.
pub(in crate::renderers::map) const COMPARISONS_OF_A_MAP: usize = SEEDS.len() * MOST_COMPARISONS;

/// Comparisons of two blocks in all runs of all maps of a series, at most.
// What three crowded maps may take: of the years of a page, few are so crowded.
pub(in crate::renderers::map) const COMPARISONS_OF_A_SERIES: usize = 3 * COMPARISONS_OF_A_MAP;

/// Threshold at the start of a run: the rise of the total cost at which a move is still kept.
// The "temperature". A little less than the price of one crossing (450), so that a move may undo
// almost any gain in distance, but adds a crossing only where it saves distance as well. Falls to
// zero in a straight line.
const FIRST_THRESHOLD: f64 = 400.0;

/// Price of an overlap at the start of a run, and how many times as high it is at the end.
// At first less than a crossing, so that blocks can pass through each other; at last more than
// any detour, so that overlaps vanish. Rises with the square of time, late rather than early.
const OVERLAP: (f64, f64) = (300.0, 10.0);

/// Half the distance, in pixels, below which two blocks in their cheapest positions affect each
/// other.
const AFFECTED: f64 = 6.0;

/// Least gain that counts as an improvement.
// Costs are added and subtracted a hundred thousand times: a gain below this is rounding, and
// accepting it could make `descend` move a block to and fro.
const LEAST_GAIN: f64 = 0.01;

/// Rounds of greedy improvement at the end of a run; the second or third usually changes nothing.
const GREEDY_ROUNDS: usize = 4;

/// The arrangement of all blocks while it is being improved.
struct Arrangement {
    /// Current position of each block.
    current: Vec<Candidate>,
    /// Possible positions of each block, the cheapest first.
    candidates: Vec<Vec<Candidate>>,
    /// Blocks that each block can reach from any of its positions.
    neighbours: Vec<Vec<usize>>,
    /// Cost of the current positions.
    total: Cost,
    /// State of the random number generator.
    random: u64,
    /// Comparisons of two blocks that may still be made.
    left: usize,
}

/// Cost in pixels, with the number of overlaps, whose price changes, apart.
#[derive(Clone, Copy, Default)]
struct Cost {
    pixels: f64,
    overlaps: i32,
}

/// Moves blocks that are far from home or crossed by leaders. No block overlaps another one
/// afterwards, provided that none did before. Ends when no leader crosses a block, or when no
/// comparison of two blocks is left; those that it makes are taken off.
pub(in crate::renderers::map) fn anneal(
    blocks: &mut [Block],
    obstacles: &[Rectangle],
    frame: Rectangle,
    comparisons_left: &mut usize,
) {
    let mut arrangement = Arrangement::new(blocks, obstacles, frame);
    arrangement.left = *comparisons_left;
    let movable = arrangement.movable();
    let (first_positions, first_cost) = (arrangement.current.clone(), arrangement.total);
    let mut best: Option<(usize, f64, Vec<Candidate>)> = None;
    for seed in SEEDS {
        arrangement.current.clone_from(&first_positions);
        arrangement.total = first_cost;
        arrangement.random = seed;
        arrangement.accept_below_threshold(&movable);
        arrangement.descend(&movable);
        let (crossings, pixels) = (arrangement.crossings(), arrangement.total.pixels);
        let is_better = best
            .as_ref()
            .is_none_or(|(fewest, least, _)| (crossings, pixels) < (*fewest, *least));
        if is_better {
            best = Some((crossings, pixels, arrangement.current.clone()));
        }
        if crossings == 0 || arrangement.left == 0 {
            break;
        }
    }
    *comparisons_left = arrangement.left;
    let positions = best.map(|(.., positions)| positions).unwrap_or_default();
    for (block, candidate) in blocks.iter_mut().zip(positions) {
        block.position = candidate.position;
    }
}

/// Positions around home at which a block is inside the frame and clear of obstacles, and its
/// present one, the cheapest first.
fn candidates(
    block: &Block,
    present: Candidate,
    obstacles: &[Rectangle],
    frame: Rectangle,
) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = positions_around(block.anchor)
        .map(|position| Candidate::new(block, position))
        .filter(|candidate| {
            let area = candidate.covers.grown(GAP);
            frame.encloses(candidate.covers)
                && !obstacles.iter().any(|obstacle| obstacle.overlaps(area))
        })
        .map(|candidate| candidate.with_crossed(obstacles))
        .chain([present])
        .collect();
    candidates.sort_by(|a, b| a.own_cost.total_cmp(&b.own_cost));
    candidates
}

/// For each block, the others that one of its positions may overlap with one of theirs.
fn neighbours(candidates: &[Vec<Candidate>]) -> Vec<Vec<usize>> {
    let reaches: Vec<Rectangle> = candidates
        .iter()
        .map(|candidates| {
            candidates
                .iter()
                .map(|candidate| candidate.covers)
                .reduce(Rectangle::union)
                .unwrap_or_default()
        })
        .collect();
    (0..reaches.len())
        .map(|index| {
            (0..reaches.len())
                .filter(|&other| other != index && reaches[other].overlaps(reaches[index]))
                .collect()
        })
        .collect()
}

impl Arrangement {
    fn new(blocks: &[Block], obstacles: &[Rectangle], frame: Rectangle) -> Self {
        let current: Vec<Candidate> = blocks
            .iter()
            .map(|block| Candidate::new(block, block.position).with_crossed(obstacles))
            .collect();
        let candidates: Vec<Vec<Candidate>> = blocks
            .iter()
            .zip(&current)
            .map(|(block, present)| candidates(block, *present, obstacles, frame))
            .collect();
        let mut arrangement = Self {
            current,
            neighbours: neighbours(&candidates),
            candidates,
            total: Cost::default(),
            random: SEEDS[0],
            left: 0,
        };
        for index in 0..arrangement.current.len() {
            arrangement.total.pixels += arrangement.share(index);
            arrangement.total.overlaps += arrangement.shared_cost(index).overlaps;
        }
        arrangement.total.overlaps /= 2;
        arrangement
    }

    /// A block's share of the total cost: its own, and half of what it shares with others.
    fn share(&self, index: usize) -> f64 {
        self.current[index].own_cost + self.shared_cost(index).pixels / 2.0
    }

    /// Cost of a block's overlaps and crossings with others, in its current position.
    fn shared_cost(&self, index: usize) -> Cost {
        self.shared_cost_at(index, self.current[index])
    }

    /// Cost of a block's overlaps and crossings with others, if it were in a position.
    fn shared_cost_at(&self, index: usize, candidate: Candidate) -> Cost {
        let mut cost = Cost::default();
        for &neighbour in &self.neighbours[index] {
            let (overlaps, pixels) = candidate.shared_cost(&self.current[neighbour]);
            cost.overlaps += i32::from(overlaps);
            cost.pixels += pixels;
        }
        cost
    }

    /// Number of blocks that cross another one or are crossed.
    fn crossings(&self) -> usize {
        (0..self.current.len())
            .filter(|&index| self.shared_cost(index).pixels > 0.0)
            .count()
    }

    /// Blocks that cost more than a leader where they are, with all that these affect in their
    /// cheapest positions, directly or through others.
    // On a map of a region most blocks are at home and stay there: to leave them out makes the
    // search many times shorter.
    fn movable(&self) -> Vec<usize> {
        let count = self.current.len();
        let mut is_movable: Vec<bool> =
            (0..count).map(|index| self.share(index) > LEADER).collect();
        let mut queue: Vec<usize> = (0..count).filter(|&index| is_movable[index]).collect();
        while let Some(index) = queue.pop() {
            for &neighbour in &self.neighbours[index] {
                if !is_movable[neighbour] && self.affects(index, neighbour) {
                    is_movable[neighbour] = true;
                    queue.push(neighbour);
                }
            }
        }
        (0..count).filter(|&index| is_movable[index]).collect()
    }

    /// Whether two blocks are close to each other in their cheapest positions.
    fn affects(&self, index: usize, neighbour: usize) -> bool {
        let area = |index: usize| self.candidates[index][0].covers.grown(AFFECTED);
        area(index).overlaps(area(neighbour))
    }

    /// Tries random moves, keeping those that raise the cost by less than a falling threshold, and
    /// ends in the best arrangement without an overlap that was found.
    fn accept_below_threshold(&mut self, movable: &[usize]) {
        let mut best = (self.current.clone(), self.total);
        let comparisons: usize = movable
            .iter()
            .map(|index| 2 * self.neighbours[*index].len())
            .sum();
        let most = MOST_COMPARISONS.min(self.left);
        let moves = MOVES_PER_BLOCK.min(most / comparisons.max(1));
        let steps = movable.len() * moves;
        self.left = self.left.saturating_sub(moves * comparisons);
        for step in 0..steps {
            let index = movable[self.random_below(movable.len())];
            let count = self.candidates[index].len();
            // The lower of two ranks: cheap positions are tried more often than dear ones.
            let (first, second) = (self.random_below(count), self.random_below(count));
            let candidate = self.candidates[index][first.min(second)];
            let left = f64::from(u32::try_from(steps - step).unwrap_or(u32::MAX));
            let whole = f64::from(u32::try_from(steps).unwrap_or(u32::MAX));
            let done = 1.0 - left / whole;
            let threshold = FIRST_THRESHOLD * (1.0 - done);
            let overlap = OVERLAP.0 * (1.0 + (OVERLAP.1 - 1.0) * done * done);
            self.try_move(index, candidate, threshold, Some(overlap));
            let is_better = best.1.overlaps > 0 || self.total.pixels < best.1.pixels - LEAST_GAIN;
            if self.total.overlaps == 0 && is_better {
                best = (self.current.clone(), self.total);
            }
        }
        (self.current, self.total) = best;
    }

    /// Moves `index` to `candidate` if the total cost rises by at most `threshold`. Each overlap
    /// costs `overlap`; with `None`, overlaps are forbidden. Returns whether it moved.
    fn try_move(
        &mut self,
        index: usize,
        candidate: Candidate,
        threshold: f64,
        overlap: Option<f64>,
    ) -> bool {
        let present = self.current[index];
        let priced = |overlaps: i32| f64::from(overlaps) * overlap.unwrap_or(0.0);
        let before = self.shared_cost(index);
        // What a move shares with others is never negative: most moves fail here, for half the
        // work.
        if candidate.own_cost - present.own_cost - before.pixels - priced(before.overlaps)
            > threshold
        {
            return false;
        }
        let after = self.shared_cost_at(index, candidate);
        let pixels = candidate.own_cost + after.pixels - present.own_cost - before.pixels;
        let overlaps = after.overlaps - before.overlaps;
        let is_forbidden = overlap.is_none() && after.overlaps > 0;
        if is_forbidden || pixels + priced(overlaps) > threshold {
            return false;
        }
        self.current[index] = candidate;
        self.total.pixels += pixels;
        self.total.overlaps += overlaps;
        true
    }

    /// Moves each block to the best of its positions, until no move helps or no comparison is left.
    fn descend(&mut self, movable: &[usize]) {
        for _ in 0..GREEDY_ROUNDS {
            let mut has_moved = false;
            for &index in movable {
                let comparisons = self.candidates[index].len() * self.neighbours[index].len();
                if comparisons > self.left {
                    self.left = 0;
                    return;
                }
                self.left -= comparisons;
                for rank in 0..self.candidates[index].len() {
                    let candidate = self.candidates[index][rank];
                    has_moved |= self.try_move(index, candidate, -LEAST_GAIN, None);
                }
            }
            if !has_moved {
                break;
            }
        }
    }

    /// A random number from 0 up to, but not including, a limit (Marsaglia's xorshift, 64 bits).
    // Written out rather than taken from a crate, whose next version may draw other numbers.
    fn random_below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        // The upper half scaled to the limit: no division, and the better bits of xorshift.
        usize::try_from(((self.random >> 32) * (limit as u64)) >> 32).unwrap_or(0)
    }
}
