//! `yaml-test-suite`: the values of its texts by the core schema, and the errors of its invalid ones.

use std::collections::BTreeMap;

use apes::documents::{Node, ScalarForm, Syntax, Value};
use apes::sources::Source;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{assert_exceptions, assert_on_lines, errors, read};
use crate::golden::at_root;

/// A case of the suite, as `tests/corpora/yaml-test-suite/README.md` tells.
#[derive(Deserialize)]
struct Case {
    id: String,
    #[serde(default)]
    name: String,
    tags: String,
    yaml: String,
    #[serde(default)]
    fail: bool,
    json: Option<String>,
}

/// Invalid texts in which nothing is found.
const ACCEPTED: &[(&str, &str)] = &[(
    "9C9N",
    "a list in brackets may stand further left than its key: it can be read in one way only",
)];

/// What records do not need, by the finding that says so.
const REFUSED_BY: [&str; 2] = [
    // Tags, anchors, aliases, several documents, keys that are no texts.
    "yaml-beyond-plain",
    // A key without a value: the file is read, but the key counts as absent.
    "empty-value",
];

fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(at_root("tests/corpora/yaml-test-suite/cases.jsonl"))
        .expect("the suite");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a case"))
        .collect()
}

#[test]
fn valid_texts_have_the_values_that_the_suite_gives() {
    let (mut found, mut count) = (BTreeMap::new(), 0);
    for case in cases().iter().filter(|case| !case.fail) {
        let source = Source::new("case.yaml", case.yaml.clone());
        let (tree, findings) = read(&source, Syntax::Yaml);
        assert_on_lines(&source, &findings, &case.id);
        let Some(json) = &case.json else { continue };
        let refused = errors(&findings);
        if refused.iter().any(|name| REFUSED_BY.contains(&&**name)) {
            continue;
        }
        let documents: Vec<Json> = serde_json::Deserializer::from_str(json)
            .into_iter()
            .map(|document| document.expect("JSON"))
            .collect();
        count += 1;
        let difference = match (&tree, &documents[..]) {
            (None, _) => Err(format!("refused by {refused:?}")),
            (Some(tree), [wanted]) => same(tree, wanted, &source),
            // A file without a value is a record without keys.
            (Some(tree), []) if tree.value == Value::Table(Vec::new()) => Ok(()),
            _ => Err(format!("{} documents", documents.len())),
        };
        if let Err(why) = difference {
            found.insert(
                case.id.clone(),
                format!("{} [{}]: {why}", case.name, case.tags),
            );
        }
    }
    assert!(count > 100, "{count} cases");
    assert_exceptions(&found, &[]);
}

#[test]
fn invalid_texts_have_an_error_with_a_line() {
    let (mut found, mut count) = (BTreeMap::new(), 0);
    for case in cases().iter().filter(|case| case.fail) {
        let source = Source::new("case.yaml", case.yaml.clone());
        let (tree, findings) = read(&source, Syntax::Yaml);
        assert_on_lines(&source, &findings, &case.id);
        count += 1;
        if errors(&findings).is_empty() {
            found.insert(
                case.id.clone(),
                format!("{} is read as {tree:?}", case.name),
            );
        }
    }
    assert_eq!(count, 94);
    assert_exceptions(&found, ACCEPTED);
}

/// Compares a value with the suite's, which is JSON.
fn same(node: &Node, wanted: &Json, source: &Source) -> Result<(), String> {
    let is_same = match (&node.value, wanted) {
        (Value::List(items), Json::Array(wanted)) if items.len() == wanted.len() => {
            return items
                .iter()
                .zip(wanted)
                .try_for_each(|(item, wanted)| same(item, wanted, source));
        }
        (Value::Table(entries), Json::Object(wanted)) if entries.len() == wanted.len() => {
            return entries
                .iter()
                .try_for_each(|entry| match wanted.get(&*entry.key) {
                    Some(wanted) => same(&entry.node, wanted, source),
                    None => Err(format!("{:?} is not in {wanted:?}", entry.key)),
                });
        }
        (Value::Nothing, Json::Null) => true,
        (Value::Scalar(ScalarForm::Text, text), Json::String(wanted)) => {
            // The break at the end of a block of one line is layout: a name or a code has none.
            let is_block = source.slice(node.span).starts_with(['|', '>']);
            let is_line = is_block && !text.contains('\n');
            text == wanted || is_line && Some(&**text) == wanted.strip_suffix('\n')
        }
        (Value::Scalar(ScalarForm::Boolean, text), Json::Bool(wanted)) => {
            **text == *wanted.to_string()
        }
        (Value::Scalar(ScalarForm::Integer | ScalarForm::Float, text), Json::Number(wanted)) => {
            text.parse::<f64>().ok() == wanted.as_f64()
        }
        _ => false,
    };
    if is_same {
        Ok(())
    } else {
        Err(format!("{:?} for {wanted}", node.value))
    }
}
