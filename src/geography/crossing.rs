//! Outlines that cross themselves, which no border does.

use crate::geography::outline::Degrees;

/// A side of a ring, its western end first.
type Side = (Degrees, Degrees);

/// Most comparisons of sides in all outlines of a file, which take half a second. Those of a border
/// need a few for each side; a zigzag could need the square of its sides.
pub(super) const MOST_COMPARISONS: usize = 50_000_000;

/// Returns whether two sides of the same ring cross each other; `None` if that takes more
/// comparisons than there are left.
pub(super) fn crosses_itself(
    polygons: &[Vec<Vec<Degrees>>],
    comparisons: &mut usize,
) -> Option<bool> {
    for ring in polygons.iter().flatten() {
        if ring_crosses(ring, comparisons)? {
            return Some(true);
        }
    }
    Some(false)
}

/// Sweeps the sides of a ring from west to east. Each side is compared only with those that reach
/// as far east as its beginning, which are few.
fn ring_crosses(ring: &[Degrees], comparisons: &mut usize) -> Option<bool> {
    let is_wide = extent(ring, |point| point.0) > extent(ring, |point| point.1);
    let mut sides: Vec<Side> = ring
        .array_windows()
        // Turned where its sides are long from west to east, so that each meets few others.
        .map(|[from, to]| {
            if is_wide {
                west_to_east(turned(*from), turned(*to))
            } else {
                west_to_east(*from, *to)
            }
        })
        .collect();
    sides.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let mut open: Vec<Side> = Vec::new();
    for side in sides {
        *comparisons = comparisons.checked_sub(open.len())?;
        open.retain(|known| known.1.0 >= side.0.0);
        if open.iter().any(|known| cross(*known, side)) {
            return Some(true);
        }
        open.push(side);
    }
    Some(false)
}

/// How far the sides of a ring reach along an axis, all together.
fn extent(ring: &[Degrees], along: fn(&Degrees) -> f64) -> f64 {
    ring.array_windows()
        .map(|[from, to]| (along(to) - along(from)).abs())
        .sum()
}

fn turned((x, y): Degrees) -> Degrees {
    (y, x)
}

fn west_to_east(a: Degrees, b: Degrees) -> Side {
    if a.0 <= b.0 { (a, b) } else { (b, a) }
}

/// Returns whether two sides cross between their ends. Sides that only touch do not cross, since
/// the sides of any ring touch at its corners.
fn cross(a: Side, b: Side) -> bool {
    turn(a, b.0) * turn(a, b.1) < 0.0 && turn(b, a.0) * turn(b, a.1) < 0.0
}

/// Twice the signed area of the triangle of a side and a point: positive where the point is to the
/// left of the side, zero where it is on its line.
fn turn((from, to): Side, point: Degrees) -> f64 {
    (to.0 - from.0) * (point.1 - from.1) - (to.1 - from.1) * (point.0 - from.0)
}
