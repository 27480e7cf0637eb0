//! Lines of a text that an excerpt shows, without hidden characters, with places moved along.

use annotate_snippets::Snippet;

use crate::sources::hidden::characters;
use crate::sources::{Cut, Source, Span};

/// Whole lines around some places.
// Only these lines are given to the library, which otherwise walks the whole file for each
// finding.
pub struct Window {
    span: Span,
    first_line: usize,
    /// Lines without hidden characters, of which annotate-snippets itself replaces only some.
    text: String,
    /// For each replaced character, the byte after it and by how many bytes the text grew.
    growth: Vec<(usize, usize)>,
}

impl Window {
    /// The lines around some places.
    pub fn around(source: &Source, spans: &[Span]) -> Self {
        let start = spans
            .iter()
            .map(|span| span.start)
            .min()
            .unwrap_or_default();
        let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
        let (first, last) = (source.line_span(start).start, source.line_span(end).end);
        let has_return = source.slice(Span::new(first, last)).ends_with('\r');
        let span = Span::new(first, last - usize::from(has_return));
        let mut window = Self {
            span,
            first_line: source.line_column(span.start).0,
            text: String::new(),
            growth: Vec::new(),
        };
        window.add(source.slice(span));
        window
    }

    fn add(&mut self, lines: &str) {
        for (start, character, hidden) in characters(lines) {
            let is_line_end =
                character == '\n' || character == '\r' && lines.behind(start + 1).starts_with('\n');
            if is_line_end || character == '\t' || !hidden {
                self.text.push(character);
                continue;
            }
            let shown = format!("<U+{:04X}>", u32::from(character));
            let end = start + character.len_utf8();
            self.growth.push((end, shown.len() - character.len_utf8()));
            self.text.push_str(&shown);
        }
    }

    /// The bytes of the window at which bytes of the whole text are.
    pub fn within(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }

    fn offset(&self, offset: usize) -> usize {
        let offset = offset.clamp(self.span.start, self.span.end) - self.span.start;
        let growth = self.growth.iter().take_while(|(end, _)| *end <= offset);
        offset + growth.map(|(_, bytes)| bytes).sum::<usize>()
    }

    /// The excerpt, to be annotated or patched.
    pub fn snippet<'a, T: Clone>(&self) -> Snippet<'a, T> {
        Snippet::source(self.text.clone()).line_start(self.first_line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_with_replaced_characters() {
        let source = Source::new("a.toml", "a = 1\nb\u{202e}c = \"\u{9b}x\"\r\n".to_owned());
        let window = Window::around(&source, &[Span::new(6, 7)]);
        assert_eq!(window.text, "b<U+202E>c = \"<U+009B>x\"");
        let shown = |part: &str| {
            let start = source.text.find(part).unwrap();
            let span = window.within(Span::new(start, start + part.len()));
            window.text.between(span.start, span.end).to_owned()
        };
        assert_eq!(
            [shown("b"), shown("\u{202e}"), shown("c"), shown("x")],
            ["b", "<U+202E>", "c", "x"]
        );
    }
}
