//! Blocks make way for each other until none overlaps, the same way every time.

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::map::placement::block::Block;

/// Rounds in all, and rounds in which blocks are still drawn home.
const ROUNDS: (usize, usize) = (150, 100);

/// Share of the way home that a block moves in a round.
const HOMEWARD: f64 = 0.06;

/// Empty space kept between blocks, in pixels.
const GAP: f64 = 3.0;

/// Distance between the places tried for a block that found none by dodging, in pixels.
const STEP: f64 = 8.0;

/// More blocks than this are left where a few rounds bring them: their pairs are too many to try
/// every place.
const MANY: usize = 400;

/// Moves blocks apart inside the frame and away from what stands still; false where there is no
/// room for all.
pub(in crate::renderers::map) fn separate(
    blocks: &mut [Block],
    still: &[Rectangle],
    frame: Rectangle,
) -> bool {
    let rounds = if blocks.len() > MANY {
        ROUNDS.0 / 5
    } else {
        ROUNDS.0
    };
    for round in 0..rounds {
        for block in blocks.iter_mut().filter(|_| round < ROUNDS.1) {
            block.at.x += (block.anchor.x - block.at.x) * HOMEWARD;
            block.at.y += (block.anchor.y - block.at.y) * HOMEWARD;
        }
        let parted = part_all(blocks);
        let mut free = !parted;
        for block in blocks.iter_mut() {
            let before = block.at;
            make_way(block, still, frame);
            let (dx, dy) = frame.pull(block.covers());
            block.at = block.at.moved(dx, dy);
            free &= block.at == before;
        }
        if free {
            return true;
        }
    }
    blocks.len() <= MANY && seat(blocks, still, frame)
}

/// Parts every pair that overlaps; says whether there was one.
fn part_all(blocks: &mut [Block]) -> bool {
    let mut parted = false;
    let mut areas: Vec<Rectangle> = blocks
        .iter()
        .map(|block| block.covers().grown(GAP / 2.0))
        .collect();
    for second in 1..blocks.len() {
        for first in 0..second {
            let (a, b) = (areas[first], areas[second]);
            // Written out, since this is the innermost loop of the whole map.
            let apart = a.x + a.width <= b.x
                || b.x + b.width <= a.x
                || a.y + a.height <= b.y
                || b.y + b.height <= a.y;
            if !apart {
                let (before, rest) = blocks.split_at_mut(second);
                part((&mut before[first], a), (&mut rest[0], b));
                areas[first] = blocks[first].covers().grown(GAP / 2.0);
                areas[second] = blocks[second].covers().grown(GAP / 2.0);
                parted = true;
            }
        }
    }
    parted
}

/// Parts two blocks along the axis of least overlap, each in inverse proportion to its weight.
fn part((first, a): (&mut Block, Rectangle), (second, b): (&mut Block, Rectangle)) {
    let share = second.weight() / (first.weight() + second.weight());
    let across = a.right().min(b.right()) - a.x.max(b.x);
    let down = a.bottom().min(b.bottom()) - a.y.max(b.y);
    let sign = |ahead: bool| if ahead { -1.0 } else { 1.0 };
    let (dx, dy) = if across < down {
        (across * sign(a.centre().x <= b.centre().x), 0.0)
    } else {
        (0.0, down * sign(a.centre().y <= b.centre().y))
    };
    first.at = first.at.moved(dx * share, dy * share);
    second.at = second.at.moved(-dx * (1.0 - share), -dy * (1.0 - share));
}

/// Moves a block the shortest way off what stands still, if that way stays in the frame.
fn make_way(block: &mut Block, still: &[Rectangle], frame: Rectangle) {
    for obstacle in still {
        let (own, other) = (block.covers(), obstacle.grown(GAP));
        if !own.overlaps(other) {
            continue;
        }
        let ways = [
            (other.x - own.right(), 0.0),
            (other.right() - own.x, 0.0),
            (0.0, other.y - own.bottom()),
            (0.0, other.bottom() - own.y),
        ];
        let inside = ways
            .into_iter()
            .filter(|way| frame.holds(own.moved(way.0, way.1)));
        if let Some(way) = inside.min_by(|a, b| (a.0 + a.1).abs().total_cmp(&(b.0 + b.1).abs())) {
            block.at = block.at.moved(way.0, way.1);
        }
    }
}

fn fits(own: Rectangle, taken: &[Rectangle], still: &[Rectangle], frame: Rectangle) -> bool {
    frame.grown(0.01).holds(own) && !taken.iter().chain(still).any(|other| other.overlaps(own))
}

/// Keeps each block that stands free of those before it, and gives every other the free place
/// nearest to its home.
fn seat(blocks: &mut [Block], still: &[Rectangle], frame: Rectangle) -> bool {
    let mut taken: Vec<Rectangle> = Vec::new();
    for block in blocks {
        if !fits(block.covers(), &taken, still, frame) {
            let Some(free) = nearest_free(block, &taken, still, frame) else {
                return false;
            };
            block.at = free;
        }
        taken.push(block.covers());
    }
    true
}

/// Looks for a free place in squares around the block's home, from the inside out.
fn nearest_free(
    block: &Block,
    taken: &[Rectangle],
    still: &[Rectangle],
    frame: Rectangle,
) -> Option<Point> {
    let mut best: Option<(f64, Point)> = None;
    for ring in 0..=squares(frame.width.max(frame.height)) {
        if best.is_some_and(|(least, _)| f64::from(ring) * STEP > least) {
            break;
        }
        for (across, down) in around(ring) {
            let place = block
                .anchor
                .moved(f64::from(across) * STEP, f64::from(down) * STEP);
            let distance = place.distance(block.anchor);
            let nearer = best.is_none_or(|(least, _)| distance < least);
            if nearer && fits(block.bounds.moved(place.x, place.y), taken, still, frame) {
                best = Some((distance, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// Steps across and down to every place of a square around a middle.
fn around(ring: i32) -> impl Iterator<Item = (i32, i32)> {
    (-ring..=ring).flat_map(move |down| {
        let step = if down.abs() == ring {
            1
        } else {
            (2 * ring).max(1)
        };
        (-ring..=ring)
            .step_by(usize::try_from(step).unwrap_or(1))
            .map(move |across| (across, down))
    })
}

/// Whole steps in a length.
fn squares(length: f64) -> i32 {
    (0..i32::MAX)
        .find(|&step| f64::from(step) * STEP >= length)
        .unwrap_or(0)
}
