//! Whether an outline crosses itself, as no border does.

use crate::geography::outline::Degrees;

/// A side of an outline, its ends from west to east.
type Side = (Degrees, Degrees);

/// Whether two sides of a ring cross each other.
pub(super) fn crosses(polygons: &[Vec<Vec<Degrees>>]) -> bool {
    polygons.iter().flatten().any(|ring| ring_crosses(ring))
}

/// Sides are met from west to east; each is compared with those that still reach as far, which are
/// few.
fn ring_crosses(ring: &[Degrees]) -> bool {
    let mut sides: Vec<Side> = ring
        .windows(2)
        .map(|pair| ordered(pair[0], pair[1]))
        .collect();
    sides.sort_by(|one, other| one.0.0.total_cmp(&other.0.0));
    let mut open: Vec<Side> = Vec::new();
    for side in sides {
        open.retain(|other| other.1.0 >= side.0.0);
        if open.iter().any(|other| cross(*other, side)) {
            return true;
        }
        open.push(side);
    }
    false
}

fn ordered(one: Degrees, other: Degrees) -> Side {
    if one.0 <= other.0 {
        (one, other)
    } else {
        (other, one)
    }
}

/// Whether two sides cross between their ends; touching is no crossing.
fn cross(one: Side, other: Side) -> bool {
    let turn = |(a, b): Side, c: Degrees| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    turn(one, other.0) * turn(one, other.1) < 0.0 && turn(other, one.0) * turn(other, one.1) < 0.0
}
