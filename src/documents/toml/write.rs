//! Writing of a table as TOML, in the order in which people write records: values first, then
//! tables.

use serde_json::{Map, Value};

use crate::calendar::PartialDate;
use crate::documents::syntax::Syntax;

/// A table as a TOML text. Keys whose value is null are left out.
#[must_use]
pub fn as_toml(table: &Map<String, Value>) -> String {
    let mut text = String::new();
    write(table, "", &mut text);
    text
}

/// Appends a table whose heading is `above`; empty for the table at the root.
fn write(table: &Map<String, Value>, above: &str, text: &mut String) {
    for (key, value) in table {
        if !value.is_null() && headed_table(value).is_none() {
            text.push_str(&format!("{} = {}\n", Syntax::Toml.key(key), inline(value)));
        }
    }
    for (key, value) in table {
        let Some(inner) = headed_table(value) else {
            continue;
        };
        let key = Syntax::Toml.key(key);
        let path = if above.is_empty() {
            key
        } else {
            format!("{above}.{key}")
        };
        // The headings of its tables imply a table that holds tables only.
        if inner.values().any(|value| headed_table(value).is_none()) {
            let blank = if text.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{blank}[{path}]\n"));
        }
        write(inner, &path, text);
    }
}

/// The value as a table, if it is one that gets a heading instead of a line.
fn headed_table(value: &Value) -> Option<&Map<String, Value>> {
    value
        .as_object()
        .filter(|inner| !inner.is_empty() && !is_short(inner))
}

/// Whether a table is written on one line: a text in two languages, or a stage with its date.
fn is_short(table: &Map<String, Value>) -> bool {
    table.keys().all(|key| key == "fr" || key == "en") || table.contains_key("reached")
}

/// A value on one line.
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
            let pairs: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{} = {}", Syntax::Toml.key(key), inline(value)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        other => other.to_string(),
    }
}
