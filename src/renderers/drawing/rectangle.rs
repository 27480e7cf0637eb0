//! Points and rectangles on the page, in pixels of the view box.

/// A place on the page, y downward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle whose sides lie along the page's.
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
    /// A place.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far another place is.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        // Not `hypot`, whose last digit is not the same on every machine.
        (x * x + y * y).sqrt()
    }

    /// This place, moved.
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

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
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

    /// Whether the other lies inside, edges included.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    /// Whether a point lies inside, edges included.
    #[must_use]
    pub fn has(self, point: Point) -> bool {
        self.holds(Self::around(point, 0.0, 0.0))
    }

    /// Whether a straight line between two points passes through.
    #[must_use]
    pub fn crossed(self, from: Point, to: Point) -> bool {
        self.shared(from, to)
            .is_some_and(|(enters, leaves)| enters < leaves)
    }

    /// Where a straight line from a point inside leaves for another.
    #[must_use]
    pub fn exit(self, from: Point, to: Point) -> Point {
        let share = self.shared(from, to).map_or(0.0, |(_, leaves)| leaves);
        from.moved((to.x - from.x) * share, (to.y - from.y) * share)
    }

    /// The shares of the way from one point to another at which a line enters and leaves; nothing
    /// where it runs beside.
    fn shared(self, from: Point, to: Point) -> Option<(f64, f64)> {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let sides = [
            (-dx, from.x - self.x),
            (dx, self.right() - from.x),
            (-dy, from.y - self.y),
            (dy, self.bottom() - from.y),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (step, room) in sides {
            if step == 0.0 && room <= 0.0 {
                return None;
            } else if step < 0.0 {
                enters = enters.max(room / step);
            } else if step > 0.0 {
                leaves = leaves.min(room / step);
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

    /// How far a rectangle must move to lie inside this one; where it is too large, its upper left
    /// corner does.
    #[must_use]
    pub fn pull(self, other: Self) -> (f64, f64) {
        let inward = |low: f64, high: f64, other_low: f64, other_high: f64| {
            let from_high = (high - other_high).min(0.0);
            from_high + (low - other_low - from_high).max(0.0)
        };
        (
            inward(self.x, self.right(), other.x, other.right()),
            inward(self.y, self.bottom(), other.y, other.bottom()),
        )
    }
}

/// Whether two straight lines between points cross.
pub(in crate::renderers) fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let side =
        |(a, b): (Point, Point), c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    side(one, other.0) * side(one, other.1) < 0.0 && side(other, one.0) * side(other, one.1) < 0.0
}

/// A number of things as a measure.
pub(in crate::renderers) fn measure(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
