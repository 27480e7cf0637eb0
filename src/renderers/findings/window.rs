//! The lines of a text that an excerpt shows, made safe, with the places in them moved along.

use annotate_snippets::Snippet;

use crate::renderers::safe;
use crate::sources::{Source, Span};

/// Whole lines, so that no large file is walked for each finding.
pub struct Window {
    span: Span,
    first_line: usize,
    /// What is shown: annotate-snippets itself makes only some of the characters harmless.
    text: String,
    /// Where the text has grown by being made safe: the byte before which, and by how many bytes.
    grown: Vec<(usize, usize)>,
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
        let carried = source.slice(Span::new(first, last)).ends_with('\r');
        let span = Span::new(first, last - usize::from(carried));
        let mut window = Self {
            span,
            first_line: source.line_column(span.start).0,
            text: String::new(),
            grown: Vec::new(),
        };
        window.show(source.slice(span));
        window
    }

    fn show(&mut self, lines: &str) {
        for (place, character) in lines.char_indices() {
            let line_end =
                character == '\n' || character == '\r' && lines[place + 1..].starts_with('\n');
            if line_end || character == '\t' || !safe::is_hidden(character) {
                self.text.push(character);
                continue;
            }
            let shown = format!("<U+{:04X}>", u32::from(character));
            let end = place + character.len_utf8();
            self.grown.push((end, shown.len() - character.len_utf8()));
            self.text.push_str(&shown);
        }
    }

    /// Where bytes of the whole text stand in what is shown.
    pub fn within(&self, span: Span) -> Span {
        let shown = |offset: usize| {
            let here = offset.clamp(self.span.start, self.span.end) - self.span.start;
            let grown = self.grown.iter().take_while(|(place, _)| *place <= here);
            here + grown.map(|(_, bytes)| bytes).sum::<usize>()
        };
        Span::new(shown(span.start), shown(span.end))
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
    fn places_move_with_what_is_made_safe() {
        let source = Source::new("a.toml", "a = 1\nb\u{202e}c = \"\u{9b}x\"\r\n".to_owned());
        let window = Window::around(&source, &[Span::new(6, 7)]);
        assert_eq!(window.text, "b<U+202E>c = \"<U+009B>x\"");
        let at = |part: &str| {
            let start = source.text.find(part).unwrap();
            let span = window.within(Span::new(start, start + part.len()));
            window.text[span.start..span.end].to_owned()
        };
        assert_eq!(
            [at("b"), at("\u{202e}"), at("c"), at("x")],
            ["b", "<U+202E>", "c", "x"]
        );
    }
}
