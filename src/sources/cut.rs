//! Texts and lists cut in two at a place, whatever the place.

/// A text or a list that is cut at a place in it: a byte of a text, an item of a list.
///
/// A place behind the end counts as the end, one within a character as where the character begins.
/// Neither is expected: a build with debug assertions, and so every test, stops there.
pub trait Cut {
    /// What lies before `place`.
    fn before(&self, place: usize) -> &Self;

    /// What lies from `place` on.
    fn behind(&self, place: usize) -> &Self;

    /// What lies from `start` on and before `end`.
    fn between(&self, start: usize, end: usize) -> &Self {
        self.before(end).behind(start)
    }
}

impl Cut for str {
    fn before(&self, place: usize) -> &Self {
        debug_assert!(self.is_char_boundary(place), "{place} in {self:?}");
        self.split_at(self.floor_char_boundary(place)).0
    }

    fn behind(&self, place: usize) -> &Self {
        debug_assert!(self.is_char_boundary(place), "{place} in {self:?}");
        self.split_at(self.floor_char_boundary(place)).1
    }
}

impl<T> Cut for [T] {
    fn before(&self, place: usize) -> &Self {
        debug_assert!(place <= self.len(), "{place} of {}", self.len());
        self.split_at(place.min(self.len())).0
    }

    fn behind(&self, place: usize) -> &Self {
        debug_assert!(place <= self.len(), "{place} of {}", self.len());
        self.split_at(place.min(self.len())).1
    }
}
