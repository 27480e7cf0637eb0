//! A range of bytes in a text.

/// A range of bytes in one text, start included, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; empty at `start` where `end` is smaller.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The empty span before the byte at `offset`, where an edit inserts.
    #[must_use]
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The first character of a text that was not UTF-8, with the encoding guessed to show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignCharacter {
    /// Bytes of the character in the text as it was decoded.
    pub span: Span,
    /// Name of the guessed encoding.
    pub encoding: &'static str,
}
