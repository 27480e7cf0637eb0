//! First arrangement of blocks: overlapping ones are pushed apart until none overlaps another.

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::map::placement::block::Block;

/// Number of rounds, and how many of them pull blocks home.
// Without the pull in the last third, blocks that keep pushing each other can come to rest.
const ROUNDS: usize = 150;
const HOMEWARD_ROUNDS: usize = 100;

/// Share of its distance from home that a block returns in a round.
const HOMEWARD: f64 = 0.06;

/// Empty space kept between blocks, in pixels.
const GAP: f64 = 3.0;

/// Distance between the positions tried for a block that pushing has not freed, in pixels.
const STEP: f64 = 8.0;

/// Number of blocks above which a fifth of the rounds must do.
// The work of a round grows with the square of this number, and so does the search for free
// positions. So many blocks do not fit on a sheet of paper in any readable size.
const MANY: usize = 400;

/// Moves blocks apart, inside the frame and away from obstacles. Returns false where they do not
/// all fit; they are then as far apart as they came.
pub(in crate::renderers::map) fn separate(
    blocks: &mut [Block],
    obstacles: &[Rectangle],
    frame: Rectangle,
) -> bool {
    let rounds = if blocks.len() > MANY {
        ROUNDS / 5
    } else {
        ROUNDS
    };
    for round in 0..rounds {
        if round < HOMEWARD_ROUNDS {
            blocks.iter_mut().for_each(pull_home);
        }
        let mut is_free = !part_all(blocks);
        for block in blocks.iter_mut() {
            let before = block.position;
            leave_obstacles(block, obstacles, frame);
            let (dx, dy) = frame.pull(block.covers());
            block.position = block.position.moved(dx, dy);
            is_free &= block.position == before;
        }
        if is_free {
            return true;
        }
    }
    blocks.len() <= MANY && seat(blocks, obstacles, frame)
}

fn pull_home(block: &mut Block) {
    block.position.x += (block.anchor.x - block.position.x) * HOMEWARD;
    block.position.y += (block.anchor.y - block.position.y) * HOMEWARD;
}

/// Parts every pair of blocks that overlaps. Returns whether there was one.
#[expect(
    clippy::indexing_slicing,
    reason = "one area a block, and the innermost loop of the map: both numbers are below theirs"
)]
fn part_all(blocks: &mut [Block]) -> bool {
    let mut parted = false;
    let mut areas: Vec<Rectangle> = blocks
        .iter()
        .map(|block| block.covers().grown(GAP / 2.0))
        .collect();
    for second in 1..blocks.len() {
        for first in 0..second {
            let (a, b) = (areas[first], areas[second]);
            // `Rectangle::overlaps` written out: this is the innermost loop of the whole map.
            let is_apart = a.x + a.width <= b.x
                || b.x + b.width <= a.x
                || a.y + a.height <= b.y
                || b.y + b.height <= a.y;
            if !is_apart {
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
    let (dx, dy) = if across < down {
        (across * away(a.centre().x, b.centre().x), 0.0)
    } else {
        (0.0, down * away(a.centre().y, b.centre().y))
    };
    first.position = first.position.moved(dx * share, dy * share);
    second.position = second
        .position
        .moved(-dx * (1.0 - share), -dy * (1.0 - share));
}

/// Direction, -1 or 1, in which a coordinate moves away from another.
fn away(own: f64, other: f64) -> f64 {
    if own <= other { -1.0 } else { 1.0 }
}

/// Moves a block off each obstacle by the shortest move that stays in the frame.
fn leave_obstacles(block: &mut Block, obstacles: &[Rectangle], frame: Rectangle) {
    for obstacle in obstacles {
        let (own, other) = (block.covers(), obstacle.grown(GAP));
        if !own.overlaps(other) {
            continue;
        }
        let moves = [
            (other.x - own.right(), 0.0),
            (other.right() - own.x, 0.0),
            (0.0, other.y - own.bottom()),
            (0.0, other.bottom() - own.y),
        ];
        let shortest = moves
            .into_iter()
            .filter(|(dx, dy)| frame.encloses(own.moved(*dx, *dy)))
            .min_by(|a, b| (a.0 + a.1).abs().total_cmp(&(b.0 + b.1).abs()));
        if let Some((dx, dy)) = shortest {
            block.position = block.position.moved(dx, dy);
        }
    }
}

fn fits(area: Rectangle, taken: &[Rectangle], obstacles: &[Rectangle], frame: Rectangle) -> bool {
    // A hundredth of a pixel for the rounding of `Rectangle::pull`.
    frame.grown(0.01).encloses(area)
        && !taken
            .iter()
            .chain(obstacles)
            .any(|other| other.overlaps(area))
}

/// Keeps each block that overlaps none before it, and gives every other one the free position
/// nearest to its home. Returns false where there is none.
fn seat(blocks: &mut [Block], obstacles: &[Rectangle], frame: Rectangle) -> bool {
    let mut taken: Vec<Rectangle> = Vec::new();
    for block in blocks {
        if !fits(block.covers(), &taken, obstacles, frame) {
            let Some(position) = nearest_free(block, &taken, obstacles, frame) else {
                return false;
            };
            block.position = position;
        }
        taken.push(block.covers());
    }
    true
}

/// The free position nearest to a block's home, on a grid of squares from the inside out.
fn nearest_free(
    block: &Block,
    taken: &[Rectangle],
    obstacles: &[Rectangle],
    frame: Rectangle,
) -> Option<Point> {
    let mut best: Option<(f64, Point)> = None;
    for ring in 0..=steps(frame.width.max(frame.height)) {
        // Every position of a ring is at least as far as the ring's number of steps.
        if best.is_some_and(|(least, _)| f64::from(ring) * STEP > least) {
            break;
        }
        for (across, down) in ring_squares(ring) {
            let position = block
                .anchor
                .moved(f64::from(across) * STEP, f64::from(down) * STEP);
            let distance = position.distance(block.anchor);
            let is_nearer = best.is_none_or(|(least, _)| distance < least);
            let area = block.bounds.moved(position.x, position.y);
            if is_nearer && fits(area, taken, obstacles, frame) {
                best = Some((distance, position));
            }
        }
    }
    best.map(|(_, position)| position)
}

/// Steps across and down to every square of a ring around the middle.
fn ring_squares(ring: i32) -> impl Iterator<Item = (i32, i32)> {
    (-ring..=ring).flat_map(move |down| {
        // The upper and the lower side are whole; rows between them have two squares.
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

/// Steps in a length, rounded up.
fn steps(length: f64) -> i32 {
    (0..i32::MAX)
        .find(|&step| f64::from(step) * STEP >= length)
        .unwrap_or(0)
}
