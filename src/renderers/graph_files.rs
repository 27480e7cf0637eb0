//! A graph for other programs: DOT for Graphviz, `GraphML` for the others.

use crate::renderers::drawing::svg::{Svg, tag};
use crate::renderers::safe;
use crate::views::view::{Graph, GraphNode};

/// As DOT; names stand between quotes, in which nothing but their end means anything.
#[must_use]
pub fn dot(graph: &Graph, title: &str) -> String {
    let mut out = format!(
        "graph {} {{\n  layout=neato;\n  overlap=false;\n",
        quoted(title)
    );
    for node in &graph.nodes {
        let (id, label, family) = (
            quoted(&node.id),
            quoted(&node.label),
            quoted(family(graph, node)),
        );
        let shape = if node.family == 0 { "box" } else { "ellipse" };
        let lines = if node.bridge { ", peripheries=2" } else { "" };
        out.push_str(&format!(
            "  {id} [label={label}, class={family}, shape={shape}{lines}];\n"
        ));
    }
    for edge in &graph.edges {
        if let (Some(from), Some(to)) = (graph.nodes.get(edge.from), graph.nodes.get(edge.to)) {
            let (from, to, weight) = (quoted(&from.id), quoted(&to.id), edge.weight);
            out.push_str(&format!("  {from} -- {to} [weight={weight}];\n"));
        }
    }
    out + "}\n"
}

/// As `GraphML`.
#[must_use]
pub fn graphml(graph: &Graph, title: &str) -> String {
    let mut page = Svg::default();
    let root = tag("graphml").set("xmlns", "http://graphml.graphdrawing.org/xmlns");
    page.group(&root, |page| {
        for (id, of, kind) in [
            ("label", "node", "string"),
            ("family", "node", "string"),
            ("bridge", "node", "boolean"),
            ("weight", "edge", "long"),
        ] {
            let key = tag("key").set("id", id).set("for", of).set("attr.name", id);
            page.leaf(&key.set("attr.type", kind));
        }
        let whole = tag("graph")
            .set("id", &plain(title))
            .set("edgedefault", "undirected");
        page.group(&whole, |page| {
            for node in &graph.nodes {
                page.group(&tag("node").set("id", &plain(&node.id)), |page| {
                    page.text(&tag("data").set("key", "label"), &plain(&node.label));
                    page.text(
                        &tag("data").set("key", "family"),
                        &plain(family(graph, node)),
                    );
                    page.text(&tag("data").set("key", "bridge"), &node.bridge.to_string());
                });
            }
            for edge in &graph.edges {
                if let (Some(from), Some(to)) =
                    (graph.nodes.get(edge.from), graph.nodes.get(edge.to))
                {
                    let ends = tag("edge")
                        .set("source", &plain(&from.id))
                        .set("target", &plain(&to.id));
                    page.group(&ends, |page| {
                        page.text(&tag("data").set("key", "weight"), &edge.weight.to_string());
                    });
                }
            }
        });
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}",
        page.finish()
    )
}

fn family<'g>(graph: &'g Graph, node: &GraphNode) -> &'g str {
    graph.families.get(node.family).map_or("", String::as_str)
}

/// A text without what no such file may hold.
fn plain(text: &str) -> String {
    safe::line(text)
}

/// A text between quotes; a backslash would begin an escape.
fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        plain(text).replace('\\', "\\\\").replace('"', "\\\"")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::view::GraphEdge;

    #[test]
    fn names_break_out_of_no_file() {
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
