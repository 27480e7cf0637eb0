//! Room beside the land for what is no territory: the scale bar, the box of the region, the tray.

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::map::placement::land::Land;

/// Space kept to the frame and to each other, in pixels.
const APART: f64 = 16.0;

/// Distance between the places tried, in pixels.
const STEP: f64 = 10.0;

/// Space kept to the land, in pixels.
const CLEAR: f64 = 6.0;

/// What a square of covered land weighs against a pixel of distance from the place preferred.
const LAND: f64 = 40.0;

/// The frame and what already stands in it.
pub(in crate::renderers::map) struct FreeSpace<'a> {
    pub(in crate::renderers::map) frame: Rectangle,
    pub(in crate::renderers::map) land: &'a Land,
    pub(in crate::renderers::map) taken: Vec<Rectangle>,
}

impl FreeSpace<'_> {
    /// The place of a size that covers least land and is nearest to a preferred middle, given in
    /// shares of the frame,
    /// and how bad it is. Where all is taken, the preferred place.
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
        let mut home = Rectangle::around(wish, size.0, size.1);
        let (dx, dy) = inner.pull(home);
        home = home.moved(dx, dy);
        let free = |place: Rectangle| {
            !self
                .taken
                .iter()
                .any(|other| other.overlaps(place.grown(APART)))
        };
        let mut best = free(home).then(|| (home, self.cost(home, home)));
        let steps = |low: f64, high: f64| {
            (0..)
                .map(move |step| low + measure(step) * STEP)
                .take_while(move |&at| at <= high)
        };
        for y in steps(inner.y, inner.bottom() - size.1).chain([home.y]) {
            for x in steps(inner.x, inner.right() - size.0).chain([home.x]) {
                // No place costs less than its distance: most are known to be worse at a glance.
                let least = best.map_or(f64::MAX, |(_, cost)| cost);
                if (x - home.x).abs() >= least || (y - home.y).abs() >= least {
                    continue;
                }
                let place = Rectangle::new(x, y, size.0, size.1);
                if place.centre().distance(home.centre()) < least && free(place) {
                    let cost = self.cost(place, home);
                    if cost < least {
                        best = Some((place, cost));
                    }
                }
            }
        }
        best.unwrap_or((home, f64::MAX))
    }

    fn cost(&self, place: Rectangle, home: Rectangle) -> f64 {
        f64::from(self.land.under(place.grown(CLEAR))) * LAND
            + place.centre().distance(home.centre())
    }
}
