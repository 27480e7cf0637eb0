//! A text read as a tree of some kind of file, and checked against its schema.

use crate::diagnostic::{At, Edit, Finding, Writing};
use crate::documents::apply_edits::apply;
use crate::documents::hints::{missing_key, tab_in_indentation, uneven_indentation};
use crate::documents::read;
use crate::documents::reading::Reading;
use crate::documents::schema::validate::validate;
use crate::documents::syntax::Syntax;
use crate::documents::tree::Node;
use crate::sources::{Cut, Source};

/// Reads a text, and checks it against the schema of its kind. The tree is `None` if the syntax is
/// broken.
#[must_use]
pub fn read_as<'t>(reading: &Reading<'t>, kind: &str) -> (Option<Node<'t>>, Vec<Finding>) {
    let (mut tree, mut findings) = read(reading);
    if let Some(tree) = &mut tree {
        findings.extend(validate(reading, kind, tree));
    }
    for finding in &mut findings {
        if INDENTATION.contains(&finding.name.as_ref()) {
            keep_at_top(reading, kind, finding);
        }
    }
    (tree, findings)
}

/// Rules whose edits choose a level for a line of YAML, without knowing the schema.
const INDENTATION: [&str; 2] = [
    uneven_indentation::HINT.rule.name,
    tab_in_indentation::HINT.rule.name,
];

/// Leaves a key that its kind of record must have at the top of the record, where an edit would put
/// it into the table above.
fn keep_at_top(reading: &Reading, kind: &str, finding: &mut Finding) {
    let Some(help) = &mut finding.help else {
        return;
    };
    let [edit] = help.edits.as_slice() else {
        return;
    };
    let At::Span(span) = &edit.place.at else {
        return;
    };
    let line = reading.text().behind(span.end).lines().next();
    let Some((key, _)) = line.and_then(|line| line.trim_start().split_once(':')) else {
        return;
    };
    let key = key.to_owned();
    if !lacks(reading, kind, &help.edits, &key) {
        return;
    }
    let at_top = vec![Edit {
        place: edit.place.clone(),
        writing: Writing::Raw(String::new()),
    }];
    if !lacks(reading, kind, &at_top, &key) {
        help.edits = at_top;
    }
}

/// Whether an edited record lacks a key that its kind must have.
fn lacks(reading: &Reading, kind: &str, edits: &[Edit], key: &str) -> bool {
    let Some(text) = apply(reading.text(), Syntax::Yaml, edits) else {
        return false;
    };
    let edited = Source::new(&reading.source.path, text);
    let reading = Reading {
        source: &edited,
        ..*reading
    };
    let (Some(mut tree), _) = read(&reading) else {
        return false;
    };
    let missing = format!("`{key}`");
    validate(&reading, kind, &mut tree)
        .iter()
        .any(|found| found.name == missing_key::HINT.rule.name && found.sentence.contains(&missing))
}
