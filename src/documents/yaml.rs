//! The plain part of YAML into the tree, from the events of the parser.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as ParserSpan};

use crate::diagnostic::Finding;
use crate::documents::hints::hint::ParseFailure;
use crate::documents::hints::{
    self, beyond_limit, duplicate_key, empty_value, typographic_quotes, yaml_beyond_plain,
};
use crate::documents::reading::{Limits, Reading};
use crate::documents::tree::{Entry, Node, ScalarForm, Value};
use crate::sources::Span;

/// Entries of most records, so that their table is allocated once.
const USUAL_ENTRIES: usize = 16;

/// Reads a YAML text into a tree. A text with a syntax error, a tag, an anchor, an alias, a
/// duplicate key or a second document has no tree.
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
            Ok((event, span)) => {
                if let Err(finding) = builder.event(event, bytes_of(&span)) {
                    return (None, vec![*finding]);
                }
            }
            Err(error) => return (None, vec![syntax_error(reading, &error)]),
        }
    }
    let has_duplicates = builder
        .findings
        .iter()
        .any(|finding| finding.name == duplicate_key::HINT.rule.name);
    let root = builder.root.unwrap_or(Node {
        value: Value::Table(Vec::new()),
        span: Span::default(),
    });
    ((!has_duplicates).then_some(root), builder.findings)
}

fn bytes_of(span: &ParserSpan) -> Span {
    let start = span.start.byte_offset().unwrap_or_default();
    Span::new(start, span.end.byte_offset().unwrap_or(start))
}

fn syntax_error(reading: &Reading, error: &ScanError) -> Finding {
    let start = error.marker().byte_offset().unwrap_or_default();
    hints::report(&ParseFailure::of_syntax(
        reading,
        Span::new(start, start + 1),
        &error.kind().to_string(),
    ))
}

/// A table or list that is not closed yet, with the key of its next value.
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
    /// Adds an event to the tree. Returns an error where reading cannot go on.
    fn event(&mut self, event: Event<'t>, span: Span) -> Result<(), Box<Finding>> {
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
            Event::SequenceStart(..) => self.begin(Value::List(Vec::new()), span),
            Event::MappingStart(..) => {
                let capacity = if self.open.is_empty() {
                    USUAL_ENTRIES
                } else {
                    0
                };
                self.begin(Value::Table(Vec::with_capacity(capacity)), span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn refuse(&self, span: Span) -> Box<Finding> {
        Box::new(yaml_beyond_plain::report(self.reading, span))
    }

    /// Opens a table or list, unless it is itself a key.
    fn begin(&mut self, value: Value<'t>, span: Span) -> Result<(), Box<Finding>> {
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

    /// Closes the innermost table or list.
    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let depth = self.open.len();
        let excess = match &open.value {
            Value::Table(entries) => {
                beyond_limit::table(self.reading, open.start, depth, entries.len())
            }
            Value::List(items) => beyond_limit::list(self.reading, open.start, depth, items.len()),
            _ => None,
        };
        let value = if excess.is_some() {
            Value::Nothing
        } else {
            open.value
        };
        self.findings.extend(excess);
        let whole = Span::new(open.start.start, span.end.max(open.start.end));
        self.put(Node {
            value,
            span: without_trailing_space(self.reading, whole),
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
        let value = match style {
            ScalarStyle::Plain => self.unquoted(text, span),
            _ => Value::Scalar(ScalarForm::Text, text),
        };
        self.put(Node { value, span });
        Ok(())
    }

    /// An unquoted value. One that YAML reads as null is reported and removed.
    fn unquoted(&mut self, text: Cow<'t, str>, span: Span) -> Value<'t> {
        let warning = hints::scan_unquoted(self.reading, span);
        let value = if matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
            let key = self.open.last().and_then(|open| open.key.as_ref());
            // Nothing at all is shown at its key.
            let shown = key.map_or(
                span,
                |(_, key_span)| {
                    if text.is_empty() { *key_span } else { span }
                },
            );
            self.findings.push(empty_value::report(self.reading, shown));
            Value::Nothing
        } else if let Some(inner) = typographic_quotes::quoted_text(&text) {
            // The quotes of a word processor were meant to quote; a warning says so.
            Value::Scalar(ScalarForm::Text, Cow::Owned(inner.to_owned()))
        } else {
            Value::Scalar(ScalarForm::Plain, text)
        };
        self.findings.extend(warning);
        value
    }

    /// Keeps a key for the value that follows.
    fn key(&mut self, text: Cow<'t, str>, span: Span) -> Result<(), Box<Finding>> {
        if text == "<<" {
            return Err(self.refuse(span));
        }
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        if let Value::Table(entries) = &open.value {
            // Checked here and not at the end alone, so that the search below stays fast.
            if let Some(excess) = beyond_limit::table(self.reading, span, 0, entries.len()) {
                return Err(Box::new(excess));
            }
            if let Some(first) = entries.iter().find(|entry| entry.key == text) {
                self.findings.push(duplicate_key::report(
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

    /// Whether the next event is a key.
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

    /// Puts a value into the innermost open table or list.
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

/// A span without the spaces and line breaks at its end: for the parser a block ends where the next
/// one begins.
fn without_trailing_space(reading: &Reading, span: Span) -> Span {
    Span::new(
        span.start,
        span.start + reading.source.slice(span).trim_end().len(),
    )
}
