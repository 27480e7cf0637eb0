//! Graph files: `GraphML` keeps to its schema, DOT to its grammar; both say who does what.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::with;

const EXAMPLE: &str = "examples/hauts-de-demain";
const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

fn graph(root: &str, format: &str, language: &str) -> String {
    let words = ["report", "network", "--year", "2024", "--root", root];
    let output = apes(&[&words[..], &["--format", format, "--lang", language]].concat());
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Whether an id is an `NMTOKEN`, of which the schema of `GraphML` makes ids, and begins as an `NCName`.
fn is_name(id: &str) -> bool {
    let first = id.chars().next();
    first.is_some_and(|it| it.is_alphabetic() || it == '_')
        && id
            .chars()
            .all(|it| it.is_alphanumeric() || "._-".contains(it))
}

/// Reads a document as the schema of `GraphML` 1.0 does: order of elements, ids, keys, types.
fn is_valid(xml: &str) {
    let document = Document::parse(xml).expect("XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "graphml");
    assert!(
        root.descendants()
            .filter(Node::is_element)
            .all(|it| it.tag_name().namespace() == Some(NAMESPACE))
    );
    let location = root.attribute((
        "http://www.w3.org/2001/XMLSchema-instance",
        "schemaLocation",
    ));
    assert!(location.is_some_and(|it| it.starts_with(&format!("{NAMESPACE} "))));
    let children: Vec<&str> = root
        .children()
        .filter(Node::is_element)
        .map(|it| it.tag_name().name())
        .collect();
    let first_graph = children
        .iter()
        .position(|it| *it == "graph")
        .expect("a graph");
    assert!(
        children[..first_graph].iter().all(|it| *it == "key"),
        "keys come first"
    );
    assert_eq!(children.len(), first_graph + 1, "one graph");
    has_whole_edges(root);
    has_declared_data(root);
}

/// The keys that a document declares: for whom, and of which type.
fn keys<'d>(root: Node<'d, 'd>) -> BTreeMap<&'d str, (&'d str, &'d str)> {
    let mut keys: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let mut names = BTreeSet::new();
    for key in root
        .children()
        .filter(|it| it.has_tag_name((NAMESPACE, "key")))
    {
        let attribute = |name| {
            key.attribute(name)
                .unwrap_or_else(|| panic!("a key without {name}"))
        };
        let kind = attribute("attr.type");
        assert!(["boolean", "int", "long", "float", "double", "string"].contains(&kind));
        assert!(["graph", "node", "edge"].contains(&attribute("for")));
        assert!(is_name(attribute("id")));
        assert!(
            names.insert((attribute("for"), attribute("attr.name"))),
            "a name twice"
        );
        assert!(
            keys.insert(attribute("id"), (attribute("for"), kind))
                .is_none(),
            "an id twice"
        );
    }
    keys
}

/// Ids are names, once each, and both ends of an edge are nodes.
fn has_whole_edges(root: Node) {
    let mut ids = BTreeSet::new();
    for element in root.descendants().filter(Node::is_element) {
        if let Some(id) = element.attribute("id") {
            assert!(is_name(id), "{id}");
            assert!(ids.insert((element.tag_name().name(), id)), "{id} twice");
        }
    }
    for edge in root
        .descendants()
        .filter(|it| it.has_tag_name((NAMESPACE, "edge")))
    {
        for end in ["source", "target"] {
            assert!(ids.contains(&("node", edge.attribute(end).expect("an end"))));
        }
    }
}

/// Data belong to a key that is declared for their owner, and are of its type.
fn has_declared_data(root: Node) {
    let keys = keys(root);
    for data in root
        .descendants()
        .filter(|it| it.has_tag_name((NAMESPACE, "data")))
    {
        let (owner, kind) = keys[data.attribute("key").expect("a key")];
        assert_eq!(data.parent().expect("an owner").tag_name().name(), owner);
        let text = data.text().unwrap_or_default();
        match kind {
            "boolean" => assert!(["true", "false"].contains(&text), "{text}"),
            "long" => assert!(text.parse::<i64>().is_ok(), "{text}"),
            "double" => assert!(text.parse::<f64>().is_ok(), "{text}"),
            _ => assert!(!text.is_empty()),
        }
    }
}

/// The attributes of an element of `GraphML`, by their names.
fn told<'d>(document: &'d Document, element: Node<'d, 'd>) -> BTreeMap<&'d str, &'d str> {
    let keys: BTreeMap<&str, &str> = document
        .root_element()
        .children()
        .filter_map(|key| Some((key.attribute("id")?, key.attribute("attr.name")?)))
        .collect();
    element
        .children()
        .filter_map(|data| Some((keys[data.attribute("key")?], data.text()?)))
        .collect()
}

fn by_id<'d>(document: &'d Document, id: &str) -> Node<'d, 'd> {
    let mut all = document.descendants();
    all.find(|it| it.attribute("id") == Some(id))
        .unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn graphml_is_valid_and_says_who_does_what_since_when() {
    for root in [EXAMPLE, "."] {
        for language in ["fr", "en"] {
            is_valid(&graph(
                at_root(root).to_str().expect("a path"),
                "graphml",
                language,
            ));
        }
    }
    let example = at_root(EXAMPLE);
    let xml = graph(example.to_str().expect("a path"), "graphml", "fr");
    let document = Document::parse(&xml).expect("XML");
    let dynamic = told(&document, by_id(&document, "dynamic.seconde-manche"));
    assert_eq!(dynamic["kind"], "dynamic");
    assert_eq!(dynamic["theme_id"], "richesses-humaines");
    assert_eq!(dynamic["theme"], "Richesses humaines");
    assert_eq!(
        (dynamic["territory_id"], dynamic["from"]),
        ("amiens", "2021")
    );
    let edges = document
        .descendants()
        .filter(|it| it.has_tag_name((NAMESPACE, "edge")));
    let edges: Vec<_> = edges.map(|edge| told(&document, edge)).collect();
    assert!(
        edges
            .iter()
            .all(|edge| edge.contains_key("actor_id") && edge["invented"] == "true")
    );
    let roles: BTreeSet<&str> = edges
        .iter()
        .filter_map(|edge| edge.get("role_id").copied())
        .collect();
    assert!(
        roles.contains("porteur") && roles.contains("financeur"),
        "{roles:?}"
    );
    assert!(
        edges.iter().any(|edge| edge.contains_key("from")),
        "since when"
    );
    let whole = told(&document, by_id(&document, "network"));
    assert_eq!(whole["invented"], "true");
    assert!(
        whole["title"].contains("2024") && whole["notice"].contains("inventé"),
        "{whole:?}"
    );
}

#[test]
fn dot_says_the_same_and_a_real_network_has_no_mark() {
    let example = at_root(EXAMPLE);
    let dot = graph(example.to_str().expect("a path"), "dot", "en");
    let node = dot
        .lines()
        .find(|line| line.starts_with("  \"dynamic/seconde-manche\" ["));
    let node = node.expect("a node");
    for told in [
        "theme_id=\"richesses-humaines\"",
        "territory_id=\"amiens\"",
        "kind=\"dynamic\"",
    ] {
        assert!(node.contains(told), "{node}");
    }
    let edges: Vec<&str> = dot.lines().filter(|line| line.contains(" -- ")).collect();
    assert!(
        edges.iter().any(|edge| edge.contains("role_id=\"porteur")),
        "{}",
        edges[0]
    );
    assert!(dot.contains("\n  invented=\"true\";\n") && dot.contains("An invented network"));
    let real = at_root(".");
    for format in ["dot", "graphml"] {
        assert!(!graph(real.to_str().expect("a path"), format, "en").contains("invented"));
    }
}

#[test]
fn odd_ids_and_names_stay_apart_and_valid() {
    let territory =
        "name = \"Pays <&> \\\"x\\\"\"\nkind = \"pays\"\nsources = [{ title = \"T\" }]\n";
    let dynamic = "name = \"A & B\"\ntheme = \"production-locale\"\nseen = [2024]\n\
        sources = [{ title = \"T\" }]\n[partners]\n\"é t\" = { name = \"É\", kind = \"association\", \
        role = \"porteur\", from = 2023, inferred = true }\n\"e-t\" = \"partenaire\"\n";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"N\"\n"),
        ("territories/t/territory.toml", territory),
        ("territories/t/dynamics/Été 24.toml", dynamic),
        ("territories/t/dynamics/1d.toml", dynamic),
    ]);
    let xml = graph(root.to_str().expect("a path"), "graphml", "en");
    is_valid(&xml);
    let document = Document::parse(&xml).expect("XML");
    let nodes = document
        .descendants()
        .filter(|it| it.has_tag_name((NAMESPACE, "node")));
    assert_eq!(nodes.count(), 4, "{xml}");
    let edges = document
        .descendants()
        .filter(|it| it.has_tag_name((NAMESPACE, "edge")));
    let inferred = edges.filter(|edge| told(&document, *edge).get("inferred") == Some(&"true"));
    assert_eq!(inferred.count(), 2, "{xml}");
}
