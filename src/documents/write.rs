//! A table written as TOML, the way people write records: simple keys first, then tables.

use serde_json::{Map, Value};

use crate::calendar::PartialDate;
use crate::documents::Syntax;

/// A table as a TOML text.
#[must_use]
pub fn as_toml(table: &Map<String, Value>) -> String {
    let mut text = String::new();
    write(table, "", &mut text);
    text
}

fn write(table: &Map<String, Value>, above: &str, text: &mut String) {
    let record_refs = |value: &Value| {
        value
            .as_object()
            .is_some_and(|inner| !inner.is_empty() && !is_short(value))
    };
    for (key, value) in table
        .iter()
        .filter(|(_, value)| !value.is_null() && !record_refs(value))
    {
        text.push_str(&format!("{} = {}\n", Syntax::Toml.key(key), inline(value)));
    }
    for (key, value) in table.iter().filter(|(_, value)| record_refs(value)) {
        let Some(inner) = value.as_object() else {
            continue;
        };
        let key = Syntax::Toml.key(key);
        let path = if above.is_empty() {
            key
        } else {
            format!("{above}.{key}")
        };
        // A table of tables alone needs no heading of its own.
        if inner.values().any(|value| !record_refs(value)) {
            let blank = if text.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{blank}[{path}]\n"));
        }
        write(inner, &path, text);
    }
}

/// Whether a table is as well read on one line: a text in two languages, a row with a few words.
fn is_short(value: &Value) -> bool {
    let inner = value.as_object();
    inner.is_some_and(|inner| {
        inner.keys().all(|key| key == "fr" || key == "en") || inner.contains_key("reached")
    })
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) if matches!(PartialDate::parse(text), Some(PartialDate::Day(_))) => {
            text.clone()
        }
        Value::String(text) => Syntax::Toml.quote(text),
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(inline).collect::<Vec<_>>().join(", ")
        ),
        Value::Object(table) if table.is_empty() => "{}".to_owned(),
        Value::Object(table) => {
            let pair = |(key, value): (&String, &Value)| {
                format!("{} = {}", Syntax::Toml.key(key), inline(value))
            };
            format!(
                "{{ {} }}",
                table.iter().map(pair).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}
