//! One text with its place and its lines.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::sources::encoding;

/// A range of bytes in one text, start included, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of these bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// One text that people wrote, and where it lies.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path below the workspace's root, its parts joined by `/` on every machine.
    pub path: Arc<str>,
    /// The text itself, without a byte-order mark.
    pub text: String,
    /// Where a text that was not saved as UTF-8 shows it, and how it was read all the same.
    pub foreign: Option<Foreign>,
    /// Where each line begins, once somebody has asked.
    lines: OnceLock<Vec<usize>>,
}

/// The first character that was not UTF-8, guessed so that it can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its bytes in the text as it was decoded.
    pub span: Span,
    /// The name of the encoding that was guessed.
    pub encoding: &'static str,
}

impl Source {
    /// A text at a path.
    #[must_use]
    pub fn new(path: &str, text: String) -> Self {
        Self {
            path: Arc::from(path),
            text,
            foreign: None,
            lines: OnceLock::new(),
        }
    }

    /// A text from the bytes of a file, which are UTF-8 or else guessed, so that it can be shown.
    #[must_use]
    pub fn from_bytes<'b>(path: &str, bytes: impl Into<Cow<'b, [u8]>>) -> Self {
        let (text, foreign) = encoding::decode(bytes.into());
        Self {
            path: Arc::from(path),
            text,
            foreign,
            lines: OnceLock::new(),
        }
    }

    /// Line and column of a byte, both counted from 1, columns in characters.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let lines = self.lines.get_or_init(|| {
            let after_breaks = self.text.match_indices('\n').map(|(end, _)| end + 1);
            std::iter::once(0).chain(after_breaks).collect()
        });
        let line = lines.partition_point(|start| *start <= offset);
        (line, self.text[lines[line - 1]..offset].chars().count() + 1)
    }

    /// The bytes of the whole line that holds a byte, without its line break.
    #[must_use]
    pub fn line_span(&self, offset: usize) -> Span {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let start = self.text[..offset].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[offset..]
            .find('\n')
            .map_or(self.text.len(), |length| offset + length);
        Span::new(start, end)
    }

    /// The nearest span that lies inside the text and between whole characters.
    #[must_use]
    pub fn clamp(&self, span: Span) -> Span {
        let start = self
            .text
            .floor_char_boundary(span.start.min(self.text.len()));
        Span::new(
            start,
            self.text
                .ceil_char_boundary(span.end.clamp(start, self.text.len())),
        )
    }

    /// The text of a span; empty where the span misses the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
