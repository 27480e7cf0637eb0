//! Test results keep to the schema by which Jenkins reads them.

use roxmltree::{Document, Node};

use super::{findings, roots};
use crate::golden::text_of;

/// What a schema says of one element: its attributes and the elements inside.
struct Rule<'s> {
    attributes: Vec<(&'s str, bool)>,
    inner: Vec<&'s str>,
    has_text: bool,
}

fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The rule of an element that the schema declares at its top.
fn rule<'s>(schema: &'s Document, name: &str) -> Rule<'s> {
    let element = schema
        .root_element()
        .children()
        .find(|node| is(node, "element") && node.attribute("name") == Some(name))
        .unwrap_or_else(|| panic!("the schema has no <{name}>"));
    let attributes = element
        .descendants()
        .filter(|node| is(node, "attribute"))
        .map(|node| {
            let is_required = node.attribute("use") == Some("required");
            (node.attribute("name").unwrap_or_default(), is_required)
        });
    let inner = element
        .descendants()
        .filter(|node| is(node, "element"))
        .filter_map(|node| node.attribute("ref"));
    let is_mixed = element
        .descendants()
        .any(|node| node.attribute("mixed") == Some("true"));
    Rule {
        attributes: attributes.collect(),
        inner: inner.collect(),
        has_text: is_mixed || element.attribute("type") == Some("xs:string"),
    }
}

/// The first thing in a document that the schema does not allow.
fn fault(schema: &Document, node: Node) -> Option<String> {
    let name = node.tag_name().name();
    let rule = rule(schema, name);
    for attribute in node.attributes() {
        if !rule
            .attributes
            .iter()
            .any(|(known, _)| *known == attribute.name())
        {
            return Some(format!("<{name} {}>", attribute.name()));
        }
    }
    for (needed, is_required) in &rule.attributes {
        if *is_required && node.attribute(*needed).is_none() {
            return Some(format!("<{name}> lacks {needed}"));
        }
    }
    for child in node.children() {
        let is_text = child.is_text() && !child.text().unwrap_or_default().trim().is_empty();
        if is_text && !rule.has_text {
            return Some(format!("text in <{name}>"));
        }
        if child.is_element() {
            if !rule.inner.contains(&child.tag_name().name()) {
                return Some(format!("<{}> in <{name}>", child.tag_name().name()));
            }
            if let Some(fault) = fault(schema, child) {
                return Some(fault);
            }
        }
    }
    None
}

#[test]
fn results_keep_to_the_schema_and_count_themselves() {
    let text = text_of("tests/forges/junit-10.xsd");
    let schema = Document::parse(&text).expect("a schema");
    for wrong in [
        "<testsuites><testcase name=\"a\"/></testsuites>",
        "<testsuites><testsuite name=\"a\" tests=\"1\" failures=\"0\"/></testsuites>",
        "<testsuites surprise=\"1\"/>",
    ] {
        let document = Document::parse(wrong).expect("XML");
        assert!(fault(&schema, document.root_element()).is_some(), "{wrong}");
    }
    for root in roots() {
        let xml = findings(&root, "junit");
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{root}: {error}"));
        assert_eq!(document.root_element().tag_name().name(), "testsuites");
        assert_eq!(fault(&schema, document.root_element()), None, "{root}");
        let suite = document
            .root_element()
            .first_element_child()
            .expect("a suite");
        for (attribute, element) in [("tests", "testcase"), ("failures", "failure")] {
            let count = suite.descendants().filter(|node| is(node, element)).count();
            assert_eq!(
                suite.attribute(attribute),
                Some(&*count.to_string()),
                "{root}"
            );
        }
    }
}
