//! Implementations of the built-in functions that take more than a line.

use crate::calendar::PartialDate;
use crate::charter::value::{Rows, Scope, Value};

pub(super) fn first_argument_text<'a>(arguments: &'a [Value]) -> Option<&'a str> {
    arguments.first().and_then(Value::as_text)
}

/// The table of the stage in the first argument; absent if the record does not have it.
pub(super) fn stage<'v>(record: &Value<'v>, arguments: &[Value<'v>]) -> Value<'v> {
    match (record.get("stages"), first_argument_text(arguments)) {
        (Value::Rows(stages), Some(stage)) => stages.row_by_id(stage),
        _ => Value::Absent,
    }
}

/// The dates, up to the day asked, on which the stage in the first argument was reached.
pub(super) fn dates_of_stage<'v>(
    scope: &Scope<'v>,
    record: &Value<'v>,
    arguments: &[Value<'v>],
) -> impl Iterator<Item = PartialDate> {
    let day = scope.environment.day();
    let dates = stage(record, arguments).get("reached").items();
    dates.into_iter().filter_map(move |value| match value {
        Value::Date(date) if date.first() <= day => Some(date),
        _ => None,
    })
}

/// The year in which the stage in the first argument was first reached, up to the day asked.
pub(super) fn year_of_stage<'v>(
    scope: &Scope<'v>,
    record: &Value<'v>,
    arguments: &[Value<'v>],
) -> Option<u16> {
    dates_of_stage(scope, record, arguments)
        .map(PartialDate::year)
        .min()
}

/// The families of actors, each once, in the order of the actors.
pub(super) fn families<'v>(scope: &Scope<'v>, actors: &Value<'v>) -> Vec<&'v str> {
    let mut families = Vec::new();
    match actors {
        Value::Rows(rows) => {
            for index in 0..rows.len() {
                push_new(&mut families, family_of_row(scope, *rows, index));
            }
        }
        ids => {
            for id in ids.items() {
                push_new(&mut families, family_of_id(scope, &id));
            }
        }
    }
    families
}

fn push_new<'v>(families: &mut Vec<&'v str>, family: Option<&'v str>) {
    families.extend(family.filter(|family| !families.contains(family)));
}

fn family_of_id<'v>(scope: &Scope<'v>, id: &Value) -> Option<&'v str> {
    scope.environment.family_of_actor(id.as_text()?)
}

/// The family of the actor in a row: by the id of the row, or by the kind of an actor without a
/// record.
fn family_of_row<'v>(scope: &Scope<'v>, rows: &'v dyn Rows, index: usize) -> Option<&'v str> {
    let Some(id) = rows.row_id(index) else {
        return family_of_id(scope, &rows.row(index));
    };
    scope.environment.family_of_actor(id).or_else(|| {
        let kind = rows.row(index).get("kind");
        scope.environment.family_of_kind(kind.as_text()?)
    })
}

/// The partners that joined in the year of a stage or later.
pub(super) fn newcomers<'v>(
    scope: &Scope<'v>,
    record: &Value<'v>,
    arguments: &[Value<'v>],
) -> Value<'v> {
    let year = year_of_stage(scope, record, arguments);
    let (Some(year), Value::Rows(partners)) = (year, record.get("partners")) else {
        return Value::Absent;
    };
    // A partner without a date may have been there from the first day.
    let joined_later = |index: &usize| {
        first_year(&partners.row(*index)).is_some_and(|first| first >= f64::from(year))
    };
    let later = (0..partners.len()).filter(joined_later);
    Value::texts(later.filter_map(|index| partners.row_id(index)))
}

/// The first year in which a partner is known to take part.
fn first_year(partner: &Value) -> Option<f64> {
    let (from, seen) = (partner.get("from").items(), partner.get("seen").items());
    from.into_iter()
        .chain(seen)
        .filter_map(|value| match value {
            Value::Date(date) => Some(f64::from(date.year())),
            Value::Number(year) => Some(year),
            _ => None,
        })
        .min_by(f64::total_cmp)
}

/// Whether a row cites its source, or the record gives one for it.
pub(super) fn is_sourced(scope: &Scope, row: &Value) -> bool {
    if row.get("source").is_truthy() {
        return true;
    }
    // A row of a list has no id: `sourced` names it by its kind, as in `levers.tiers-lieu`.
    let kind = ["kind", "is", "role"]
        .into_iter()
        .map(|key| row.get(key))
        .find(Value::is_truthy);
    let name = scope.row_id.or(kind.as_ref().and_then(Value::as_text));
    let statement: Vec<&str> = scope.list_keys.iter().copied().chain(name).collect();
    scope.environment.is_sourced(&statement.join("."))
}
