//! Points and rectangles of a page, in pixels of its view box.

/// Point of a page; y grows downward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
}

/// Rectangle with sides parallel to those of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rectangle {
    /// Left side.
    pub x: f64,
    /// Top side.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Point {
    /// The point with these coordinates.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        // Not `hypot`: its last digit differs from machine to machine.
        (x * x + y * y).sqrt()
    }

    /// The point, moved.
    #[must_use]
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy)
    }
}

impl Rectangle {
    /// A rectangle by its upper left corner.
    #[must_use]
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// A rectangle around a point.
    #[must_use]
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self::new(
            centre.x - width / 2.0,
            centre.y - height / 2.0,
            width,
            height,
        )
    }

    /// The right side.
    #[must_use]
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The bottom side.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Width by height.
    #[must_use]
    pub fn area(self) -> f64 {
        self.width * self.height
    }

    /// The middle.
    #[must_use]
    pub fn centre(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The rectangle, moved.
    #[must_use]
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy, self.width, self.height)
    }

    /// The rectangle with a margin on every side, or without one where the margin is negative.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        let width = (self.width + 2.0 * margin).max(0.0);
        let height = (self.height + 2.0 * margin).max(0.0);
        Self::around(self.centre(), width, height)
    }

    /// The smallest rectangle that contains both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether another rectangle is inside, edges included.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    /// Whether a point is inside, edges included.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        self.encloses(Self::around(point, 0.0, 0.0))
    }

    /// Whether a straight line between two points passes through.
    #[must_use]
    pub fn is_crossed(self, from: Point, to: Point) -> bool {
        self.clip(from, to)
            .is_some_and(|(enters, leaves)| enters < leaves)
    }

    /// The point at which a straight line from a point inside to another one leaves.
    #[must_use]
    pub fn exit(self, from: Point, to: Point) -> Point {
        let share = self.clip(from, to).map_or(0.0, |(_, leaves)| leaves);
        from.moved((to.x - from.x) * share, (to.y - from.y) * share)
    }

    /// The shares of a straight line at which it enters and leaves (Liang and Barsky). Returns
    /// `None` where it runs beside, parallel to a side.
    fn clip(self, from: Point, to: Point) -> Option<(f64, f64)> {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let sides = [
            (-dx, from.x - self.x),
            (dx, self.right() - from.x),
            (-dy, from.y - self.y),
            (dy, self.bottom() - from.y),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (step, distance) in sides {
            if step == 0.0 && distance <= 0.0 {
                return None;
            } else if step < 0.0 {
                enters = enters.max(distance / step);
            } else if step > 0.0 {
                leaves = leaves.min(distance / step);
            }
        }
        Some((enters, leaves))
    }

    /// The nearest point of the rectangle.
    #[must_use]
    pub fn nearest(self, to: Point) -> Point {
        Point::new(
            to.x.clamp(self.x, self.right()),
            to.y.clamp(self.y, self.bottom()),
        )
    }

    /// Shortest move that brings another rectangle inside this one. Where it is too large, its
    /// upper left corner is brought inside.
    #[must_use]
    pub fn pull(self, other: Self) -> (f64, f64) {
        (
            inward((self.x, self.right()), (other.x, other.right())),
            inward((self.y, self.bottom()), (other.y, other.bottom())),
        )
    }
}

/// Shortest move along one axis that brings a range inside another; their lower ends where it is
/// too long.
fn inward((low, high): (f64, f64), (other_low, other_high): (f64, f64)) -> f64 {
    let from_high = (high - other_high).min(0.0);
    from_high + (low - other_low - from_high).max(0.0)
}

/// Whether two straight lines between points cross.
pub(in crate::renderers) fn segments_cross(first: (Point, Point), second: (Point, Point)) -> bool {
    side(first, second.0) * side(first, second.1) < 0.0
        && side(second, first.0) * side(second, first.1) < 0.0
}

/// A number whose sign is the side of a line on which a point is; 0 on the line itself.
fn side((a, b): (Point, Point), c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// A count as a floating-point number; counts above 4 billion are cut there.
// `as f64` is refused by the lints, and `f64::from` does not take a `usize`.
pub(in crate::renderers) fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
