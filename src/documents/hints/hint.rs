//! The contract of a hint: the rule of a common slip of writing, and how it is recognised.
//!
//! A hint explains a text that cannot be read, or a value that does not fit its key, in the words
//! of somebody who keeps records. To add one, imitate `decimal_comma`:
//!
//! 1. A file named after the rule, with a constant `HINT` and its function `diagnose`.
//! 2. A line in the list of `hints/mod.rs`. The first hint that recognises a failure reports it, so
//!    an exact hint comes before a general one.
//! 3. Two small workspaces in `tests/documents/<rule>/`: `wrong`, where the finding is reported,
//!    and `right`, which the finding's edits make of it.

use crate::diagnostic::{Finding, Rule};
use crate::documents::line_tokens::{Token, TokenKind, last_quote, token_at, tokens_of_line};
use crate::documents::reading::Reading;
use crate::documents::schema::fit;
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::Shape;
use crate::documents::spelling::WrittenNumber;
use crate::documents::syntax::Syntax;
use crate::documents::tree::{Node, ScalarForm, Value};
use crate::documents::yaml_scalars;
use crate::sources::{Cut, Span};

/// A slip that people often make when they write a file by hand.
pub struct Hint {
    /// Name, severity, reason and example of the finding.
    pub rule: Rule,
    /// Returns the finding if the failure is this slip, else `None`.
    ///
    /// - The failure is either a syntax error ([`ParseFailure::is_toml_error`],
    ///   [`ParseFailure::is_yaml_error`]) or a value that does not fit
    ///   ([`ParseFailure::expected`]); most hints return `None` for one of the two.
    /// - A wrong explanation is worse than none: return `None` in doubt, and the next hint is
    ///   asked. The last two accept everything.
    /// - Propose an edit only if it makes a text that can be read and that was certainly meant.
    /// - Where a hint is found by other means than a failure (in the bare text, or by the
    ///   validator), this function is `|_| None`, and another public function makes the finding.
    pub diagnose: fn(&ParseFailure) -> Option<Finding>,
}

/// A syntax error, or a value that does not fit its key.
pub struct ParseFailure<'r, 't> {
    /// The text with its syntax and language.
    pub reading: &'r Reading<'t>,
    /// Bytes at which the parser stopped; for a value that does not fit, those of the value.
    pub error_span: Span,
    /// Bytes of the value that does not fit; for a syntax error, those of the word or quoted text
    /// at which the parser stopped, or none.
    pub value_span: Span,
    /// The shape of the values that the key takes; `None` for a syntax error.
    pub expected: Option<&'r Shape>,
    /// The value that does not fit; `None` for a syntax error.
    pub value: Option<&'r Value<'t>>,
    /// Bytes of the key of that value, or of the value itself in a list; empty for a syntax error.
    pub owner: Span,
    /// The parser's message, in English; empty for a value that does not fit.
    pub message: &'r str,
}

impl<'r, 't> ParseFailure<'r, 't> {
    /// A syntax error that the parser reported.
    #[must_use]
    pub fn of_syntax(reading: &'r Reading<'t>, span: Span, message: &'r str) -> Self {
        let error_span = reading.source.clamp(span);
        let empty = Span::at(error_span.start);
        Self {
            reading,
            error_span,
            value_span: token_at(reading, error_span.start).map_or(empty, |token| token.span),
            expected: None,
            value: None,
            owner: empty,
            message,
        }
    }

    /// A value that does not fit the shape of its key, which is at `owner`.
    #[must_use]
    pub fn of_shape(
        reading: &'r Reading<'t>,
        node: &'r Node<'t>,
        owner: Span,
        expected: &'r Shape,
    ) -> Self {
        Self {
            reading,
            error_span: node.span,
            value_span: node.span,
            expected: Some(expected),
            value: Some(&node.value),
            owner,
            message: "",
        }
    }

    /// Whether a table or a list does not fit, of which hints about a single value know nothing.
    #[must_use]
    pub fn is_compound(&self) -> bool {
        matches!(self.value, Some(Value::Table(_) | Value::List(_)))
    }

    /// Whether this is a syntax error in TOML.
    #[must_use]
    pub fn is_toml_error(&self) -> bool {
        self.expected.is_none() && self.reading.syntax == Syntax::Toml
    }

    /// Whether this is a syntax error in YAML.
    #[must_use]
    pub fn is_yaml_error(&self) -> bool {
        self.expected.is_none() && self.reading.syntax == Syntax::Yaml
    }

    /// The text of [`Self::value_span`].
    #[must_use]
    pub fn value_text(&self) -> &'t str {
        self.slice(self.value_span)
    }

    /// Whether the value has neither quotes around it nor the sign of a YAML block before it.
    #[must_use]
    pub fn is_unquoted(&self) -> bool {
        !self.value_text().starts_with(['"', '\'', '|', '>'])
    }

    /// The text of the value: unescaped if it could be read, else without straight quotes around
    /// it.
    #[must_use]
    pub fn unquoted(&self) -> &'r str {
        if let Some(Value::Scalar(ScalarForm::Text, text)) = self.value {
            return text;
        }
        let text = self.value_text();
        ['"', '\'']
            .iter()
            .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
            .unwrap_or(text)
    }

    /// Whether a scalar would fit here. True for a syntax error, whose key is not known.
    #[must_use]
    pub fn accepts(&self, form: ScalarForm, text: &str) -> bool {
        self.expected
            .is_none_or(|shape| fit::fits(form, text, shape))
    }

    /// Whether a text and nothing else is expected here.
    #[must_use]
    pub fn accepts_only_text(&self) -> bool {
        self.expected.is_some_and(fit::takes_text)
    }

    /// Whether the value would fit with another text, in quotes or without as it is now.
    #[must_use]
    pub fn accepts_rewritten(&self, text: &str) -> bool {
        let form = match self.reading.syntax {
            Syntax::Yaml if self.is_unquoted() => unquoted_form(text),
            _ => ScalarForm::Text,
        };
        self.accepts(form, text)
    }

    /// Whether a list is expected here whose items a scalar would fit.
    #[must_use]
    pub fn accepts_in_list(&self, form: ScalarForm, text: &str) -> bool {
        self.expected
            .and_then(fit::items)
            .is_some_and(|items| fit::fits(form, text, items))
    }

    /// Whether a number would fit here, in the spelling of records.
    #[must_use]
    pub fn accepts_number(&self, number: &str) -> bool {
        let form = if number.contains('.') {
            ScalarForm::Float
        } else {
            ScalarForm::Integer
        };
        self.accepts(form, number)
    }

    /// A number in the spelling of records. One point or comma before three digits separates
    /// thousands where only whole numbers or euros fit, and before three zeros everywhere.
    #[must_use]
    pub fn spelled(&self, number: &WrittenNumber) -> String {
        number
            .as_thousands()
            .filter(|thousands| thousands.ends_with("000") || self.takes_thousands(&number.plain))
            .unwrap_or_else(|| number.plain.clone())
    }

    /// Whether the key takes euros, or whole numbers alone. Of a syntax error, the key is the word
    /// before the value.
    fn takes_thousands(&self, plain: &str) -> bool {
        let schemas = Schemas::embedded();
        if let Some(shape) = self.expected {
            return schemas.is_euros(shape) || !fit::fits(ScalarForm::Float, plain, shape);
        }
        let before = self.slice(Span::new(self.line_span().start, self.value_span.start));
        let sign = match self.reading.syntax {
            Syntax::Toml => '=',
            Syntax::Yaml => ':',
        };
        before.trim_end().strip_suffix(sign).is_some_and(|keys| {
            let mut words = keys.trim_end().rsplit([' ', '\t', '{', ',', '.']);
            words.next().is_some_and(|key| schemas.is_key_of_euros(key))
        })
    }

    /// The text of some bytes; empty where they leave the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'t str {
        self.reading
            .text()
            .get(span.start..span.end)
            .unwrap_or_default()
    }

    /// The text of the line at which the parser stopped.
    #[must_use]
    pub fn line(&self) -> &'t str {
        self.slice(self.line_span())
    }

    /// Bytes of that line, without its line break.
    #[must_use]
    pub fn line_span(&self) -> Span {
        self.reading.source.line_span(self.error_span.start)
    }

    /// Tokens of that line.
    #[must_use]
    pub fn tokens(&self) -> Vec<Token> {
        tokens_of_line(self.reading, self.error_span.start)
    }

    /// The text that a quote inside it ended at the error, from its first quote to the one that
    /// was meant to be its last.
    #[must_use]
    pub fn text_cut_by_quote(&self, quote: char) -> Option<Span> {
        let rest = self.slice(Span::new(self.error_span.start, self.line_span().end));
        if self.expected.is_some()
            || !rest.starts_with(|next: char| next.is_alphanumeric() || next == quote)
        {
            return None;
        }
        let tokens = self.tokens();
        let cut = tokens.iter().find(|token| {
            token.kind == TokenKind::Quoted { closed: true }
                && token.span.end == self.error_span.start
        })?;
        let end = self.error_span.start + last_quote(rest, &[quote])? + 1;
        let whole = Span::new(cut.span.start, end);
        self.slice(whole).starts_with(quote).then_some(whole)
    }

    /// The nearest line above that is neither blank nor a comment.
    #[must_use]
    pub fn line_above(&self) -> Option<Span> {
        line_above(self.reading, self.line_span())
    }
}

/// The form in which YAML reads a text without quotes.
#[must_use]
pub fn unquoted_form(text: &str) -> ScalarForm {
    yaml_scalars::resolved(text.into()).0
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

/// The value of a line: the text behind the first `=`, `: ` or else `- `, without the spaces
/// around it and without a comment.
#[must_use]
pub fn value_on_line(reading: &Reading, line: Span) -> Option<Span> {
    let text = reading.source.slice(line);
    let start = match reading.syntax {
        Syntax::Toml => text.find('=')? + 1,
        Syntax::Yaml => behind_sign(text, ':').or_else(|| behind_sign(text, '-'))?,
    };
    let rest = text.behind(start).split(" #").next().unwrap_or_default();
    let start = line.start + start + rest.len() - rest.trim_start().len();
    Some(Span::new(start, start + rest.trim().len()))
}

/// The offset behind the first of a sign that a space or a tab follows.
fn behind_sign(text: &str, sign: char) -> Option<usize> {
    text.match_indices(sign)
        .map(|(index, _)| index + 1)
        .find(|end| text.behind(*end).starts_with([' ', '\t']))
        .map(|end| end + 1)
}
