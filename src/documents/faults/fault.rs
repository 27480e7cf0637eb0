//! What a fault of writing is: a rule with its words, and how it recognises itself in a text.

use crate::diagnostic::{Finding, Rule};
use crate::documents::{Reading, Shape};
use crate::sources::Span;

/// A fault that people often make when they write a file by hand.
pub struct Fault {
    /// Its name, severity, reason and example.
    pub rule: Rule,
    /// Looks at something that could not be read, and tells it if this is it.
    pub recognise: fn(&Trouble) -> Option<Finding>,
}

/// Something that could not be read, or is not what its key wants.
pub struct Trouble<'r, 't> {
    /// The text.
    pub reading: &'r Reading<'t>,
    /// Where the parser stumbled, or the value that does not fit.
    pub at: Span,
    /// The value as written: what does not fit, or what stands behind the `=` or `:` of the line.
    pub value: Span,
    /// What the key wants, where the text could be read but does not fit.
    pub wanted: Option<&'r Shape>,
    /// The parser's own words; empty where a value does not fit.
    pub message: &'r str,
}

impl<'r, 't> Trouble<'r, 't> {
    /// A syntax error.
    #[must_use]
    pub fn of_syntax(reading: &'r Reading<'t>, at: Span, message: &'r str) -> Self {
        Self { reading, at, value: value_on_line(reading, at), wanted: None, message }
    }

    /// A value that does not fit its key.
    #[must_use]
    pub fn of_shape(reading: &'r Reading<'t>, value: Span, wanted: &'r Shape) -> Self {
        Self { reading, at: value, value, wanted: Some(wanted), message: "" }
    }

    /// The value's text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.reading.text().get(self.value.start..self.value.end).unwrap_or_default()
    }

    /// The whole line in which the parser stumbled.
    #[must_use]
    pub fn line(&self) -> &'t str {
        let line = self.line_span();
        self.reading.text().get(line.start..line.end).unwrap_or_default()
    }

    /// The bytes of that line.
    #[must_use]
    pub fn line_span(&self) -> Span {
        self.reading.source.line_span(self.at.start)
    }
}

/// What stands behind the first `=` or `: ` of the line, without blanks around it and without a comment.
fn value_on_line(reading: &Reading, at: Span) -> Span {
    let line = reading.source.line_span(at.start);
    let text = reading.source.slice(line);
    let sign = match reading.syntax {
        crate::documents::Syntax::Toml => text.find('=').map(|place| place + 1),
        crate::documents::Syntax::Yaml => text.find(": ").map(|place| place + 2),
    };
    let start = sign.unwrap_or(0);
    let rest = text[start..].split(" #").next().unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    Span::new(line.start + start + blank, line.start + start + blank + rest.trim().len())
}
