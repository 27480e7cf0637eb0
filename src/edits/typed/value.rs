//! A text, typed on a command line or into a cell, as a value of its place.

use crate::calendar::PartialDate;
use crate::diagnostic::Route;
use crate::documents::{ScalarForm, Shape, ShapeKind, date, number};
use crate::edits::new_value::NewValue;
use crate::edits::typed::names::KnownNames;
use crate::edits::typed::shapes::{choices, fits_form, known, shapes_at};

/// Units that may follow a number, since the key says them already.
const UNITS: [&str; 9] = ["", "€", "euros", "EUR", "jours", "jour", "days", "day", "%"];

/// The value that a text means at a place. Where no shape of the place takes it, it is a text,
/// which validation then reports with its advice.
#[must_use]
pub fn typed_value(kind: &str, route: &Route, text: &str, names: &dyn KnownNames) -> NewValue {
    let text = text.trim();
    let shapes = shapes_at(kind, route);
    let brackets = text
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'));
    if brackets.is_none()
        && let Some(scalar) = shapes.iter().find_map(|shape| scalar(shape, text, names))
    {
        return scalar;
    }
    shapes
        .iter()
        .find_map(|shape| match &shape.kind {
            ShapeKind::List { items, .. } => list(*items, brackets, text, names),
            ShapeKind::Any if brackets.is_none() => Some(bare(text)),
            _ => None,
        })
        .unwrap_or_else(|| NewValue::Text(text.to_owned()))
}

/// The items of a list, between commas. Free texts may have commas themselves: without brackets,
/// such a text is one item.
fn list(
    items: usize,
    brackets: Option<&str>,
    text: &str,
    names: &dyn KnownNames,
) -> Option<NewValue> {
    let shapes = choices(items);
    let item = |text: &str| {
        let text = text.trim().trim_matches('"');
        shapes.iter().find_map(|shape| scalar(shape, text, names))
    };
    if brackets.is_none()
        && let Some(one) = item(text)
    {
        return Some(NewValue::List(vec![one]));
    }
    let parts = brackets.unwrap_or(text).split(',');
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts.map(item).collect::<Option<_>>().map(NewValue::List)
}

/// The value of a text in a shape that takes it: as it is typed, else as people spell it.
fn scalar(shape: &Shape, text: &str, names: &dyn KnownNames) -> Option<NewValue> {
    if let Some(id) = known(shape, text, names) {
        return Some(NewValue::Text(id));
    }
    if matches!(shape.kind, ShapeKind::Any) {
        return None;
    }
    let fitting = |value: NewValue| takes(shape, &value).then_some(value);
    fitting(bare(text))
        .or_else(|| fitting(NewValue::Text(text.to_owned())))
        .or_else(|| fitting(NewValue::Boolean(yes_or_no(text)?)))
        .or_else(|| fitting(spelled_number(text)?))
        .or_else(|| fitting(of_date(date(text)?)))
}

/// Whether a shape takes a value.
fn takes(shape: &Shape, value: &NewValue) -> bool {
    match value {
        NewValue::Text(text) => fits_form(shape, ScalarForm::Text, text),
        NewValue::Date(text) => fits_form(shape, ScalarForm::Date, text),
        NewValue::Boolean(value) => fits_form(shape, ScalarForm::Boolean, &value.to_string()),
        NewValue::Number(text) if text.contains('.') => fits_form(shape, ScalarForm::Float, text),
        NewValue::Number(text) => fits_form(shape, ScalarForm::Integer, text),
        NewValue::List(_) | NewValue::Table(_) => false,
    }
}

/// The value that a text is in TOML, where it needs no quotes.
fn bare(text: &str) -> NewValue {
    let is_number = text
        .strip_prefix('-')
        .unwrap_or(text)
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    match text {
        "true" | "false" => NewValue::Boolean(text == "true"),
        _ if is_number && number(text).is_some_and(|read| read.plain == text) => {
            NewValue::Number(text.to_owned())
        }
        _ => match PartialDate::parse(text) {
            Some(date @ PartialDate::Day(_)) => of_date(date),
            _ => NewValue::Text(text.to_owned()),
        },
    }
}

/// A date: a day is written without quotes, a month with them, a year is a number.
fn of_date(date: PartialDate) -> NewValue {
    let text = date.to_string();
    match date {
        PartialDate::Day(_) => NewValue::Date(text),
        PartialDate::Month(..) => NewValue::Text(text),
        PartialDate::Year(_) => NewValue::Number(text),
    }
}

fn spelled_number(text: &str) -> Option<NewValue> {
    let read = number(text)?;
    UNITS
        .contains(&read.unit)
        .then_some(NewValue::Number(read.plain))
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "oui" | "yes" | "vrai" => Some(true),
        "non" | "no" | "faux" => Some(false),
        _ => None,
    }
}
