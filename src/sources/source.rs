//! One text, with its path and its lines.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::sources::cut::Cut;
use crate::sources::encoding;
use crate::sources::span::{ForeignCharacter, Span};

/// A text that people wrote, with its path.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path below the workspace's root, with `/` between its parts on every machine.
    pub path: Arc<str>,
    /// The text, without a byte-order mark.
    pub text: String,
    /// The first character that was not saved as UTF-8; `None` for a text in UTF-8.
    pub foreign: Option<ForeignCharacter>,
    /// Offset of each line's first byte, computed when a line number is first needed.
    line_starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// Creates a text at a path, both known to be UTF-8.
    #[must_use]
    pub fn new(path: &str, text: String) -> Self {
        Self {
            path: Arc::from(path),
            text,
            foreign: None,
            line_starts: OnceLock::new(),
        }
    }

    /// Decodes the bytes of a file. An encoding other than UTF-8 is guessed, so that the text can
    /// be shown.
    #[must_use]
    pub fn from_bytes<'b>(path: &str, bytes: impl Into<Cow<'b, [u8]>>) -> Self {
        let (text, foreign) = encoding::decode(bytes.into());
        Self {
            path: Arc::from(path),
            text,
            foreign,
            line_starts: OnceLock::new(),
        }
    }

    /// Number of the line that holds the byte at `offset`, counted from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|start| *start <= offset)
    }

    /// Line and column of the byte at `offset`, both counted from 1; columns count characters.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let starts = self.line_starts();
        let line = self.line(offset);
        let start = starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        (line, self.text.between(start, offset).chars().count() + 1)
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let after_breaks = self.text.match_indices('\n').map(|(end, _)| end + 1);
            std::iter::once(0).chain(after_breaks).collect()
        })
    }

    /// The line that holds the byte at `offset`, without its line break.
    #[must_use]
    pub fn line_span(&self, offset: usize) -> Span {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let start = self
            .text
            .before(offset)
            .rfind('\n')
            .map_or(0, |end| end + 1);
        let end = self
            .text
            .behind(offset)
            .find('\n')
            .map_or(self.text.len(), |length| offset + length);
        Span::new(start, end)
    }

    /// The nearest span inside the text that begins and ends between two characters.
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

    /// The text of a span; empty where the span leaves the text or cuts a character.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
