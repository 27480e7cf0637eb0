//! What an expression comes to for one record: a value; a comparison with nothing does not hold.

use std::borrow::Cow;

use crate::calendar::PartialDate;
use crate::charter::builtins;
use crate::charter::expression::tree::{Comparison, Expression, Node, Path, Root, Shown};
use crate::charter::{Scope, Value};

/// The name that people say for a word of a list of the vocabulary, or of the principles.
pub type Label<'l> = dyn Fn(&str, &str) -> String + 'l;

/// What an expression comes to.
#[must_use]
pub fn evaluate<'v>(node: &'v Node, scope: &Scope<'v>) -> Value<'v> {
    match &node.what {
        Expression::Text(text) => Value::Text(Cow::Borrowed(text)),
        Expression::Number(number) => Value::Number(*number),
        Expression::Truth(truth) => Value::Truth(*truth),
        Expression::List(items) => {
            Value::List(items.iter().map(|item| evaluate(item, scope)).collect())
        }
        Expression::Path(path) => follow(path, scope),
        Expression::Call {
            word,
            of,
            arguments,
        } => {
            let of = of
                .as_ref()
                .map_or(Value::Nothing, |path| follow(path, scope));
            let arguments: Vec<Value> = arguments.iter().map(|one| evaluate(one, scope)).collect();
            builtins::find(&word.name)
                .map_or(Value::Nothing, |word| (word.run)(scope, &of, &arguments))
        }
        Expression::Not(inner) => Value::Truth(!evaluate(inner, scope).holds()),
        Expression::And(both) => {
            Value::Truth(evaluate(&both.0, scope).holds() && evaluate(&both.1, scope).holds())
        }
        Expression::Or(both) => {
            Value::Truth(evaluate(&both.0, scope).holds() || evaluate(&both.1, scope).holds())
        }
        Expression::Compare(how, both) => Value::Truth(compare(
            *how,
            &evaluate(&both.0, scope),
            &evaluate(&both.1, scope),
        )),
    }
}

/// The value at the end of a path.
fn follow<'v>(path: &Path, scope: &Scope<'v>) -> Value<'v> {
    let mut here = match path.stands_for() {
        Some(Root::Territory | Root::Actor | Root::Dynamic | Root::Record) => scope.subject.clone(),
        Some(Root::Row) => match (path.steps.first(), scope.row.1) {
            (Some(step), Some(id)) if step.name == "id" => return Value::text(id),
            _ => scope.row.0.clone(),
        },
        Some(Root::Principle) => scope.principle.map_or(Value::Nothing, Value::text),
        Some(Root::Year) => Value::Number(f64::from(scope.environment.day().year)),
        None => Value::Nothing,
    };
    for step in &path.steps {
        here = here.get(&step.name);
    }
    here
}

/// Whether a comparison holds; with nothing on either side none does.
fn compare(how: Comparison, left: &Value, right: &Value) -> bool {
    match how {
        Comparison::In => {
            left.holds_somewhere() && right.any(&mut |item| same(left, item) == Some(true))
        }
        Comparison::NotIn => {
            left.holds_somewhere() && !right.any(&mut |item| same(left, item) == Some(true))
        }
        Comparison::Same => same(left, right) == Some(true),
        Comparison::Other => same(left, right) == Some(false),
        Comparison::Less => order(left, right).is_some_and(std::cmp::Ordering::is_lt),
        Comparison::AtMost => order(left, right).is_some_and(std::cmp::Ordering::is_le),
        Comparison::More => order(left, right).is_some_and(std::cmp::Ordering::is_gt),
        Comparison::AtLeast => order(left, right).is_some_and(std::cmp::Ordering::is_ge),
    }
}

impl Value<'_> {
    /// Whether there is anything at all, be it false or zero.
    fn holds_somewhere(&self) -> bool {
        !matches!(self, Value::Nothing)
    }
}

/// Whether two values are the same; no answer where they cannot be compared.
fn same(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Text(one), Value::Text(other)) => Some(one == other),
        (Value::Truth(one), Value::Truth(other)) => Some(one == other),
        _ => order(left, right).map(std::cmp::Ordering::is_eq),
    }
}

/// Which of two numbers or moments comes first; moments are compared as precisely as both are
/// known.
fn order(left: &Value, right: &Value) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Value::Number(one), Value::Number(other)) => one.partial_cmp(other),
        (Value::Moment(one), Value::Moment(other)) => Some(at_precision(*one, *other)),
        (Value::Moment(one), Value::Number(other)) => f64::from(one.year()).partial_cmp(other),
        (Value::Number(one), Value::Moment(other)) => one.partial_cmp(&f64::from(other.year())),
        _ => None,
    }
}

/// Two moments compared at the coarser precision of the two: 2020 and June 2020 are the same.
fn at_precision(one: PartialDate, other: PartialDate) -> std::cmp::Ordering {
    let (first, second) = (one.first(), other.first());
    match (one, other) {
        (PartialDate::Year(_), _) | (_, PartialDate::Year(_)) => first.year.cmp(&second.year),
        (PartialDate::Month(..), _) | (_, PartialDate::Month(..)) => {
            (first.year, first.month).cmp(&(second.year, second.month))
        }
        (PartialDate::Day(_), PartialDate::Day(_)) => first.cmp(&second),
    }
}

/// The words shown under the line at fault; nothing where a value that they name is absent.
///
/// `label` gives the name that people say for a word of a list of the vocabulary.
#[must_use]
pub fn shown(pieces: &[Shown], scope: &Scope, label: &Label) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Shown::Words(words) => text.push_str(words),
            Shown::Value(node, list) => {
                let named = |text: &str| {
                    list.as_deref()
                        .map_or_else(|| text.to_owned(), |list| label(list, text))
                };
                text.push_str(&said(&evaluate(node, scope), &named)?);
            }
        }
    }
    Some(text)
}

fn said(value: &Value, label: &dyn Fn(&str) -> String) -> Option<String> {
    match value {
        Value::Nothing | Value::Table(_) => None,
        Value::Truth(truth) => Some(truth.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Text(text) => Some(label(text)),
        Value::Moment(when) => Some(when.to_string()),
        several => {
            let all: Option<Vec<String>> = several
                .items()
                .iter()
                .map(|item| said(item, label))
                .collect();
            all.filter(|all| !all.is_empty()).map(|all| all.join(", "))
        }
    }
}
