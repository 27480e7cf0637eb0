//! The nearest territory with dynamics to an actor.

use std::collections::BTreeSet;

use crate::network::network::{ActorRecord, Network};
use crate::records::TerritoryId;

/// Kilometres per degree of latitude.
const KILOMETRES_PER_DEGREE: f64 = 111.2;

/// Some territories with their points, sorted by latitude, so that of many only those near by are
/// looked at.
pub struct HomesByLatitude<'n> {
    network: &'n Network,
    homes: Vec<(&'n TerritoryId, (f64, f64))>,
}

impl<'n> HomesByLatitude<'n> {
    /// Sorts some territories; those without a point are left out.
    #[must_use]
    pub fn new(network: &'n Network, homes: &BTreeSet<&'n TerritoryId>) -> Self {
        let mut homes: Vec<_> = homes
            .iter()
            .filter_map(|home| Some((*home, network.point_of(home)?)))
            .collect();
        homes.sort_by(|(left_id, left), (right_id, right)| {
            left.1
                .total_cmp(&right.1)
                .then_with(|| left_id.cmp(right_id))
        });
        Self { network, homes }
    }

    /// The territory nearest to an actor, with the distance in kilometres; of several at the same
    /// distance the first by id. `None` if the actor's place is unknown, or there is no territory.
    #[must_use]
    pub fn nearest(&self, actor: &ActorRecord) -> Option<(&'n TerritoryId, f64)> {
        let place = actor.body.place.as_ref().unwrap_or(&actor.home);
        let point_of = |name| self.network.point_of(name);
        let from = point_of(place).or_else(|| point_of(&actor.home))?;
        let middle = self.homes.partition_point(|(_, point)| point.1 < from.1);
        let (south, north) = self.homes.split_at(middle);
        let mut nearest = None;
        look_from(from, south.iter().rev(), &mut nearest);
        look_from(from, north.iter(), &mut nearest);
        nearest
    }
}

/// Looks at territories in order of their difference of latitude, until no other can be nearer
/// than the nearest known.
fn look_from<'h, 'n: 'h>(
    from: (f64, f64),
    homes: impl Iterator<Item = &'h (&'n TerritoryId, (f64, f64))>,
    nearest: &mut Option<(&'n TerritoryId, f64)>,
) {
    for (home, point) in homes {
        let distance = kilometres(from, *point);
        let Some((known, least)) = *nearest else {
            *nearest = Some((home, distance));
            continue;
        };
        if (from.1 - point.1).abs() * KILOMETRES_PER_DEGREE > least {
            return;
        }
        if distance < least || (distance <= least && *home < known) {
            *nearest = Some((home, distance));
        }
    }
}

/// The distance of two points in degrees (longitude, latitude), on a plane: exact enough to compare
/// distances within a region.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let east = (from.0 - to.0) * from.1.to_radians().cos();
    let north = from.1 - to.1;
    east.hypot(north) * KILOMETRES_PER_DEGREE
}
