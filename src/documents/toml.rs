//! TOML into the tree.

use std::borrow::Cow;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Error};

use crate::diagnostic::{At, Edit, Finding, Writing};
use crate::documents::apply_edits::{apply, origin};
use crate::documents::document::{Entry, Node, ScalarForm, Value};
use crate::documents::hints::{self, ParseFailure};
use crate::documents::{Limits, Reading, Syntax, toml_events};
use crate::sources::Span;

/// Reads a TOML text; any syntax error leaves no tree, since recovered values are partly invented.
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    if let Some(value) = toml_events::read(reading.text()) {
        return (
            Some(Node {
                value,
                span: Span::default(),
            }),
            Vec::new(),
        );
    }
    let (table, errors) = DeTable::parse_recoverable(reading.text());
    if !errors.is_empty() {
        return (None, report(reading, errors));
    }
    let mut adapter = Adapter {
        reading,
        findings: Vec::new(),
    };
    let span = Span::from(table.span());
    let value = adapter.table(table.into_inner(), span, 0);
    (Some(Node { value, span }), adapter.findings)
}

/// The errors in our words, one a line and at most five.
///
/// Each is mended in a copy before the next is looked for, since one slip makes a parser stumble
/// over what follows.
fn report(reading: &Reading, errors: Vec<Error>) -> Vec<Finding> {
    let mut told: Vec<Span> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut findings = Vec::new();
    let mut errors = errors;
    while findings.len() < Limits::SYNTAX_ERRORS {
        let Some((finding, at)) = first_untold(reading, errors, &told, &edits) else {
            break;
        };
        let line = reading.source.line_span(at.start);
        let proposed = finding.help.as_ref().map_or(&[][..], |help| &help.edits);
        let blank = Edit {
            place: reading.place(line),
            writing: Writing::Raw(String::new()),
        };
        edits.extend(if proposed.is_empty() {
            vec![blank]
        } else {
            proposed.to_vec()
        });
        told.extend([line].into_iter().filter(|_| proposed.is_empty()));
        if let At::Span(shown) = finding.primary.place.at {
            told.push(reading.source.line_span(shown.start));
        }
        findings.push(finding);
        let Some(copy) = apply(reading.text(), Syntax::Toml, &edits) else {
            break;
        };
        errors = DeTable::parse_recoverable(&copy).1;
    }
    findings
}

/// Tells the first of some errors in a copy mended by edits that is not on a line already told.
fn first_untold(
    reading: &Reading,
    mut errors: Vec<Error>,
    told: &[Span],
    edits: &[Edit],
) -> Option<(Finding, Span)> {
    errors.sort_by_key(|error| error.span().map_or((0, 0), |span| (span.start, span.end)));
    let new = |place: &usize| {
        !told
            .iter()
            .any(|line| line.start <= *place && *place <= line.end)
    };
    errors.iter().find_map(|error| {
        let span = error.span().unwrap_or_default();
        let start = origin(span.start, Syntax::Toml, edits).filter(new)?;
        let failure = ParseFailure::of_syntax(
            reading,
            Span::new(start, start + span.len()),
            error.message(),
        );
        let finding = hints::report(&failure);
        match finding.primary.place.at {
            At::Span(shown) if new(&shown.start) => Some((finding, failure.at)),
            _ => None,
        }
    })
}

/// Where a key stood first that is given a second time.
///
/// The second is renamed in a copy: then both stand side by side in one table.
#[must_use]
pub fn first_mention(reading: &Reading, second: Span) -> Option<Span> {
    let text = reading.text();
    let renamed = format!(
        "{}\"twice, so renamed\"{}",
        text.get(..second.start)?,
        text.get(second.end..)?
    );
    let alone = format!("{} = 0", reading.source.slice(second));
    let (alone, _) = DeTable::parse_recoverable(&alone);
    let name = alone.get_ref().keys().next()?.get_ref();
    let (table, _) = DeTable::parse_recoverable(&renamed);
    // What stands behind the renamed key has moved: only what stands before it is a first mention.
    beside(table.get_ref(), second.start, name).filter(|first| first.end <= second.start)
}

/// The place of a key in the table, however deep, that has another key at some byte.
fn beside(table: &DeTable, other: usize, name: &str) -> Option<Span> {
    if table.keys().any(|key| key.span().start == other) {
        return table
            .keys()
            .find(|key| *key.get_ref() == name)
            .map(|key| Span::from(key.span()));
    }
    table
        .values()
        .find_map(|value| beside_inside(value.get_ref(), other, name))
}

fn beside_inside(value: &DeValue, other: usize, name: &str) -> Option<Span> {
    match value {
        DeValue::Table(table) => beside(table, other, name),
        DeValue::Array(items) => items
            .iter()
            .find_map(|item| beside_inside(item.get_ref(), other, name)),
        _ => None,
    }
}

struct Adapter<'r, 't> {
    reading: &'r Reading<'t>,
    findings: Vec<Finding>,
}

impl<'t> Adapter<'_, 't> {
    fn table(&mut self, table: DeTable<'t>, span: Span, depth: usize) -> Value<'t> {
        if let Some(finding) = hints::beyond_limit::of_table(self.reading, span, depth, table.len())
        {
            self.findings.push(finding);
            return Value::Nothing;
        }
        let mut entries: Vec<Entry<'t>> = table
            .into_iter()
            .map(|(key, value)| Entry {
                key_span: Span::from(key.span()),
                key: key.into_inner(),
                node: self.node(value, depth + 1),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        Value::Table(entries)
    }

    fn node(&mut self, spanned: Spanned<DeValue<'t>>, depth: usize) -> Node<'t> {
        let span = Span::from(spanned.span());
        let value = match spanned.into_inner() {
            DeValue::String(text) => Value::Scalar(ScalarForm::Text, text),
            DeValue::Integer(integer) => Value::Scalar(
                ScalarForm::Integer,
                decimal(integer.as_str(), integer.radix(), self.written(span)),
            ),
            DeValue::Float(float) => {
                Value::Scalar(ScalarForm::Float, Cow::Owned(float.as_str().to_owned()))
            }
            DeValue::Boolean(boolean) => Value::Scalar(
                ScalarForm::Boolean,
                Cow::Borrowed(if boolean { "true" } else { "false" }),
            ),
            DeValue::Datetime(date) if date.time.is_some() => {
                self.findings
                    .push(hints::date_time::report(self.reading, span));
                Value::Nothing
            }
            DeValue::Datetime(_) => {
                Value::Scalar(ScalarForm::Date, Cow::Borrowed(self.written(span)))
            }
            DeValue::Array(items) => {
                match hints::beyond_limit::of_list(self.reading, span, depth, items.len()) {
                    Some(finding) => {
                        self.findings.push(finding);
                        Value::Nothing
                    }
                    None => Value::List(
                        items
                            .into_iter()
                            .map(|item| self.node(item, depth + 1))
                            .collect(),
                    ),
                }
            }
            DeValue::Table(table) => self.table(table, span, depth),
        };
        Node { value, span }
    }

    /// A value as it stands in the text.
    fn written(&self, span: Span) -> &'t str {
        self.reading
            .text()
            .get(span.start..span.end)
            .unwrap_or_default()
    }
}

/// An integer's digits in base ten; those that no 64 bits hold stay as written and fail the schema.
pub(super) fn decimal<'t>(digits: &str, radix: u32, written: &'t str) -> Cow<'t, str> {
    match i64::from_str_radix(digits, radix) {
        Ok(_) if digits == written && radix == 10 => Cow::Borrowed(written),
        Ok(value) => Cow::Owned(value.to_string()),
        Err(_) => Cow::Owned(digits.to_owned()),
    }
}
