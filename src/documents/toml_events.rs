//! TOML as records are written, straight from the parser's events into the tree.
//!
//! Dotted keys, tables opened again and all that is wrong are left to the library's own reading,
//! which knows the whole
//! of TOML but builds, sorts and takes apart another tree on the way.

use std::borrow::Cow;

use ::toml::Spanned;
use ::toml::de::DeValue;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, Raw, Source, Span as Marked};

use crate::calendar::PartialDate;
use crate::documents::Limits;
use crate::documents::document::{Entry, Node, ScalarForm, Value};
use crate::sources::Span;

/// Tables and lists inside one another in records as they are written.
const DEPTH: usize = 16;

/// The keys of a text and their values in source order; nothing where the text is not plain.
pub fn read(text: &str) -> Option<Value<'_>> {
    let source = Source::new(text);
    let mut builder = Builder {
        source,
        root: Vec::new(),
        heading: None,
        open: Vec::new(),
        plain: true,
    };
    builder.open.push(Open {
        value: Value::Table(Vec::with_capacity(16)),
        start: 0,
        key: None,
    });
    let mut sound = true;
    parse_document(&source.lex().into_vec(), &mut builder, &mut |_| {
        sound = false;
    });
    builder.close_table();
    (sound && builder.plain).then_some(Value::Table(builder.root))
}

/// A key and its bytes.
type Key<'t> = (Cow<'t, str>, Span);

/// A heading, `[a.b]` or `[[a.b]]`, whose table is being filled.
struct Heading<'t> {
    path: Vec<Key<'t>>,
    span: Span,
    is_item: bool,
    is_whole: bool,
}

/// A table or list whose end has not come yet.
struct Open<'t> {
    value: Value<'t>,
    start: usize,
    key: Option<Key<'t>>,
}

struct Builder<'t> {
    source: Source<'t>,
    root: Vec<Entry<'t>>,
    heading: Option<Heading<'t>>,
    /// The table of the heading, and what is open inside it.
    open: Vec<Open<'t>>,
    plain: bool,
}

impl<'t> Builder<'t> {
    fn begin(&mut self, value: Value<'t>, start: usize) -> bool {
        self.plain &= self.open.len() < DEPTH;
        self.open.push(Open {
            value,
            start,
            key: None,
        });
        self.plain
    }

    fn end(&mut self, end: usize) {
        match self.open.pop() {
            Some(open) if !self.open.is_empty() => {
                self.put(Node {
                    value: open.value,
                    span: Span::new(open.start, end),
                });
            }
            _ => self.plain = false,
        }
    }

    fn put(&mut self, node: Node<'t>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        match (&mut open.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Table(entries), Some((key, key_span))) => {
                self.plain &= is_new(entries, &key);
                entries.push(Entry {
                    key,
                    key_span,
                    node,
                });
            }
            _ => self.plain = false,
        }
    }

    fn begin_table(&mut self, span: Marked, is_item: bool) {
        self.close_table();
        let span = Span::new(span.start(), span.end());
        self.heading = Some(Heading {
            path: Vec::new(),
            span,
            is_item,
            is_whole: false,
        });
    }

    fn end_heading(&mut self, end: usize) {
        if let Some(heading) = &mut self.heading {
            heading.span.end = end;
            heading.is_whole = true;
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
            self.plain = false;
            return;
        };
        let entries = std::mem::take(entries);
        match self.heading.take() {
            None => self.root = entries,
            Some(heading) => self.plain &= place(&mut self.root, heading, entries).is_some(),
        }
    }

    fn raw(&self, span: Marked, encoding: Option<Encoding>) -> Raw<'t> {
        let text = self.source.input().get(span.start()..span.end());
        Raw::new_unchecked(text.unwrap_or_default(), encoding, span)
    }

    fn scalar_of(
        &mut self,
        raw: Raw<'t>,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) -> Value<'t> {
        if let Some(text) =
            between_quotes(raw.as_str()).filter(|_| encoding == Some(Encoding::BasicString))
        {
            return Value::Scalar(ScalarForm::Text, Cow::Borrowed(text));
        }
        let mut text = Cow::Borrowed("");
        match raw.decode_scalar(&mut text, error) {
            ScalarKind::String => Value::Scalar(ScalarForm::Text, text),
            ScalarKind::Boolean(value) => Value::Scalar(
                ScalarForm::Boolean,
                Cow::Borrowed(if value { "true" } else { "false" }),
            ),
            ScalarKind::Float => Value::Scalar(ScalarForm::Float, text),
            ScalarKind::Integer(radix) => Value::Scalar(
                ScalarForm::Integer,
                crate::documents::toml::decimal(&text, radix.value(), raw.as_str()),
            ),
            ScalarKind::DateTime => {
                self.plain &= is_day(raw.as_str());
                Value::Scalar(ScalarForm::Date, Cow::Borrowed(raw.as_str()))
            }
        }
    }
}

impl EventReceiver for Builder<'_> {
    fn std_table_open(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.begin_table(span, false);
    }

    fn array_table_open(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.begin_table(span, true);
    }

    fn std_table_close(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.end_heading(span.end());
    }

    fn array_table_close(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.end_heading(span.end());
    }

    fn inline_table_open(&mut self, span: Marked, _: &mut dyn ErrorSink) -> bool {
        self.begin(Value::Table(Vec::new()), span.start())
    }

    fn inline_table_close(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.end(span.end());
    }

    fn array_open(&mut self, span: Marked, _: &mut dyn ErrorSink) -> bool {
        self.begin(Value::List(Vec::new()), span.start())
    }

    fn array_close(&mut self, span: Marked, _: &mut dyn ErrorSink) {
        self.end(span.end());
    }

    fn simple_key(&mut self, span: Marked, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let raw = self.raw(span, encoding);
        let mut key = Cow::Borrowed(raw.as_str());
        if encoding.is_some() || !raw.as_bytes().iter().all(|&byte| is_bare(byte)) {
            raw.decode_key(&mut key, error);
        }
        let key = (key, Span::new(span.start(), span.end()));
        match (&mut self.heading, self.open.last_mut()) {
            (Some(heading), _) if !heading.is_whole => heading.path.push(key),
            (_, Some(open)) => open.key = Some(key),
            _ => self.plain = false,
        }
    }

    fn key_sep(&mut self, _: Marked, _: &mut dyn ErrorSink) {
        self.plain &= self
            .heading
            .as_ref()
            .is_some_and(|heading| !heading.is_whole);
    }

    fn scalar(&mut self, span: Marked, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let value = self.scalar_of(self.raw(span, encoding), encoding, error);
        self.put(Node {
            value,
            span: Span::new(span.start(), span.end()),
        });
    }

    fn comment(&mut self, span: Marked, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(error);
    }

    fn newline(&mut self, span: Marked, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_newline(error);
    }

    fn error(&mut self, _: Marked, _: &mut dyn ErrorSink) {
        self.plain = false;
    }
}

/// Puts a table where its heading says; nothing where that place is taken.
fn place<'t>(
    root: &mut Vec<Entry<'t>>,
    heading: Heading<'t>,
    entries: Vec<Entry<'t>>,
) -> Option<()> {
    let Heading {
        mut path,
        span,
        is_item,
        ..
    } = heading;
    let (key, key_span) = path.pop().filter(|_| path.len() < DEPTH)?;
    let table = Node {
        value: Value::Table(entries),
        span,
    };
    let mut here = root;
    for (key, key_span) in path {
        let known = here.iter().position(|entry| entry.key == key);
        let at = known.unwrap_or(here.len());
        if known.is_none() {
            is_new(here, &key).then_some(())?;
            here.push(Entry {
                key,
                key_span,
                node: Node {
                    value: Value::Table(Vec::new()),
                    span: key_span,
                },
            });
        }
        here = match &mut below_heading(&mut here[at])?.value {
            Value::List(items) => table_of(items.last_mut()?)?,
            Value::Table(entries) => entries,
            _ => return None,
        };
    }
    if let Some(entry) = here.iter_mut().find(|entry| entry.key == key) {
        match &mut below_heading(entry)?.value {
            Value::List(items) if is_item => items.push(table),
            _ => return None,
        }
    } else {
        is_new(here, &key).then_some(())?;
        let node = if is_item {
            Node {
                value: Value::List(vec![table]),
                span,
            }
        } else {
            table
        };
        here.push(Entry {
            key,
            key_span,
            node,
        });
    }
    Some(())
}

/// What stands under a key, where headings made it: then its bytes hold the key's.
fn below_heading<'e, 't>(entry: &'e mut Entry<'t>) -> Option<&'e mut Node<'t>> {
    (entry.node.span.start <= entry.key_span.start).then_some(&mut entry.node)
}

fn table_of<'e, 't>(node: &'e mut Node<'t>) -> Option<&'e mut Vec<Entry<'t>>> {
    if let Value::Table(entries) = &mut node.value {
        Some(entries)
    } else {
        None
    }
}

/// Whether a table may take a key: it has neither this one nor too many.
fn is_new(entries: &[Entry], key: &str) -> bool {
    entries.len() + 1 < Limits::KEYS && entries.iter().all(|entry| entry.key != key)
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether a date is a day of the calendar without an hour; what is odd about it is for the library
/// to judge.
fn is_day(text: &str) -> bool {
    let by_library = || match DeValue::parse(text).map(Spanned::into_inner) {
        Ok(DeValue::Datetime(date)) => date.date.is_some() && date.time.is_none(),
        _ => false,
    };
    matches!(PartialDate::parse(text), Some(PartialDate::Day(_))) || by_library()
}

/// The inside of a quoted text that stands as it is meant.
fn between_quotes(raw: &str) -> Option<&str> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    let odd = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\' | 0x7f);
    // No early end: then the compiler looks at many bytes at once.
    let is_odd = inside.bytes().fold(false, |found, byte| found | odd(byte));
    (!is_odd).then_some(inside)
}
