//! Graph for other programs: DOT for Graphviz, `GraphML` for the others.

use crate::language::Language;
use crate::renderers::drawing::xml::{DECLARATION, XmlWriter, tag};
use crate::renderers::mark::Marks;
use crate::renderers::safe;
use crate::views::view::{Attributes, Facts, Graph, GraphEdge, GraphNode, Value};

/// Namespace of `GraphML`.
const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

/// Namespace in which a document names its schema.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Namespace and address of the schema of `GraphML`.
const SCHEMA: &str =
    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

/// A graph as DOT. Names are quoted, so that only the closing quote ends them.
#[must_use]
pub fn dot(graph: &Graph, facts: &Facts, language: Language) -> String {
    let title = quoted(&facts.title);
    let marks = Marks::of(facts, language);
    let label: Vec<&str> = [facts.title.as_str()]
        .into_iter()
        .chain(marks.sentences())
        .collect();
    let label = quoted(&label.join(" · "));
    let mut out = format!(
        "graph {title} {{\n  layout=neato;\n  overlap=false;\n  labelloc=b;\n  label={label};\n"
    );
    for (name, value) in told(&graph.attributes) {
        out.push_str(&format!("  {name}={};\n", quoted(&value)));
    }
    for node in &graph.nodes {
        let (id, label) = (quoted(&node.id), quoted(&node.label));
        let family = quoted(family(graph, node));
        let shape = if node.family == 0 { "box" } else { "ellipse" };
        let lines = if node.bridge { ", peripheries=2" } else { "" };
        let more = dot_attributes(&node.attributes);
        out.push_str(&format!(
            "  {id} [label={label}, class={family}, shape={shape}{lines}{more}];\n"
        ));
    }
    for edge in &graph.edges {
        if let Some((from, to)) = ends(graph, edge) {
            let (from, to, weight) = (quoted(&from.id), quoted(&to.id), edge.weight);
            let more = dot_attributes(&edge.attributes);
            out.push_str(&format!("  {from} -- {to} [weight={weight}{more}];\n"));
        }
    }
    out + "}\n"
}

/// The attributes of a node or of an edge, each after a comma.
fn dot_attributes(attributes: &Attributes) -> String {
    told(attributes)
        .map(|(name, value)| format!(", {name}={}", quoted(&value)))
        .collect()
}

/// The attributes that have a value, as texts.
fn told(attributes: &Attributes) -> impl Iterator<Item = (&str, String)> {
    attributes
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), written(value)?)))
}

/// A value as other programs read it; `None` where nothing is known.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Nothing => None,
        Value::Text(text) => Some(safe::line(text)),
        Value::Count(count) => Some(count.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Date(date) => Some(date.to_string()),
        Value::Flag(is_so) => Some(is_so.to_string()),
    }
}

/// A graph as `GraphML`, valid against its schema.
#[must_use]
pub fn graphml(graph: &Graph, facts: &Facts, language: Language) -> String {
    let mut xml = XmlWriter::with_lines();
    let root = tag("graphml")
        .set("xmlns", NAMESPACE)
        .set("xmlns:xsi", INSTANCE)
        .set("xsi:schemaLocation", SCHEMA);
    let whole = whole_attributes(graph, facts, language);
    let nodes: Vec<Attributes> = graph.nodes.iter().map(|it| of_node(graph, it)).collect();
    let edges: Vec<Attributes> = graph.edges.iter().map(of_edge).collect();
    xml.group(&root, |xml| {
        write_keys(xml, "graph", std::slice::from_ref(&whole));
        write_keys(xml, "node", &nodes);
        write_keys(xml, "edge", &edges);
        let element = tag("graph")
            .set("id", "network")
            .set("edgedefault", "undirected");
        xml.group(&element, |xml| {
            write_data(xml, "graph", &whole);
            for (node, attributes) in graph.nodes.iter().zip(&nodes) {
                let element = tag("node").set("id", &name_token(&node.id));
                xml.group(&element, |xml| write_data(xml, "node", attributes));
            }
            for (edge, attributes) in graph.edges.iter().zip(&edges) {
                write_edge(xml, graph, edge, attributes);
            }
        });
    });
    format!("{DECLARATION}{}", xml.finish())
}

/// What is true of the whole graph: its title, that it is invented, the days and the filters.
fn whole_attributes(graph: &Graph, facts: &Facts, language: Language) -> Attributes {
    let marks = Marks::of(facts, language);
    let notice: Vec<&str> = marks.sentences().collect();
    let about = [
        ("title", Some(facts.title.clone())),
        ("notice", (!notice.is_empty()).then(|| notice.join(" "))),
        ("scope", Some(facts.scope.join(" · "))),
    ];
    about
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::from(value)))
        .chain(graph.attributes.iter().cloned())
        .collect()
}

/// The attributes of a node, its label first.
fn of_node(graph: &Graph, node: &GraphNode) -> Attributes {
    let mut attributes = vec![
        ("label".to_owned(), Value::from(&node.label)),
        ("record".to_owned(), Value::from(&node.id)),
    ];
    attributes.extend(node.attributes.iter().cloned());
    if !attributes.iter().any(|(name, _)| name == "family") {
        attributes.push(("family".to_owned(), Value::from(family(graph, node))));
    }
    if !attributes.iter().any(|(name, _)| name == "bridge") {
        attributes.push(("bridge".to_owned(), Value::Flag(node.bridge)));
    }
    attributes
}

/// The attributes of an edge, its weight first.
fn of_edge(edge: &GraphEdge) -> Attributes {
    let weight = ("weight".to_owned(), Value::Count(edge.weight));
    std::iter::once(weight)
        .chain(edge.attributes.iter().cloned())
        .collect()
}

/// Declares the attributes that the graph, its nodes or its edges may have, each once.
fn write_keys(xml: &mut XmlWriter, owner: &str, all: &[Attributes]) {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in all.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    for name in names {
        let values = all.iter().flatten().filter(|(other, _)| other == name);
        let key = tag("key")
            .set("id", &key_id(owner, name))
            .set("for", owner)
            .set("attr.name", name)
            .set("attr.type", kind(values.map(|(_, value)| value)));
        xml.leaf(&key);
    }
}

/// The type of an attribute: that of all its values, else text.
fn kind<'v>(values: impl Iterator<Item = &'v Value>) -> &'static str {
    let mut kinds: Vec<&str> = values
        .filter_map(|value| match value {
            Value::Nothing => None,
            Value::Count(_) => Some("long"),
            Value::Number(_) => Some("double"),
            Value::Flag(_) => Some("boolean"),
            Value::Text(_) | Value::Date(_) => Some("string"),
        })
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    match kinds.as_slice() {
        [kind] => match *kind {
            "long" => "long",
            "double" => "double",
            "boolean" => "boolean",
            _ => "string",
        },
        _ => "string",
    }
}

/// The id of an attribute: the schema asks that no two have the same, whoever has them.
fn key_id(owner: &str, name: &str) -> String {
    format!("{owner}.{}", name_token(name))
}

fn write_edge(xml: &mut XmlWriter, graph: &Graph, edge: &GraphEdge, attributes: &Attributes) {
    if let Some((from, to)) = ends(graph, edge) {
        let (from, to) = (name_token(&from.id), name_token(&to.id));
        let element = tag("edge")
            .set("id", &format!("{from}--{to}"))
            .set("source", &from)
            .set("target", &to);
        xml.group(&element, |xml| write_data(xml, "edge", attributes));
    }
}

fn write_data(xml: &mut XmlWriter, owner: &str, attributes: &Attributes) {
    for (name, value) in told(attributes) {
        xml.text(&tag("data").set("key", &key_id(owner, name)), &value);
    }
}

/// An id of a record as XML takes it for a name: `dynamic.achats-du-palier`. Any character but
/// letters, digits and hyphens of ASCII is written by its number, so that no two ids become one.
fn name_token(id: &str) -> String {
    let mut token = String::with_capacity(id.len());
    for (position, character) in id.chars().enumerate() {
        match character {
            '/' => token.push('.'),
            'a'..='z' | 'A'..='Z' => token.push(character),
            '0'..='9' | '-' if position > 0 => token.push(character),
            '_' if id.is_ascii() && !id.contains("_x") && position > 0 => token.push('_'),
            other => token.push_str(&format!("_x{:X}_", u32::from(other))),
        }
    }
    token
}

/// Both nodes of an edge. Returns `None` where one does not exist.
fn ends<'g>(graph: &'g Graph, edge: &GraphEdge) -> Option<(&'g GraphNode, &'g GraphNode)> {
    graph.nodes.get(edge.from).zip(graph.nodes.get(edge.to))
}

fn family<'g>(graph: &'g Graph, node: &GraphNode) -> &'g str {
    graph.families.get(node.family).map_or("", String::as_str)
}

/// A text between quotes, in which a backslash would begin an escape.
fn quoted(text: &str) -> String {
    let text = safe::line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_breaks_out_of_the_file() {
        let label = "a\"] ; \\ <b> & \u{1b}[31m\n}".to_owned();
        let node = |id: &str| GraphNode {
            id: id.to_owned(),
            label: label.clone(),
            bridge: true,
            attributes: vec![("territory".to_owned(), Value::from(&label))],
            ..GraphNode::default()
        };
        let graph = Graph {
            families: vec!["\"<x>".to_owned()],
            nodes: vec![node("actor/a"), node("actor/b c")],
            edges: vec![GraphEdge {
                from: 0,
                to: 1,
                weight: 1,
                ..GraphEdge::default()
            }],
            ..Graph::default()
        };
        let facts = Facts {
            title: "t\"".to_owned(),
            ..Facts::default()
        };
        let dot = dot(&graph, &facts, Language::English);
        assert!(dot.contains("[label=\"a\\\"] ; \\\\ <b> & "), "{dot}");
        assert!(dot.contains("territory=\"a\\\"] ; \\\\ <b> & "), "{dot}");
        assert_eq!(dot.lines().count(), 9, "{dot}");
        let xml = graphml(&graph, &facts, Language::English);
        assert!(
            xml.contains("a&quot;] ; \\ &lt;b&gt; &amp; ") && !xml.contains('\u{1b}'),
            "{xml}"
        );
        assert_eq!(xml.matches("<node").count(), 2);
        assert!(xml.contains("target=\"actor.b_x20_c\""), "{xml}");
    }

    #[test]
    fn no_two_ids_become_one() {
        let ids = ["a/b", "a b", "a_b", "a.b", "a_x20_b", "é", "1", "-a", "a-b"];
        let mut tokens: Vec<String> = ids.iter().map(|id| name_token(id)).collect();
        tokens.sort_unstable();
        tokens.dedup();
        assert_eq!(tokens.len(), ids.len(), "{tokens:?}");
    }
}
