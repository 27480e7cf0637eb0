//! The plain part of YAML into the tree: events of the parser, nested by hand.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marked, StructureStyle};

use crate::diagnostic::Finding;
use crate::documents::document::{Entry, Node, ScalarForm, Value};
use crate::documents::hints::{self, ParseFailure};
use crate::documents::{Limits, Reading};
use crate::sources::Span;

/// Reads a YAML text; a syntax error, a tag, an anchor, an alias or a second document leaves no
/// tree.
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_comments: false,
        flow_nesting_limit: Limits::DEPTH,
        block_nesting_limit: Limits::DEPTH,
    };
    let mut builder = Builder {
        reading,
        open: Vec::new(),
        root: None,
        documents: 0,
        findings: Vec::new(),
    };
    for event in Parser::new_from_str_with_options(reading.text(), options) {
        match event {
            Ok((event, marked)) => {
                let span = span_of(&marked);
                if let Err(finding) = builder.take(event, span) {
                    return (None, vec![*finding]);
                }
            }
            Err(error) => return (None, vec![report(reading, &error)]),
        }
    }
    let broken = builder
        .findings
        .iter()
        .any(|finding| finding.name == hints::duplicate_key::HINT.rule.name);
    let root = builder.root.unwrap_or(Node {
        value: Value::Table(Vec::new()),
        span: Span::default(),
    });
    ((!broken).then_some(root), builder.findings)
}

fn span_of(marked: &Marked) -> Span {
    let start = marked.start.byte_offset().unwrap_or_default();
    Span::new(start, marked.end.byte_offset().unwrap_or(start))
}

fn report(reading: &Reading, error: &ScanError) -> Finding {
    let start = error.marker().byte_offset().unwrap_or_default();
    hints::report(&ParseFailure::of_syntax(
        reading,
        Span::new(start, start + 1),
        &error.kind().to_string(),
    ))
}

/// A table or list whose end has not come yet.
struct Open<'t> {
    value: Value<'t>,
    start: Span,
    key: Option<(Cow<'t, str>, Span)>,
}

struct Builder<'r, 't> {
    reading: &'r Reading<'t>,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    documents: usize,
    findings: Vec<Finding>,
}

impl<'t> Builder<'_, 't> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    Err(self.refuse(span))
                } else {
                    Ok(())
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => {
                Err(self.refuse(span))
            }
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag)
                if anchor != 0 || tag.is_some() =>
            {
                Err(self.refuse(span))
            }
            Event::Scalar(text, style, ..) => self.scalar(text, style, span),
            Event::SequenceStart(style, ..) => self.begin(Value::List(Vec::new()), style, span),
            Event::MappingStart(style, ..) => {
                let keys = if self.open.is_empty() { 16 } else { 0 };
                self.begin(Value::Table(Vec::with_capacity(keys)), style, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn refuse(&self, span: Span) -> Box<Finding> {
        Box::new(hints::yaml_beyond_plain::report(self.reading, span))
    }

    fn begin(
        &mut self,
        value: Value<'t>,
        _style: StructureStyle,
        span: Span,
    ) -> Result<(), Box<Finding>> {
        if self.wants_key() {
            return Err(self.refuse(span));
        }
        self.open.push(Open {
            value,
            start: span,
            key: None,
        });
        Ok(())
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let (keys, items) = match &open.value {
            Value::Table(entries) => (entries.len(), 0),
            Value::List(items) => (0, items.len()),
            _ => (0, 0),
        };
        let whole = Span::new(open.start.start, span.end.max(open.start.end));
        let depth = self.open.len();
        let beyond = hints::beyond_limit::of_table(self.reading, open.start, depth, keys);
        let beyond =
            beyond.or_else(|| hints::beyond_limit::of_list(self.reading, open.start, depth, items));
        let value = if beyond.is_some() {
            Value::Nothing
        } else {
            open.value
        };
        self.findings.extend(beyond);
        self.put(Node {
            value,
            span: trimmed(self.reading, whole),
        });
    }

    fn scalar(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        span: Span,
    ) -> Result<(), Box<Finding>> {
        if self.wants_key() {
            return self.key(text, span);
        }
        let plain = style == ScalarStyle::Plain;
        let looked = if plain {
            hints::look(self.reading, span)
        } else {
            None
        };
        let value = if plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
            let shown = self
                .open
                .last()
                .and_then(|open| open.key.as_ref())
                .map_or(span, |(_, key)| *key);
            self.findings.push(hints::empty_value::report(
                self.reading,
                if text.is_empty() { shown } else { span },
            ));
            Value::Nothing
        } else {
            plain_or_quoted(plain, text)
        };
        self.findings.extend(looked);
        self.put(Node { value, span });
        Ok(())
    }

    fn key(&mut self, text: Cow<'t, str>, span: Span) -> Result<(), Box<Finding>> {
        if text == "<<" {
            return Err(self.refuse(span));
        }
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        if let Value::Table(entries) = &open.value {
            if let Some(beyond) =
                hints::beyond_limit::of_table(self.reading, span, 0, entries.len())
            {
                return Err(Box::new(beyond));
            }
            if let Some(first) = entries.iter().find(|entry| entry.key == text) {
                self.findings.push(hints::duplicate_key::report(
                    self.reading,
                    &text,
                    first.key_span,
                    span,
                ));
            }
        }
        open.key = Some((text, span));
        Ok(())
    }

    /// Whether the next node is the key of an open table.
    fn wants_key(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open {
                value: Value::Table(_),
                key: None,
                ..
            })
        )
    }

    fn put(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open {
                value: Value::List(items),
                ..
            }) => items.push(node),
            Some(Open {
                value: Value::Table(entries),
                key,
                ..
            }) => {
                if let Some((key, key_span)) = key.take() {
                    entries.push(Entry {
                        key,
                        key_span,
                        node,
                    });
                }
            }
            Some(_) => {}
        }
    }
}

/// An unquoted text keeps its form, unless typographic quotes were meant to quote it.
fn plain_or_quoted(plain: bool, text: Cow<'_, str>) -> Value<'_> {
    match hints::typographic_quotes::inside(&text) {
        Some(inner) if plain => Value::Scalar(ScalarForm::Text, Cow::Owned(inner.to_owned())),
        _ if plain => Value::Scalar(ScalarForm::Plain, text),
        _ => Value::Scalar(ScalarForm::Text, text),
    }
}

/// A block ends where the next thing begins: the blank between is not part of it.
fn trimmed(reading: &Reading, span: Span) -> Span {
    Span::new(
        span.start,
        span.start + reading.source.slice(span).trim_end().len(),
    )
}
