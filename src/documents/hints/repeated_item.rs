//! `repeated-item`: an item that is twice in one list.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::tree::{Node, ScalarForm, Value};
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "repeated-item", Warning,
        fr: "un élément répété est de trop, ou devait être autre chose",
        en: "a repeated item is one too many, or was meant to be something else"),
    diagnose: |_| None,
};

/// Items that are compared with all those before them: no list that people write is longer.
const COMPARED: usize = 300;

/// Reports each item that is already in its list.
#[must_use]
pub fn scan(reading: &Reading, items: &[Node]) -> Vec<Finding> {
    let compared = items.before(items.len().min(COMPARED));
    let repeated = compared
        .iter()
        .enumerate()
        .skip(1)
        .filter_map(|(index, item)| {
            let first = compared
                .before(index)
                .iter()
                .find(|other| is_same(&other.value, &item.value))?;
            Some((index, first, item))
        });
    repeated
        .filter_map(|(index, first, item)| {
            let before = items.get(index.checked_sub(1)?)?;
            Some(describe(reading, first, before, item))
        })
        .collect()
}

/// Whether two items say the same. Rows with numbers are not compared: two grants of one amount
/// are two grants.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Scalar(_, left), Value::Scalar(_, right)) => left == right,
        (Value::Table(left), Value::Table(right)) => {
            left.len() == right.len()
                && !left.is_empty()
                && left.iter().all(|entry| {
                    let same = right.iter().find(|other| other.key == entry.key);
                    !is_amount(&entry.node.value)
                        && same.is_some_and(|other| is_same(&entry.node.value, &other.node.value))
                })
        }
        (Value::Scalar(..), Value::Table(row)) => is_word_alone(row.as_slice(), left),
        (Value::Table(row), Value::Scalar(..)) => is_word_alone(row.as_slice(), right),
        (Value::List(left), Value::List(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| is_same(&left.value, &right.value))
        }
        _ => false,
    }
}

fn is_amount(value: &Value) -> bool {
    matches!(value, Value::Scalar(ScalarForm::Float, _))
}

/// Whether a row says nothing but a word: `{ is = "esus" }` for `"esus"`.
fn is_word_alone(row: &[crate::documents::tree::Entry], word: &Value) -> bool {
    matches!(row, [entry] if entry.key == "is" && is_same(&entry.node.value, word))
}

fn describe(reading: &Reading, first: &Node, before: &Node, item: &Node) -> Finding {
    let language = reading.language;
    let finding = reading
        .finding(
            &HINT.rule,
            item.span,
            say!(language,
                fr: "cet élément est déjà dans la liste",
                en: "this item is already in the list"),
        )
        .label(say!(language, fr: "encore une fois", en: "again"))
        .beside(
            reading.place(first.span),
            say!(language, fr: "la première fois", en: "the first time"),
        )
        .help(say!(language, fr: "effacer la répétition", en: "delete the repetition"));
    match removal(reading, before, item) {
        Some(span) => finding.edit(reading.place(span), Writing::Raw(String::new())),
        None => finding,
    }
}

/// The bytes to delete: whole lines where the item has lines of its own, else the item with the
/// sign before it. Returns `None` where a comment would go too.
fn removal(reading: &Reading, before: &Node, item: &Node) -> Option<Span> {
    let source = reading.source;
    let extent = extent(item);
    let first_line = source.line_span(extent.start);
    let last_line = source.line_span(extent.end.max(extent.start + 1) - 1);
    let left = source
        .slice(Span::new(first_line.start, extent.start))
        .trim();
    let right = source.slice(Span::new(extent.end, last_line.end)).trim();
    let has_comment = source
        .slice(extent)
        .lines()
        .any(|line| line.trim_start().starts_with('#'));
    if has_comment {
        return None;
    }
    let is_on_own_lines = matches!(left, "" | "-") && matches!(right, "" | ",");
    if is_on_own_lines && first_line.start >= before.span.end {
        let next_line = source
            .text
            .behind(last_line.end)
            .find('\n')
            .map_or(last_line.end, |offset| last_line.end + offset + 1);
        return Some(Span::new(first_line.start, next_line));
    }
    let gap = Span::new(before.span.end.min(extent.start), extent.start);
    let is_sign_alone = source
        .slice(gap)
        .chars()
        .all(|character| character.is_whitespace() || matches!(character, ',' | '-'));
    let is_heading = source.slice(item.span).starts_with("[[");
    (is_sign_alone && !is_heading).then(|| Span::new(gap.start, extent.end))
}

/// The bytes of an item with all that is in it: those of a table below a TOML heading are its
/// heading alone.
fn extent(node: &Node) -> Span {
    let inner: Vec<Span> = match &node.value {
        Value::Table(entries) => entries.iter().map(|entry| extent(&entry.node)).collect(),
        Value::List(items) => items.iter().map(extent).collect(),
        Value::Scalar(..) | Value::Nothing => Vec::new(),
    };
    let end = inner.iter().map(|span| span.end).max().unwrap_or_default();
    Span::new(node.span.start, node.span.end.max(end))
}
