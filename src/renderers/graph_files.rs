//! Graph for other programs: DOT for Graphviz, `GraphML` for the others.

use crate::renderers::drawing::xml::{DECLARATION, XmlWriter, tag};
use crate::renderers::safe;
use crate::views::view::{Graph, GraphEdge, GraphNode};

/// A graph as DOT. Names are quoted, so that only the closing quote ends them.
#[must_use]
pub fn dot(graph: &Graph, title: &str) -> String {
    let mut out = format!(
        "graph {} {{\n  layout=neato;\n  overlap=false;\n",
        quoted(title)
    );
    for node in &graph.nodes {
        let (id, label) = (quoted(&node.id), quoted(&node.label));
        let family = quoted(family(graph, node));
        let shape = if node.family == 0 { "box" } else { "ellipse" };
        let lines = if node.bridge { ", peripheries=2" } else { "" };
        out.push_str(&format!(
            "  {id} [label={label}, class={family}, shape={shape}{lines}];\n"
        ));
    }
    for edge in &graph.edges {
        if let Some((from, to)) = ends(graph, edge) {
            let (from, to, weight) = (quoted(&from.id), quoted(&to.id), edge.weight);
            out.push_str(&format!("  {from} -- {to} [weight={weight}];\n"));
        }
    }
    out + "}\n"
}

/// A graph as `GraphML`.
#[must_use]
pub fn graphml(graph: &Graph, title: &str) -> String {
    let mut xml = XmlWriter::with_lines();
    let root = tag("graphml").set("xmlns", "http://graphml.graphdrawing.org/xmlns");
    xml.group(&root, |xml| {
        write_keys(xml);
        let element = tag("graph")
            .set("id", &safe::line(title))
            .set("edgedefault", "undirected");
        xml.group(&element, |xml| {
            for node in &graph.nodes {
                write_node(xml, graph, node);
            }
            for edge in &graph.edges {
                write_edge(xml, graph, edge);
            }
        });
    });
    format!("{DECLARATION}{}", xml.finish())
}

/// Writes the attributes that nodes and edges may have.
fn write_keys(xml: &mut XmlWriter) {
    for (name, owner, kind) in [
        ("label", "node", "string"),
        ("family", "node", "string"),
        ("bridge", "node", "boolean"),
        ("weight", "edge", "long"),
    ] {
        let key = tag("key")
            .set("id", name)
            .set("for", owner)
            .set("attr.name", name)
            .set("attr.type", kind);
        xml.leaf(&key);
    }
}

fn write_node(xml: &mut XmlWriter, graph: &Graph, node: &GraphNode) {
    xml.group(&tag("node").set("id", &safe::line(&node.id)), |xml| {
        write_data(xml, "label", &node.label);
        write_data(xml, "family", family(graph, node));
        write_data(xml, "bridge", &node.bridge.to_string());
    });
}

fn write_edge(xml: &mut XmlWriter, graph: &Graph, edge: &GraphEdge) {
    if let Some((from, to)) = ends(graph, edge) {
        let element = tag("edge")
            .set("source", &safe::line(&from.id))
            .set("target", &safe::line(&to.id));
        xml.group(&element, |xml| {
            write_data(xml, "weight", &edge.weight.to_string());
        });
    }
}

fn write_data(xml: &mut XmlWriter, key: &str, value: &str) {
    xml.text(&tag("data").set("key", key), &safe::line(value));
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
            family: 0,
            bridge: true,
        };
        let graph = Graph {
            families: vec!["\"<x>".to_owned()],
            nodes: vec![node("actor/a"), node("actor/b")],
            edges: vec![GraphEdge {
                from: 0,
                to: 1,
                weight: 1,
                label: String::new(),
            }],
        };
        let dot = dot(&graph, "t\"");
        assert!(dot.contains("[label=\"a\\\"] ; \\\\ <b> & "), "{dot}");
        assert_eq!(dot.lines().count(), 7, "{dot}");
        let xml = graphml(&graph, "t");
        assert!(
            xml.contains("a&quot;] ; \\ &lt;b&gt; &amp; ") && !xml.contains('\u{1b}'),
            "{xml}"
        );
        assert_eq!(xml.matches("<node").count(), 2);
    }
}
