//! TOML into the tree.

use std::borrow::Cow;

use ::toml::Spanned;
use ::toml::de::{DeInteger, DeTable, DeValue};

use crate::diagnostic::Finding;
use crate::documents::document::{Entry, Form, Node, Value};
use crate::documents::faults::{self, Trouble};
use crate::documents::{Limits, Reading};
use crate::sources::Span;

/// Reads a TOML text; any syntax error leaves no tree, since recovered values are partly invented.
pub fn read<'t>(reading: &Reading<'t>) -> (Option<Node<'t>>, Vec<Finding>) {
    let (table, errors) = DeTable::parse_recoverable(reading.text());
    if !errors.is_empty() {
        return (None, tell(reading, &errors));
    }
    let mut adapter = Adapter { reading, findings: Vec::new() };
    let span = Span::from(table.span());
    let value = adapter.table(table.into_inner(), span, 0);
    (Some(Node { value, span }), adapter.findings)
}

/// The errors in our words: one a line, since a recovering parser repeats itself, and at most five.
fn tell(reading: &Reading, errors: &[::toml::de::Error]) -> Vec<Finding> {
    let mut lines = Vec::new();
    let mut findings = Vec::new();
    for error in errors {
        let at = error.span().map_or(Span::default(), Span::from);
        let finding = faults::tell(&Trouble::of_syntax(reading, at, error.message()));
        let line = reading.source.line_span(at.start);
        if !lines.contains(&line) && !findings.contains(&finding) && findings.len() < Limits::SYNTAX_ERRORS {
            lines.push(line);
            findings.push(finding);
        }
    }
    findings
}

struct Adapter<'r, 't> {
    reading: &'r Reading<'t>,
    findings: Vec<Finding>,
}

impl<'t> Adapter<'_, 't> {
    fn table(&mut self, table: DeTable<'t>, span: Span, depth: usize) -> Value<'t> {
        if let Some(finding) = faults::beyond_limit::of_table(self.reading, span, depth, table.len()) {
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
            DeValue::String(text) => Value::Scalar(Form::Text, text),
            DeValue::Integer(integer) => Value::Scalar(Form::Integer, decimal(&integer)),
            DeValue::Float(float) => Value::Scalar(Form::Float, Cow::Owned(float.as_str().to_owned())),
            DeValue::Boolean(boolean) => {
                Value::Scalar(Form::Boolean, Cow::Borrowed(if boolean { "true" } else { "false" }))
            }
            DeValue::Datetime(date) if date.time.is_some() => {
                self.findings.push(faults::date_time::tell(self.reading, span));
                Value::Nothing
            }
            DeValue::Datetime(date) => Value::Scalar(Form::Date, Cow::Owned(date.to_string())),
            DeValue::Array(items) => match faults::beyond_limit::of_table(self.reading, span, depth, 0) {
                Some(finding) => {
                    self.findings.push(finding);
                    Value::Nothing
                }
                None => Value::List(items.into_iter().map(|item| self.node(item, depth + 1)).collect()),
            },
            DeValue::Table(table) => self.table(table, span, depth),
        };
        Node { value, span }
    }
}

/// An integer's digits in base ten; those that no 64 bits hold stay as written and fail the schema.
fn decimal<'t>(integer: &DeInteger<'t>) -> Cow<'t, str> {
    let digits = integer.as_str();
    match i64::from_str_radix(digits, integer.radix()) {
        Ok(value) => Cow::Owned(value.to_string()),
        Err(_) => Cow::Owned(digits.to_owned()),
    }
}
