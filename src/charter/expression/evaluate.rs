//! Evaluation of an expression for one record.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::calendar::PartialDate;
use crate::charter::builtins;
use crate::charter::expression::syntax_tree::{Comparison, Expression, Node, Path, Root};
use crate::charter::value::{Scope, Value};

/// The value of an expression.
#[must_use]
pub fn evaluate<'v>(node: &'v Node, scope: &Scope<'v>) -> Value<'v> {
    match &node.expression {
        Expression::Text(text) => Value::Text(Cow::Borrowed(text)),
        Expression::Number(number) => Value::Number(*number),
        Expression::Boolean(boolean) => Value::Boolean(*boolean),
        Expression::List(items) => Value::List(evaluate_all(items, scope)),
        Expression::Path(path) => evaluate_path(path, scope),
        Expression::Call {
            function,
            receiver,
            arguments,
        } => {
            let record = receiver
                .as_ref()
                .map_or(Value::Absent, |path| evaluate_path(path, scope));
            let arguments = evaluate_all(arguments, scope);
            builtins::find(&function.name).map_or(Value::Absent, |builtin| {
                (builtin.run)(scope, &record, &arguments)
            })
        }
        Expression::Not(operand) => Value::Boolean(!is_true(operand, scope)),
        Expression::And(operands) => {
            Value::Boolean(is_true(&operands.0, scope) && is_true(&operands.1, scope))
        }
        Expression::Or(operands) => {
            Value::Boolean(is_true(&operands.0, scope) || is_true(&operands.1, scope))
        }
        Expression::Compare(comparison, operands) => Value::Boolean(compare(
            *comparison,
            &evaluate(&operands.0, scope),
            &evaluate(&operands.1, scope),
        )),
    }
}

/// Whether the value of an expression is truthy.
pub(in crate::charter) fn is_true(node: &Node, scope: &Scope) -> bool {
    evaluate(node, scope).is_truthy()
}

fn evaluate_all<'v>(nodes: &'v [Node], scope: &Scope<'v>) -> Vec<Value<'v>> {
    nodes.iter().map(|node| evaluate(node, scope)).collect()
}

/// The value at the end of a path.
fn evaluate_path<'v>(path: &Path, scope: &Scope<'v>) -> Value<'v> {
    let root = match path.known_root() {
        Some(Root::Territory | Root::Actor | Root::Dynamic | Root::Published | Root::Record) => {
            scope.record.clone()
        }
        Some(Root::Row) => match (path.keys.first(), scope.row_id) {
            // The id of a row is the key of its table, not a key of its own.
            (Some(key), Some(id)) if key.name == "id" => return Value::text(id),
            _ => scope.row.clone(),
        },
        Some(Root::Principle) => scope.principle.map_or(Value::Absent, Value::text),
        Some(Root::Year) => Value::Number(f64::from(scope.environment.day().year)),
        None => Value::Absent,
    };
    path.keys
        .iter()
        .fold(root, |value, key| value.get(&key.name))
}

/// The result of a comparison; always false if a side is absent, even for `!=` and `not in`.
fn compare(comparison: Comparison, left: &Value, right: &Value) -> bool {
    match comparison {
        Comparison::In => !left.is_absent() && contains(right, left),
        Comparison::NotIn => !left.is_absent() && !contains(right, left),
        Comparison::Equal => equal(left, right) == Some(true),
        Comparison::NotEqual => equal(left, right) == Some(false),
        Comparison::Less => order(left, right).is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => order(left, right).is_some_and(Ordering::is_le),
        Comparison::Greater => order(left, right).is_some_and(Ordering::is_gt),
        Comparison::GreaterOrEqual => order(left, right).is_some_and(Ordering::is_ge),
    }
}

fn contains(several: &Value, value: &Value) -> bool {
    several.any(&mut |item| equal(value, item) == Some(true))
}

/// Whether two values are equal; `None` if they cannot be compared.
fn equal(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) => Some(left == right),
        (Value::Boolean(left), Value::Boolean(right)) => Some(left == right),
        _ => order(left, right).map(Ordering::is_eq),
    }
}

/// The order of two numbers or dates; `None` for other values. A number beside a date is a year.
fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.partial_cmp(right),
        (Value::Date(left), Value::Date(right)) => Some(order_dates(*left, *right)),
        (Value::Date(left), Value::Number(right)) => f64::from(left.year()).partial_cmp(right),
        (Value::Number(left), Value::Date(right)) => left.partial_cmp(&f64::from(right.year())),
        _ => None,
    }
}

/// The order of two dates at the coarser of their precisions: 2020 and June 2020 are equal.
fn order_dates(left: PartialDate, right: PartialDate) -> Ordering {
    let (first, second) = (left.first(), right.first());
    match (left, right) {
        (PartialDate::Year(_), _) | (_, PartialDate::Year(_)) => first.year.cmp(&second.year),
        (PartialDate::Month(..), _) | (_, PartialDate::Month(..)) => {
            (first.year, first.month).cmp(&(second.year, second.month))
        }
        (PartialDate::Day(_), PartialDate::Day(_)) => first.cmp(&second),
    }
}
