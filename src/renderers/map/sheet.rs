//! Sheet of paper for which a map is drawn.

/// Sheet of paper, A4 upright by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// A3 instead of A4: more free space for symbols of the same size.
    pub a3: bool,
    /// Landscape instead of portrait.
    pub landscape: bool,
}

impl Sheet {
    /// Width and height in pixels of the view box: 150 to the inch.
    pub(super) fn pixels(self) -> (f64, f64) {
        let (short, long) = if self.a3 {
            (1754.0, 2480.0)
        } else {
            (1240.0, 1754.0)
        };
        if self.landscape {
            (long, short)
        } else {
            (short, long)
        }
    }

    /// Width on paper in millimetres.
    pub(super) fn millimetres(self) -> f64 {
        match (self.a3, self.landscape) {
            (false, false) => 210.0,
            (false, true) | (true, false) => 297.0,
            (true, true) => 420.0,
        }
    }
}
