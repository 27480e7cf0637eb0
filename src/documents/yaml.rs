//! The plain part of YAML into the tree, from the events of the parser.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as ParserSpan};

use crate::diagnostic::{At, Edit, Finding};
use crate::documents::apply_edits::Replacements;
use crate::documents::hints::hint::ParseFailure;
use crate::documents::hints::{
    self, beyond_limit, duplicate_key, empty_value, typographic_quotes, yaml_beyond_plain,
};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::documents::tree::{Entry, Node, ScalarForm, Value};
use crate::documents::yaml_blocks::{whole_block, without_last_break, without_trailing_space};
use crate::documents::yaml_scalars;
use crate::documents::yaml_syntax::{first_error, options};
use crate::sources::Span;

/// Entries of most records, so that their table is allocated once.
const USUAL_ENTRIES: usize = 16;

/// Reads a YAML text into a tree. A text with a syntax error, a tag, an anchor, an alias, a
/// duplicate key or a second document has no tree.
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let mut builder = Builder {
        reading,
        open: Vec::new(),
        root: None,
        documents: 0,
        findings: Vec::new(),
    };
    for event in Parser::new_from_str_with_options(reading.text(), options()) {
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
    let mut finding = hints::report(&ParseFailure::of_syntax(
        reading,
        Span::new(start, start + 1),
        &error.kind().to_string(),
    ));
    if let Some(help) = &mut finding.help
        && !are_enough(reading, &help.edits)
    {
        help.edits.clear();
    }
    finding
}

/// Whether edits of a text that cannot be read leave no error before the last line that they
/// change: the hint may have seen only a part of what is wrong there.
fn are_enough(reading: &Reading, edits: &[Edit]) -> bool {
    let Some(replacements) = Replacements::of(Syntax::Yaml, edits) else {
        return false;
    };
    let Some(copy) = replacements.applied_to(reading.text()) else {
        return false;
    };
    let Some(start) = first_error(&copy) else {
        return true;
    };
    let last = edits.iter().filter_map(|edit| match edit.place.at {
        At::Span(span) => Some(reading.source.line_span(span.end).end),
        _ => None,
    });
    let start = replacements.original_offset(start);
    start.is_some_and(|start| last.max() < Some(start))
}

/// A table or list that is not closed yet, with the key of its next value.
struct Open<'t> {
    value: Value<'t>,
    start: Span,
    key: Option<(Cow<'t, str>, Span)>,
    /// The number of entries before a value that commas inside braces cut is over, and the bytes of
    /// the whole value.
    cut: Option<(usize, Span)>,
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
            cut: None,
        });
        Ok(())
    }

    /// Closes the innermost table or list.
    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        if let Some((_, cut)) = open.cut {
            self.findings.push(hints::report_cut(self.reading, cut));
        }
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
        if style == ScalarStyle::Plain && yaml_scalars::is_null(&text) && self.joins_cut_value(span)
        {
            return Ok(());
        }
        let (value, span) = match style {
            ScalarStyle::Plain => (self.unquoted(text, span), span),
            ScalarStyle::Literal | ScalarStyle::Folded => (
                Value::Scalar(ScalarForm::Text, without_last_break(text)),
                whole_block(self.reading, span),
            ),
            _ => (Value::Scalar(ScalarForm::Text, text), span),
        };
        self.put(Node { value, span });
        Ok(())
    }

    /// Whether a missing value shows that its key is none, but the rest of the unquoted value
    /// before it, which a comma inside braces cut: `{ title: Rapport, tome 2 }`. The cut is noted.
    fn joins_cut_value(&mut self, span: Span) -> bool {
        let reading = self.reading;
        let Some(open) = self.open.last_mut() else {
            return false;
        };
        let (Value::Table(entries), Some((_, key))) = (&open.value, &open.key) else {
            return false;
        };
        let Some(before) = entries.last().map(|entry| &entry.node) else {
            return false;
        };
        let count = entries.len();
        let start = match open.cut {
            Some((entries, cut)) if entries == count => cut,
            _ => before.span,
        };
        let between = reading.source.slice(Span::new(start.end, key.start));
        let is_bare = |span| {
            !reading
                .source
                .slice(span)
                .starts_with(['"', '\'', '[', '{'])
        };
        if between.trim() != ","
            || !matches!(before.value, Value::Scalar(..))
            || !is_bare(before.span)
            || !is_bare(*key)
            || reading
                .source
                .slice(Span::new(key.end, span.start))
                .contains(':')
        {
            return false;
        }
        let whole = Span::new(start.start, key.end);
        let earlier = open.cut.replace((count, whole));
        open.key = None;
        if let Some((_, cut)) = earlier.filter(|(entries, _)| *entries != count) {
            self.findings.push(hints::report_cut(reading, cut));
        }
        true
    }

    /// An unquoted value. One that YAML reads as null is reported and removed.
    fn unquoted(&mut self, text: Cow<'t, str>, span: Span) -> Value<'t> {
        let warning = hints::scan_unquoted(self.reading, span);
        let key = self.open.last().and_then(|open| open.key.as_ref());
        let value = if yaml_scalars::is_null(&text) {
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
            let (form, text) = yaml_scalars::resolved(text);
            Value::Scalar(form, text)
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
