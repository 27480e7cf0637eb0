//! What a fault of writing is: a rule with its words, and how it recognises itself in a text.

use crate::diagnostic::{Finding, Rule};
use crate::documents::line_tokens::{Piece, What, closing, piece_at, pieces};
use crate::documents::{Reading, ScalarForm, Shape, Syntax, shape};
use crate::sources::Span;

/// A fault that people often make when they write a file by hand.
pub struct Hint {
    /// Its name, severity, reason and example.
    pub rule: Rule,
    /// Looks at something that could not be read, and tells it if this is it.
    pub diagnose: fn(&ParseFailure) -> Option<Finding>,
}

/// Something that could not be read, or is not what its key wants.
pub struct ParseFailure<'r, 't> {
    /// The text.
    pub reading: &'r Reading<'t>,
    /// Where the parser stumbled, or the value that does not fit.
    pub at: Span,
    /// The value as written: what does not fit, or the word or quoted text at which the parser
    /// stumbled.
    pub value: Span,
    /// What the key wants, where the text could be read but does not fit.
    pub wanted: Option<&'r Shape>,
    /// The parser's own words; empty where a value does not fit.
    pub message: &'r str,
}

impl<'r, 't> ParseFailure<'r, 't> {
    /// A syntax error.
    #[must_use]
    pub fn of_syntax(reading: &'r Reading<'t>, at: Span, message: &'r str) -> Self {
        let text = reading.text();
        let start = text.floor_char_boundary(at.start.min(text.len()));
        let at = Span::new(
            start,
            text.ceil_char_boundary(at.end.clamp(start, text.len())),
        );
        let value = piece_at(reading, start).map_or(Span::new(start, start), |piece| piece.span);
        Self {
            reading,
            at,
            value,
            wanted: None,
            message,
        }
    }

    /// A value that does not fit its key.
    #[must_use]
    pub fn of_shape(reading: &'r Reading<'t>, value: Span, wanted: &'r Shape) -> Self {
        Self {
            reading,
            at: value,
            value,
            wanted: Some(wanted),
            message: "",
        }
    }

    /// Whether it is a syntax error in TOML.
    #[must_use]
    pub fn breaks_toml(&self) -> bool {
        self.wanted.is_none() && self.reading.syntax == Syntax::Toml
    }

    /// Whether it is a syntax error in YAML.
    #[must_use]
    pub fn breaks_yaml(&self) -> bool {
        self.wanted.is_none() && self.reading.syntax == Syntax::Yaml
    }

    /// The value's text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.slice(self.value)
    }

    /// The value's text without straight quotes around it.
    #[must_use]
    pub fn bare(&self) -> &'t str {
        let text = self.text();
        ['"', '\'']
            .iter()
            .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
            .unwrap_or(text)
    }

    /// Whether a scalar would fit here; what a key wants is not known where the syntax is broken.
    #[must_use]
    pub fn wants(&self, form: ScalarForm, text: &str) -> bool {
        self.wanted
            .is_none_or(|wanted| shape::fits(form, text, wanted))
    }

    /// Whether a list is wanted here in which a scalar would fit.
    #[must_use]
    pub fn wants_list_of(&self, form: ScalarForm, text: &str) -> bool {
        let items = self.wanted.and_then(shape::items);
        items.is_some_and(|items| shape::fits(form, text, items))
    }

    /// Whether a number would fit here, given by its digits.
    #[must_use]
    pub fn wants_number(&self, digits: &str) -> bool {
        self.wants(
            if digits.contains('.') {
                ScalarForm::Float
            } else {
                ScalarForm::Integer
            },
            digits,
        )
    }

    /// Some bytes of the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'t str {
        self.reading
            .text()
            .get(span.start..span.end)
            .unwrap_or_default()
    }

    /// The whole line in which the parser stumbled.
    #[must_use]
    pub fn line(&self) -> &'t str {
        self.slice(self.line_span())
    }

    /// The bytes of that line.
    #[must_use]
    pub fn line_span(&self) -> Span {
        self.reading.source.line_span(self.at.start)
    }

    /// The pieces of that line.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        pieces(self.reading, self.at.start)
    }

    /// The text that a quote inside it cut short at the stumble, from its first quote to its true
    /// last one.
    #[must_use]
    pub fn cut_by_quote(&self, quote: char) -> Option<Span> {
        let after = self.slice(Span::new(self.at.start, self.line_span().end));
        if self.wanted.is_some()
            || !after.starts_with(|next: char| next.is_alphanumeric() || next == quote)
        {
            return None;
        }
        let closed = |piece: &&Piece| {
            piece.what == What::Quoted { closed: true } && piece.span.end == self.at.start
        };
        let start = self.pieces().iter().find(closed)?.span.start;
        let end = self.at.start + closing(after, &[quote])? + 1;
        self.slice(Span::new(start, end))
            .starts_with(quote)
            .then(|| Span::new(start, end))
    }

    /// The nearest line above that is neither blank nor a comment.
    #[must_use]
    pub fn line_above(&self) -> Option<Span> {
        line_above(self.reading, self.line_span())
    }
}

/// The nearest line above another that is neither blank nor a comment.
#[must_use]
pub fn line_above(reading: &Reading, line: Span) -> Option<Span> {
    let mut start = line.start;
    while start > 0 {
        let above = reading.source.line_span(start - 1);
        let text = reading.source.slice(above).trim();
        if !text.is_empty() && !text.starts_with('#') {
            return Some(above);
        }
        start = above.start;
    }
    None
}

/// What stands behind the first `=`, `: ` or else `- ` of a line, without the blanks around it and
/// without a comment.
#[must_use]
pub fn value_on_line(reading: &Reading, line: Span) -> Option<Span> {
    let text = reading.source.slice(line);
    let sign = match reading.syntax {
        Syntax::Toml => text.find('=')? + 1,
        Syntax::Yaml => text.find(": ").or_else(|| text.find("- "))? + 2,
    };
    let rest = text[sign..].split(" #").next().unwrap_or_default();
    let start = line.start + sign + rest.len() - rest.trim_start().len();
    Some(Span::new(start, start + rest.trim().len()))
}
