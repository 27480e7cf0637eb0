//! Outlines that cross themselves, which no border does.

use crate::geography::outline::Degrees;

/// A side of a ring, its western end first.
type Side = (Degrees, Degrees);

/// Returns whether two sides of the same ring cross each other.
pub(super) fn crosses_itself(polygons: &[Vec<Vec<Degrees>>]) -> bool {
    polygons.iter().flatten().any(|ring| ring_crosses(ring))
}

/// Sweeps the sides of a ring from west to east. Each side is compared only with those that reach
/// as far east as its beginning, which are few.
fn ring_crosses(ring: &[Degrees]) -> bool {
    let mut sides: Vec<Side> = ring
        .array_windows()
        .map(|[from, to]| west_to_east(*from, *to))
        .collect();
    sides.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let mut open: Vec<Side> = Vec::new();
    for side in sides {
        open.retain(|known| known.1.0 >= side.0.0);
        if open.iter().any(|known| cross(*known, side)) {
            return true;
        }
        open.push(side);
    }
    false
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
