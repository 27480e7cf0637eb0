//! What the test suites of TOML and of YAML say of a text is what our reader says, but for what it
//! refuses on purpose.

mod toml;
mod yaml;

use std::collections::BTreeMap;

use apes::diagnostic::{At, Finding, Severity};
use apes::documents::{self, Node, Reading, Syntax};
use apes::language::Language;
use apes::sources::Source;

/// The tree of a text, if it has one, with the findings about it.
fn read(source: &Source, syntax: Syntax) -> (Option<Node<'_>>, Vec<Finding>) {
    let reading = Reading {
        source,
        syntax,
        language: Language::English,
    };
    documents::read(&reading)
}

/// The names of the errors among findings.
fn errors(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.name.to_string())
        .collect()
}

/// Asserts that every finding is on a line of the text, between whole characters.
fn assert_on_lines(source: &Source, findings: &[Finding], case: &str) {
    let lines = source.text.matches('\n').count() + 1;
    for finding in findings {
        if let At::Span(span) = finding.primary.place.at {
            let (line, column) = source.line_column(span.start);
            assert!(
                (1..=lines).contains(&line) && column >= 1,
                "{case}: {line}:{column}"
            );
        }
    }
    crate::documents::assert_spans_inside(source, findings);
}

/// Asserts that the cases which came out otherwise are those that are listed, each with its reason.
fn assert_exceptions(found: &BTreeMap<String, String>, listed: &[(&str, &str)]) {
    let listed: BTreeMap<&str, &str> = listed.iter().copied().collect();
    let mut wrong: Vec<String> = found
        .iter()
        .filter(|(case, _)| !listed.contains_key(case.as_str()))
        .map(|(case, why)| format!("{case}: {why}"))
        .collect();
    let gone = listed.keys().filter(|case| !found.contains_key(**case));
    wrong.extend(gone.map(|case| format!("{case} is no exception any more")));
    assert!(
        wrong.is_empty(),
        "{} cases\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
