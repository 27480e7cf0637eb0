//! Search for free space beside the land, for what is not a territory: scale bar and boxes.

use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::map::placement::land::Land;

/// Space kept to the frame and to other boxes, in pixels.
const APART: f64 = 16.0;

/// Distance between the places tried, in pixels.
const STEP: f64 = 10.0;

/// Space kept to the land, in pixels.
const CLEAR: f64 = 6.0;

/// Cost of one covered square of land, in pixels of distance from the preferred place.
// A square has 36 square pixels: a box leaves its corner rather than cover any land.
const LAND: f64 = 40.0;

/// The frame and the areas in it that are already taken.
pub(in crate::renderers::map) struct FreeSpace<'a> {
    pub(in crate::renderers::map) frame: Rectangle,
    pub(in crate::renderers::map) land: &'a Land,
    pub(in crate::renderers::map) taken: Vec<Rectangle>,
}

impl FreeSpace<'_> {
    /// The place of a size that covers least land and is nearest to a preferred middle, given in
    /// shares of the frame, with its cost. Where everything is taken, the preferred place.
    pub(in crate::renderers::map) fn find(
        &self,
        size: (f64, f64),
        preferred: (f64, f64),
    ) -> (Rectangle, f64) {
        let inner = self.frame.grown(-APART);
        let wish = Point::new(
            self.frame.x + self.frame.width * preferred.0,
            self.frame.y + self.frame.height * preferred.1,
        );
        let outer = Rectangle::around(wish, size.0, size.1);
        let (dx, dy) = inner.pull(outer);
        let home = outer.moved(dx, dy);
        let mut best = self.is_free(home).then(|| (home, self.cost(home, home)));
        for y in grid(inner.y, inner.bottom() - size.1).chain([home.y]) {
            for x in grid(inner.x, inner.right() - size.0).chain([home.x]) {
                // A place costs at least its distance: most are rejected at a glance.
                let least = best.map_or(f64::MAX, |(_, cost)| cost);
                if (x - home.x).abs() >= least || (y - home.y).abs() >= least {
                    continue;
                }
                let place = Rectangle::new(x, y, size.0, size.1);
                if place.centre().distance(home.centre()) < least && self.is_free(place) {
                    let cost = self.cost(place, home);
                    if cost < least {
                        best = Some((place, cost));
                    }
                }
            }
        }
        best.unwrap_or((home, f64::MAX))
    }

    fn is_free(&self, place: Rectangle) -> bool {
        !self
            .taken
            .iter()
            .any(|other| other.overlaps(place.grown(APART)))
    }

    fn cost(&self, place: Rectangle, home: Rectangle) -> f64 {
        f64::from(self.land.squares_under(place.grown(CLEAR))) * LAND
            + place.centre().distance(home.centre())
    }
}

/// Coordinates from one to another, a step apart.
fn grid(from: f64, to: f64) -> impl Iterator<Item = f64> {
    (0..)
        .map(move |step| from + as_f64(step) * STEP)
        .take_while(move |&coordinate| coordinate <= to)
}
