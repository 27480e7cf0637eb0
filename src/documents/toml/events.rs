//! The events of the TOML parser, built into the tree.
//!
//! The `toml` crate would build, sort and take apart a tree of its own on the way, which costs as
//! much again.

use std::borrow::Cow;

use ::toml::Spanned;
use ::toml::de::DeValue;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, Raw, Source, Span as ParserSpan};

use crate::calendar::PartialDate;
use crate::diagnostic::Finding;
use crate::documents::hints::hint::ParseFailure;
use crate::documents::hints::{beyond_limit, date_time, unreadable_syntax};
use crate::documents::reading::{Limits, Reading};
use crate::documents::syntax::is_bare_key_byte;
use crate::documents::toml::limits::enforce_limits;
use crate::documents::toml::scalars::{decimal, without_escapes};
use crate::documents::toml::tables::{DottedKeys, Heading, Key, Refusal, insert, place, reopen};
use crate::documents::tree::{Entry, Node, ScalarForm, Value};
use crate::sources::Span;

/// Brackets inside one another, and keys of one path before the last, at which the `toml` crate
/// stops. More than our own limit: what is between the two is read, and reported as too deep.
const PARSER_DEPTH: usize = 80;

/// Levels of a tree that is built at all. Brackets and paths inside one another could multiply to
/// thousands, and a tree is freed level by level on the stack.
const TREE_DEPTH: usize = 2 * PARSER_DEPTH;

/// Entries of most records, so that their table is allocated once.
const USUAL_ENTRIES: usize = 16;

/// Reads a text into a tree, with the findings about values that are not kept. Returns `None` for
/// a text that is not valid TOML.
pub fn read<'t>(reading: &Reading<'t>) -> Option<(Node<'t>, Vec<Finding>)> {
    let source = Source::new(reading.text());
    let mut builder = Builder {
        reading,
        source,
        root: Vec::new(),
        heading: None,
        open: vec![Open::new(
            Value::Table(Vec::with_capacity(USUAL_ENTRIES)),
            0,
        )],
        dotted: DottedKeys::new(),
        findings: Vec::new(),
        is_valid: true,
        may_exceed_limits: false,
        too_deep: None,
    };
    let mut has_errors = false;
    parse_document(&source.lex().into_vec(), &mut builder, &mut |_| {
        has_errors = true;
    });
    builder.close_table();
    if has_errors || !builder.is_valid {
        return None;
    }
    if let Some((span, depth)) = builder.too_deep {
        let finding = beyond_limit::table(reading, span, depth, 0);
        let root = Node {
            value: Value::Nothing,
            span: Span::default(),
        };
        return Some((root, finding.into_iter().collect()));
    }
    let mut root = Node {
        value: Value::Table(builder.root),
        span: Span::default(),
    };
    if builder.may_exceed_limits {
        enforce_limits(reading, &mut root, 0, &mut builder.findings);
    }
    Some((root, builder.findings))
}

/// A table or list that is not closed yet, with the key of its next value.
struct Open<'t> {
    value: Value<'t>,
    start: usize,
    /// Keys before the last one of a dotted key.
    path: Vec<Key<'t>>,
    key: Option<Key<'t>>,
}

impl<'t> Open<'t> {
    fn new(value: Value<'t>, start: usize) -> Self {
        Self {
            value,
            start,
            path: Vec::new(),
            key: None,
        }
    }
}

struct Builder<'r, 't> {
    reading: &'r Reading<'t>,
    source: Source<'t>,
    root: Vec<Entry<'t>>,
    /// The last heading that was read; none above the first.
    heading: Option<Heading<'t>>,
    /// The table of that heading, then the inline tables and lists open inside it.
    open: Vec<Open<'t>>,
    dotted: DottedKeys,
    findings: Vec<Finding>,
    is_valid: bool,
    may_exceed_limits: bool,
    /// Place and depth at which building stopped, if the tree would be deeper than [`TREE_DEPTH`].
    too_deep: Option<(Span, usize)>,
}

impl<'t> Builder<'_, 't> {
    /// Opens an inline table or a list. Returns whether the parser may go on inside.
    fn begin(&mut self, value: Value<'t>, start: usize) -> bool {
        self.is_valid &= self.open.len() <= PARSER_DEPTH;
        self.open.push(Open::new(value, start));
        self.check_depth();
        self.is_valid
    }

    /// Closes the innermost inline table or list.
    fn end(&mut self, end: usize) {
        match self.open.pop() {
            Some(open) if !self.open.is_empty() => {
                if let Value::List(items) = &open.value {
                    self.may_exceed_limits |= items.len() > Limits::ITEMS;
                }
                self.put(Node {
                    value: open.value,
                    span: Span::new(open.start, end),
                });
            }
            _ => self.is_valid = false,
        }
    }

    /// Puts a value into the innermost open table or list.
    fn put(&mut self, node: Node<'t>) {
        let is_built = self.is_built();
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if !is_built {
            open.key = None;
            open.path.clear();
            return;
        }
        match (&mut open.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Table(entries), Some(key)) => {
                let inserted = insert(entries, &open.path, key, node, &mut self.dotted);
                open.path.clear();
                if let Err(refusal) = inserted {
                    self.refuse(&refusal);
                }
            }
            _ => self.is_valid = false,
        }
    }

    /// Whether values are still added: not to a text that is invalid or too deep.
    fn is_built(&self) -> bool {
        self.is_valid && self.too_deep.is_none()
    }

    fn refuse(&mut self, refusal: &Refusal) {
        match refusal {
            Refusal::Invalid => self.is_valid = false,
            Refusal::TooLarge => self.may_exceed_limits = true,
        }
    }

    fn begin_heading(&mut self, span: ParserSpan, is_item: bool) {
        self.close_table();
        self.heading = Some(Heading {
            path: Vec::new(),
            span: Span::new(span.start(), span.end()),
            is_item,
            is_whole: false,
        });
    }

    fn end_heading(&mut self, end: usize) {
        let Some(heading) = &mut self.heading else {
            return;
        };
        heading.span.end = end;
        heading.is_whole = true;
        self.check_depth();
        if self.is_built() {
            self.reopen_heading();
        }
    }

    /// Goes on in the table of the heading, where an earlier path implied it.
    fn reopen_heading(&mut self) {
        let Some(heading) = self.heading.as_ref().filter(|heading| !heading.is_item) else {
            return;
        };
        match (
            reopen(&mut self.root, heading, &self.dotted),
            &mut self.open[..],
        ) {
            (Ok(entries), [table]) => table.value = Value::Table(entries),
            (Err(refusal), _) => self.refuse(&refusal),
            _ => self.is_valid = false,
        }
    }

    /// Puts the table of the last heading in its place.
    fn close_table(&mut self) {
        let [
            Open {
                value: Value::Table(entries),
                key: None,
                ..
            },
        ] = &mut self.open[..]
        else {
            self.is_valid = false;
            return;
        };
        let entries = std::mem::take(entries);
        let heading = self.heading.take();
        if !self.is_built() {
            return;
        }
        match heading {
            None => self.root = entries,
            Some(heading) => {
                if let Err(refusal) = place(&mut self.root, heading, entries) {
                    self.refuse(&refusal);
                }
            }
        }
    }

    /// Notes whether the tree may be too deep here: a key of a heading makes two levels at most, a
    /// list and its last table.
    fn check_depth(&mut self) {
        let above = self.heading.as_ref().map_or(0, |it| 2 * it.path.len());
        let inside: usize = self.open.iter().map(|open| open.path.len() + 1).sum();
        let depth = above + inside;
        self.may_exceed_limits |= depth > Limits::DEPTH;
        if depth > TREE_DEPTH && self.too_deep.is_none() {
            let key = self.open.last().and_then(|open| open.key.as_ref());
            self.too_deep = Some((key.map(|(_, span)| *span).unwrap_or_default(), depth));
        }
    }

    fn raw(&self, span: ParserSpan, encoding: Option<Encoding>) -> Raw<'t> {
        let text = self.source.input().get(span.start()..span.end());
        Raw::new_unchecked(text.unwrap_or_default(), encoding, span)
    }

    fn scalar_value(
        &mut self,
        raw: Raw<'t>,
        encoding: Option<Encoding>,
        span: Span,
        error: &mut dyn ErrorSink,
    ) -> Value<'t> {
        if encoding == Some(Encoding::BasicString)
            && let Some(text) = without_escapes(raw.as_str())
        {
            return Value::Scalar(ScalarForm::Text, Cow::Borrowed(text));
        }
        let mut text = Cow::Borrowed("");
        match raw.decode_scalar(&mut text, error) {
            ScalarKind::String => Value::Scalar(ScalarForm::Text, text),
            ScalarKind::Boolean(true) => Value::Scalar(ScalarForm::Boolean, Cow::Borrowed("true")),
            ScalarKind::Boolean(false) => {
                Value::Scalar(ScalarForm::Boolean, Cow::Borrowed("false"))
            }
            ScalarKind::Float => Value::Scalar(ScalarForm::Float, text),
            ScalarKind::Integer(radix) => match decimal(&text, radix.value(), raw.as_str()) {
                Some(digits) => Value::Scalar(ScalarForm::Integer, digits),
                None => self.malformed(span),
            },
            ScalarKind::DateTime => self.date(raw.as_str(), &text, span),
        }
    }

    /// The place of a number without digits, or with those of another script, which the parser
    /// lets pass.
    fn malformed(&mut self, span: Span) -> Value<'t> {
        let failure = ParseFailure::of_syntax(self.reading, span, "invalid integer");
        self.findings.push(unreadable_syntax::report(&failure));
        Value::Nothing
    }

    /// A date; a time is reported and not kept.
    fn date(&mut self, written: &'t str, decoded: &str, span: Span) -> Value<'t> {
        let date = Value::Scalar(ScalarForm::Date, Cow::Borrowed(written));
        // Nearly all dates are plain days, which ours reads much faster than the library.
        if matches!(PartialDate::parse(written), Some(PartialDate::Day(_))) {
            return date;
        }
        match DeValue::parse(decoded).map(Spanned::into_inner) {
            Ok(DeValue::Datetime(datetime)) if datetime.time.is_none() => date,
            Ok(DeValue::Datetime(_)) => {
                self.findings
                    .push(date_time::report(self.reading, span, written));
                Value::Nothing
            }
            _ => {
                self.is_valid = false;
                Value::Nothing
            }
        }
    }
}

impl EventReceiver for Builder<'_, '_> {
    fn std_table_open(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.begin_heading(span, false);
    }

    fn array_table_open(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.begin_heading(span, true);
    }

    fn std_table_close(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.end_heading(span.end());
    }

    fn array_table_close(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.end_heading(span.end());
    }

    fn inline_table_open(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) -> bool {
        self.begin(Value::Table(Vec::new()), span.start())
    }

    fn inline_table_close(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.end(span.end());
    }

    fn array_open(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) -> bool {
        self.begin(Value::List(Vec::new()), span.start())
    }

    fn array_close(&mut self, span: ParserSpan, _: &mut dyn ErrorSink) {
        self.end(span.end());
    }

    fn simple_key(
        &mut self,
        span: ParserSpan,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) {
        let raw = self.raw(span, encoding);
        let mut key = Cow::Borrowed(raw.as_str());
        let mut bytes = raw.as_bytes().iter();
        let is_bare = !key.is_empty() && bytes.all(|&byte| is_bare_key_byte(byte));
        if encoding.is_some() || !is_bare {
            raw.decode_key(&mut key, error);
        }
        let key = (key, Span::new(span.start(), span.end()));
        match (&mut self.heading, self.open.last_mut()) {
            (Some(heading), _) if !heading.is_whole => {
                heading.path.push(key);
                self.is_valid &= heading.path.len() <= PARSER_DEPTH;
            }
            (_, Some(open)) => {
                if let Some(before) = open.key.replace(key) {
                    open.path.push(before);
                    self.is_valid &= open.path.len() < PARSER_DEPTH;
                    self.check_depth();
                }
            }
            _ => self.is_valid = false,
        }
    }

    fn scalar(&mut self, span: ParserSpan, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let bytes = Span::new(span.start(), span.end());
        let value = self.scalar_value(self.raw(span, encoding), encoding, bytes, error);
        self.put(Node { value, span: bytes });
    }

    fn comment(&mut self, span: ParserSpan, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(error);
    }

    fn newline(&mut self, span: ParserSpan, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_newline(error);
    }

    fn error(&mut self, _: ParserSpan, _: &mut dyn ErrorSink) {
        self.is_valid = false;
    }
}
