//! A text with its lines, commas and comments.

use crate::sources::{Cut, Span};

/// A text that is being edited.
pub struct Page<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The line break of its lines.
    pub newline: &'static str,
}

impl<'t> Page<'t> {
    pub fn new(text: &'t str) -> Self {
        let first = text.find('\n').map(|end| text.before(end));
        let newline = match first {
            Some(line) if line.ends_with('\r') => "\r\n",
            _ => "\n",
        };
        Self { text, newline }
    }

    /// The first byte of the line that holds a byte.
    pub fn line_start(&self, offset: usize) -> usize {
        self.text
            .before(offset)
            .rfind('\n')
            .map_or(0, |end| end + 1)
    }

    /// The first byte of the next line, or the end of the text.
    pub fn line_end(&self, offset: usize) -> usize {
        self.text
            .behind(offset)
            .find('\n')
            .map_or(self.text.len(), |length| offset + length + 1)
    }

    /// The spaces before the first byte of a line's text, if nothing else is before it.
    pub fn indentation(&self, offset: usize) -> Option<&'t str> {
        let before = self.text.between(self.line_start(offset), offset);
        before.trim().is_empty().then_some(before)
    }

    /// The byte at an offset; a line break behind the end.
    pub fn byte(&self, offset: usize) -> u8 {
        self.text.as_bytes().get(offset).copied().unwrap_or(b'\n')
    }

    /// Whether nothing but spaces and a comment follows on the line.
    pub fn is_line_over(&self, offset: usize) -> bool {
        let rest = self.text.between(offset, self.line_end(offset)).trim();
        rest.is_empty() || rest.starts_with('#')
    }

    /// The offset of the comma behind spaces, line breaks and comments; `None` if something else
    /// follows.
    pub fn comma_after(&self, offset: usize) -> Option<usize> {
        let next = self.skip_trivia(offset);
        (self.byte(next) == b',' && next < self.text.len()).then_some(next)
    }

    /// The first byte that is no space, line break or comment.
    pub fn skip_trivia(&self, mut offset: usize) -> usize {
        while offset < self.text.len() {
            match self.byte(offset) {
                b'#' => offset = self.line_end(offset),
                b' ' | b'\t' | b'\r' | b'\n' => offset += 1,
                _ => break,
            }
        }
        offset
    }

    /// Whether a span holds a line break.
    pub fn has_break(&self, span: Span) -> bool {
        self.text.between(span.start, span.end).contains('\n')
    }

    /// Whole lines to be inserted at an offset, which is the start of a line or the end of the
    /// text.
    pub fn lines(&self, offset: usize, lines: &[String]) -> String {
        let is_open = offset > 0 && self.byte(offset - 1) != b'\n';
        let above = if is_open { self.newline } else { "" };
        format!("{above}{}{}", lines.join(self.newline), self.newline)
    }
}
