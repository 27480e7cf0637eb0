//! What the words of the field answer.

use std::borrow::Cow;

use crate::calendar::PartialDate;
use crate::charter::{Rows, Scope, Value};

pub(super) fn text<'g>(arguments: &'g [Value]) -> Option<&'g str> {
    arguments.first().and_then(Value::as_text)
}

/// What a record says of the stage given.
pub(super) fn stage<'v>(of: &Value<'v>, arguments: &[Value<'v>]) -> Value<'v> {
    match (of.get("stages"), text(arguments)) {
        (Value::Rows(stages), Some(stage)) => stages.named(stage),
        _ => Value::Nothing,
    }
}

pub(super) fn moments<'v>(
    of: &Value<'v>,
    arguments: &[Value<'v>],
) -> impl Iterator<Item = PartialDate> {
    let moment = |value: Value<'v>| {
        if let Value::Moment(when) = value {
            Some(when)
        } else {
            None
        }
    };
    stage(of, arguments)
        .get("reached")
        .items()
        .into_iter()
        .filter_map(moment)
}

pub(super) fn year_of<'v>(of: &Value<'v>, arguments: &[Value<'v>]) -> Option<u16> {
    moments(of, arguments).map(PartialDate::year).min()
}

/// Families of actors, each once, in the order in which they are met.
pub(super) fn families<'v>(scope: &Scope<'v>, actors: &Value<'v>) -> Vec<&'v str> {
    let mut once_each = Vec::new();
    let mut meet = |family: Option<&'v str>| {
        once_each.extend(family.filter(|family| !once_each.contains(family)));
    };
    match actors {
        Value::Rows(rows) => (0..rows.len()).for_each(|place| meet(family_at(scope, *rows, place))),
        others => {
            for actor in others.items() {
                meet(
                    actor
                        .as_text()
                        .and_then(|id| scope.environment.family_of_actor(id)),
                );
            }
        }
    }
    once_each
}

/// The family of the actor that a row names, by its id or, where it has no record, by its kind.
fn family_at<'v>(scope: &Scope<'v>, rows: &'v dyn Rows, place: usize) -> Option<&'v str> {
    match rows.id(place) {
        Some(id) => scope.environment.family_of_actor(id).or_else(|| {
            rows.at(place)
                .get("kind")
                .as_text()
                .and_then(|kind| scope.environment.family_of_kind(kind))
        }),
        None => rows
            .at(place)
            .as_text()
            .and_then(|id| scope.environment.family_of_actor(id)),
    }
}

pub(super) fn listed(texts: Vec<&str>) -> Value<'_> {
    if texts.is_empty() {
        return Value::Nothing;
    }
    Value::List(
        texts
            .into_iter()
            .map(|text| Value::Text(Cow::Borrowed(text)))
            .collect(),
    )
}

pub(super) fn newcomers<'v>(
    scope: &Scope<'v>,
    of: &Value<'v>,
    arguments: &[Value<'v>],
) -> Value<'v> {
    let (Some(year), Value::Rows(partners)) = (year_of(of, arguments), of.get("partners")) else {
        return Value::Nothing;
    };
    let (mut before, mut since) = (Vec::new(), Vec::new());
    for place in 0..partners.len() {
        let Some(family) = family_at(scope, partners, place) else {
            continue;
        };
        let partner = partners.at(place);
        let first = partner
            .get("from")
            .items()
            .into_iter()
            .chain(partner.get("seen").items());
        let first = first.filter_map(|value| match value {
            Value::Moment(when) => Some(f64::from(when.year())),
            Value::Number(year) => Some(year),
            _ => None,
        });
        // Whoever bears no date may have been there from the first day.
        let came = first
            .min_by(f64::total_cmp)
            .is_some_and(|came| came >= f64::from(year));
        if came { &mut since } else { &mut before }.push(family);
    }
    let mut new: Vec<&str> = Vec::new();
    for family in since {
        if !before.contains(&family) && !new.contains(&family) {
            new.push(family);
        }
    }
    listed(new)
}

/// Whether a row, or the record for it, says on which source it rests.
pub(super) fn is_sourced(scope: &Scope, row: &Value) -> bool {
    if row.get("source").holds() {
        return true;
    }
    // A row of a list goes by its kind, as in `sourced`: `levers.tiers-lieu`.
    let called = || {
        ["kind", "is", "role"]
            .into_iter()
            .map(|key| row.get(key))
            .find(Value::holds)
    };
    let called = called();
    let own = scope
        .row
        .1
        .or_else(|| called.as_ref().and_then(Value::as_text));
    let name: Vec<&str> = scope.keys.iter().copied().chain(own).collect();
    scope.environment.is_sourced(&name.join("."))
}
